import type { EventEmitter } from 'node:events'
import { toMemoryItem } from '../learning/prior/to-memory-item.ts'
import type { KeyPair } from '../protocol/crypto/create-key-pair.ts'
import { createLeakGuard } from '../protocol/experience/create-leak-guard.ts'
import { decodeExperience } from '../protocol/experience/decode-experience.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import { MAX_SHARD_RECORDS } from '../protocol/operation/operation.ts'
import type { CallOptions } from '../protocol/ports.ts'
import type { EmbeddingProfile } from '../protocol/profiles/profile.ts'
import {
  finishPublication,
  publishExperiences,
  type PublishPorts,
  type PublishResult,
} from '../sharing/publish-experiences.ts'
import { createTurns } from '../protocol/create-turns.ts'
import { listOwn } from './list-own.ts'
import type { NodeEvents } from './node-events.ts'

/** Whose feed is written, and where. */
export interface PublisherOptions {
  author: KeyPair
  profile: EmbeddingProfile
  /** Gossip topic of announcements. */
  topic: string
  events: EventEmitter<NodeEvents>
}

/** Writes a node's own feed, one publication at a time. */
export interface Publisher {
  /** Publishes own experiences that have no entry yet; undefined when there are none. @throws as `publishExperiences` */
  publishOwn(ports: PublishPorts, call: CallOptions): Promise<PublishResult | undefined>
  /** Publishes the given experiences. @throws as `publishExperiences` */
  publish(
    experiences: readonly Experience[],
    ports: PublishPorts,
    call: CallOptions,
  ): Promise<PublishResult>
}

/** Creates the publisher of one feed. Two for one feed would sign two operations of one number. */
export function createPublisher({ author, profile, topic, events }: PublisherOptions): Publisher {
  const inTurn = createTurns()

  const tell = (result: PublishResult): PublishResult => {
    const { entryId, cid, records } = result
    events.emit('shard-published', { entryId, cid, records: records.length })
    return result
  }
  const finish = async (ports: PublishPorts, call: CallOptions) => {
    const finished = await finishPublication(ports, { author, profile, topic, ...call })
    return finished && tell(finished)
  }
  const publish = async (
    experiences: readonly Experience[],
    ports: PublishPorts,
    call: CallOptions,
  ) => tell(await publishExperiences(experiences, ports, { author, profile, topic, ...call }))

  return {
    publishOwn: async (ports, call) =>
      await inTurn(async () => {
        const finished = await finish(ports, call)
        const fresh = (await listOwn(ports.store))
          .filter(({ entryId }) => entryId === undefined)
          .map(({ bytes }) => decodeExperience(bytes))
          // Once more: what is published cannot be taken back, and older versions let more through.
          .filter((experience) => !holdsSecret(experience))
          .slice(0, MAX_SHARD_RECORDS)
        return fresh.length === 0 ? finished : await publish(fresh, ports, call)
      }),
    publish: async (experiences, ports, call) =>
      await inTurn(async () => {
        await finish(ports, call)
        return await publish(experiences, ports, call)
      }),
  }
}

/** Knows no tasks any more; what it finds are secrets. */
const findSecret = createLeakGuard({ requests: [], answers: [], allowed: [] })

function holdsSecret(experience: Experience): boolean {
  return findSecret(toMemoryItem(experience)) !== undefined
}
