import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Logger } from 'pino'
import { draftExperiences } from '../learning/draft-experience.ts'
import { compareTrials, runTrial } from '../learning/gate/run-trial.ts'
import { applyOperations } from '../learning/library/apply-operations.ts'
import type { MemoryItem } from '../learning/memory.ts'
import {
  type DomainPractice,
  type PractiseSettings,
  practiseDomain,
} from '../learning/practise-domain.ts'
import { toMemoryItem } from '../learning/prior/to-memory-item.ts'
import { createBlockServer } from '../network/create-block-server.ts'
import { createHeadExchange } from '../network/create-head-exchange.ts'
import { createHost } from '../network/create-host.ts'
import { createPeerBlockStore, type FetchStats } from '../network/create-peer-block-store.ts'
import { topicsOf } from '../network/topics.ts'
import { createKeyPair } from '../protocol/crypto/create-key-pair.ts'
import { computeCid } from '../protocol/encoding/compute-cid.ts'
import { DsoError } from '../protocol/errors.ts'
import { decodeExperience } from '../protocol/experience/decode-experience.ts'
import { encodeExperience } from '../protocol/experience/encode-experience.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import { decodeOperation } from '../protocol/operation/decode-operation.ts'
import type {
  CallOptions,
  Encoder,
  ExperienceRecord,
  LanguageModel,
  Ledger,
  MessageValidator,
  SearchHit,
  TaskSuite,
} from '../protocol/ports.ts'
import { decodeEmbedding } from '../protocol/profiles/decode-embedding.ts'
import { DIRECT_384, type EmbeddingProfile } from '../protocol/profiles/profile.ts'
import { decodeAnnouncement } from '../sharing/announcement.ts'
import { type PublishResult, publishExperiences } from '../sharing/publish-experiences.ts'
import { type EntryReview, reviewEntry, type TrialRunner } from '../sharing/review-entry.ts'
import { createFileBlockStore } from '../storage/create-file-block-store.ts'
import { type FolderLock, lockFolder } from '../storage/lock-folder.ts'
import { openSqliteStore } from '../storage/open-sqlite-store.ts'
import type { NodeEvents } from './node-events.ts'
import { createRegistrySync } from './sync-registry.ts'

/** What a node is made of: its folder and key, and the ports it was given. */
export interface NodeOptions {
  /** Folder of this node alone; locked while it runs. */
  dataFolder: string
  /** 32 secret bytes: the Ed25519 key of its feed and of its peer id. */
  seed: Uint8Array
  /** EIP-155 id of the registry's chain. */
  chainId: number
  model: LanguageModel
  encoder: Encoder
  ledger: Ledger
  /** Tasks for practice and for trials of what others share. */
  suite: TaskSuite
  /** Multiaddr to listen on; loopback with a free port unless given. */
  listen?: string
  /** Default `direct-384`. */
  profile?: EmbeddingProfile
  /** Quality in per mille from which shared experiences are used. Default 500. */
  useFrom?: number
  /** Quality in per mille below which a review challenges an entry. Default 300. */
  challengeBelow?: number
  /** Tasks of a trial of one domain. Default 3. */
  trialTasks?: number
  logger?: Logger
}

/** What practice on some domains led to. */
export interface PractiseOutcome {
  practices: DomainPractice[]
  /** Experiences that passed the gate and the text rules, with their CIDs. */
  accepted: { cid: string; experience: Experience }[]
  /** Forms that passed the gate but whose text must not be shared. */
  withheld: { domain: string; item: MemoryItem; reason: string }[]
}

/** One DSO node: learns, publishes, receives, reviews, recalls. */
export interface DsoNode extends AsyncDisposable {
  readonly events: EventEmitter<NodeEvents>
  /** Multiaddrs that others can dial; empty while stopped. */
  readonly addresses: readonly string[]
  /** Takes the folder, opens the store, begins to listen. Idempotent.
   * @throws DsoError `DATA_FOLDER_LOCKED`, `PORT_TAKEN`, `STORE_VERSION_NEWER` */
  start(): Promise<void>
  /** Stops in reverse order, each part bounded. Idempotent. */
  stop(): Promise<void>
  /** Connects to a peer; feeds are exchanged at once. */
  dial(address: string, options?: CallOptions): Promise<void>
  /** Practises on domains of the suite, one after the other, and keeps what its gate proves. */
  practise(
    domains: readonly string[],
    settings: PractiseSettings,
    options?: CallOptions,
  ): Promise<PractiseOutcome>
  /** Publishes own experiences that are not on the registry yet; undefined when there are none. */
  publish(options?: CallOptions): Promise<PublishResult | undefined>
  /** Publishes given experiences without asking the gate: for imports, and for attackers in tests. */
  publishUnchecked(
    experiences: readonly Experience[],
    options?: CallOptions,
  ): Promise<PublishResult>
  /** Handles what is new on the registry: fetch, verify, quarantine, settle. */
  sync(options?: CallOptions): Promise<void>
  /** Tries a quarantined entry, votes, and challenges it when it is bad. */
  review(entryId: bigint, options?: CallOptions): Promise<EntryReview>
  /** The experiences this node would put into a prompt about a domain: own ones first. */
  recallDomain(domain: string): Promise<Experience[]>
  /** The usable experiences nearest to a text, best first. */
  recallText(text: string, limit: number): Promise<SearchHit[]>
  /** Every record of an entry, whatever its status. */
  listEntryRecords(entryId: bigint): Promise<ExperienceRecord[]>
  /** Blocks fetched from peers so far. */
  fetchStats(): FetchStats
}

/**
 * Wires a node: SQLite store and block files in its folder, libp2p on loopback, the registry through `ledger`.
 * It does nothing before `start`; `await using` stops it.
 */
export async function createNode(options: NodeOptions): Promise<DsoNode> {
  const { dataFolder, seed, chainId, model, encoder, ledger, suite, logger } = options
  const profile = options.profile ?? DIRECT_384
  const useFrom = options.useFrom ?? 500
  const author = createKeyPair(seed)
  const topics = topicsOf(chainId)
  const events = new EventEmitter<NodeEvents>()
  const reviews = new Map<bigint, EntryReview>()
  const host = await createHost({
    // Not the feed's own key: operations and peer ids stay unlinkable.
    privateKeySeed: sha256(concatBytes(utf8ToBytes('dso/peer/1'), seed)),
    topics: Object.values(topics),
    listen: options.listen,
    logger,
  })
  let parts: Awaited<ReturnType<typeof open>> | undefined

  const open = async (lock: FolderLock) => {
    const store = openSqliteStore({ path: join(dataFolder, 'node.sqlite') })
    const local = createFileBlockStore({ folder: join(dataFolder, 'blocks') })
    const blocks = createPeerBlockStore({ network: host, local })
    const reviewOf = (entryId: bigint): EntryReview | undefined => reviews.get(entryId)
    const registry = createRegistrySync({
      ledger,
      store,
      blocks,
      encoder,
      events,
      reviewOf,
      useFrom,
    })
    await host.start()
    const server = await createBlockServer({ network: host, blocks: local })
    const heads = await createHeadExchange({
      network: host,
      source: store,
      onOperation: takeOperation(store),
    })
    const unsubscribe = host.gossip.subscribe(topics.announce, checkAnnouncement, (bytes, from) => {
      const { entry } = decodeAnnouncement(bytes)
      events.emit('entry-announced', { entryId: BigInt(entry), from })
    })
    return { lock, store, blocks, registry, server, heads, unsubscribe }
  }
  const running = () => {
    if (parts === undefined) throw new DsoError('NODE_STOPPED')
    return parts
  }

  const runTrialOf: TrialRunner = async (domain, experiences, entryId, call) => {
    if (!suite.domains.includes(domain)) return null
    // Drawn by the entry's number, which its author could not choose: every reviewer can repeat the same trial.
    const count = options.trialTasks ?? 3
    const deck = suite.listTasks(domain, 'practice', 4 * count)
    const offset = Number(entryId) % Math.max(1, deck.length - count + 1)
    const tasks = deck.slice(offset, offset + count)
    const baseline = await runTrial(tasks, [], model, call)
    const trial = await runTrial(tasks, experiences.map(toMemoryItem), model, call)
    const { n, wins, losses } = compareTrials(baseline, trial)
    const both = trial.filter(
      ({ verdict }, index) => verdict.success && baseline[index]?.verdict.success,
    ).length
    return { n, wins, losses, both }
  }

  const publishAll = async (
    experiences: readonly Experience[],
    call: CallOptions,
  ): Promise<PublishResult> => {
    const { store, blocks } = running()
    const ports = { store, blocks, ledger, gossip: host.gossip }
    const result = await publishExperiences(experiences, ports, {
      author,
      profile,
      topic: topics.announce,
      ...call,
    })
    events.emit('shard-published', {
      entryId: result.entryId,
      cid: result.cid,
      records: result.records.length,
    })
    return result
  }

  const stop = async (): Promise<void> => {
    if (parts === undefined) return
    const { unsubscribe, heads, server, store, lock } = parts
    parts = undefined
    unsubscribe()
    await heads.stop()
    await server.stop()
    await host.stop()
    await store.close()
    lock.release()
  }

  return {
    events,
    get addresses() {
      return host.addresses
    },
    start: async () => {
      if (parts !== undefined) return
      const lock = lockFolder(dataFolder)
      try {
        parts = await open(lock)
      } catch (error) {
        await host.stop()
        lock.release()
        throw error
      }
    },
    stop,
    [Symbol.asyncDispose]: stop,
    dial: async (address, call) => {
      await host.dial(address, call)
    },
    practise: async (domains, settings, call = {}) => {
      const { store } = running()
      const outcome: PractiseOutcome = { practices: [], accepted: [], withheld: [] }
      for (const domain of domains) {
        const practice = await practiseDomain(suite, domain, model, settings, {
          ...call,
          onStage: (stage) => events.emit('practice-stage', { domain, stage }),
        })
        outcome.practices.push(practice)
        if (practice.gate.decision !== 'accepted') continue
        const context = { domain, suite: suite.id, model: model.name, profile, encoder }
        for (const draft of await draftExperiences(practice.gate.chosen, context)) {
          if (!draft.ok) {
            outcome.withheld.push({ domain, item: draft.item, reason: draft.reason })
            continue
          }
          const { experience } = draft
          const record = toOwnRecord(experience, profile)
          await store.saveRecords([record])
          const { cid } = record
          await store.saveLibrary(applyOperations(await store.getLibrary(), [{ op: 'add', cid }]))
          outcome.accepted.push({ cid, experience })
          events.emit('experience-accepted', { domain, cid })
        }
      }
      return outcome
    },
    publish: async (call = {}) => {
      const own = await running().store.listRecords({ status: 'own' })
      const fresh = own.filter(({ entryId }) => entryId === undefined)
      return fresh.length === 0
        ? undefined
        : await publishAll(
            fresh.map(({ bytes }) => decodeExperience(bytes)),
            call,
          )
    },
    publishUnchecked: async (experiences, call = {}) => await publishAll(experiences, call),
    sync: async (call) => await running().registry.sync(call),
    review: async (entryId, call = {}) => {
      const records = await running().store.listRecords({ entryId })
      const challengeBelow = options.challengeBelow ?? 300
      const review = await reviewEntry(
        entryId,
        records,
        { ledger, runTrial: runTrialOf },
        { challengeBelow, ...call },
      )
      reviews.set(entryId, review)
      events.emit('entry-reviewed', review)
      return review
    },
    recallDomain: async (domain) => {
      const { store } = running()
      const own = await store.listRecords({ status: 'own', domain })
      const usable = await store.listRecords({ status: 'usable', domain })
      return [...own, ...usable].map(({ bytes }) => decodeExperience(bytes))
    },
    recallText: async (text, limit) => {
      const [vector] = await encoder.embed([text])
      if (vector === undefined) return []
      const { store } = running()
      const own = await store.searchRecords(vector, { status: 'own', limit })
      const usable = await store.searchRecords(vector, { status: 'usable', limit })
      return [...own, ...usable].toSorted((a, b) => b.score - a.score).slice(0, limit)
    },
    listEntryRecords: async (entryId) => await running().store.listRecords({ entryId }),
    fetchStats: () => {
      const { blocksFetched, bytesFetched, refused } = running().blocks.stats()
      return { blocksFetched, bytesFetched, refused }
    },
  }
}

/** Announcements are hints: anything well-formed is relayed, and the registry decides what is true. */
const checkAnnouncement: MessageValidator = (bytes) => {
  try {
    decodeAnnouncement(bytes)
    return 'accept'
  } catch (error) {
    if (DsoError.is(error)) return 'reject'
    throw error
  }
}

function takeOperation(store: ReturnType<typeof openSqliteStore>): MessageValidator {
  return async (bytes) => {
    try {
      const { cid, operation } = decodeOperation(bytes)
      const { author, seq, prev } = operation
      await store.appendOperation({
        cid: cid.toString(),
        author: bytesToHex(author),
        seq,
        prev: prev?.toString(),
        bytes,
      })
      return 'accept'
    } catch (error) {
      if (DsoError.is(error, 'OPERATION_OUT_OF_ORDER')) return 'ignore'
      if (DsoError.is(error)) return 'reject'
      throw error
    }
  }
}

function toOwnRecord(experience: Experience, profile: EmbeddingProfile): ExperienceRecord {
  const bytes = encodeExperience(experience)
  return {
    cid: computeCid(bytes, 'dag-cbor').toString(),
    bytes,
    domain: experience.domain,
    entryId: undefined,
    status: 'own',
    reason: undefined,
    embedding: decodeEmbedding(profile, experience.code.bytes),
  }
}
