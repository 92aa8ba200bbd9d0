import { EventEmitter } from 'node:events'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Logger } from 'pino'
import type { PractiseSettings } from '../learning/practise-domain.ts'
import type { OutcomeReport } from '../learning/traffic/parse-report.ts'
import { createHost } from '../network/create-host.ts'
import type { FetchStats } from '../network/create-peer-block-store.ts'
import { topicsOf } from '../network/topics.ts'
import { createKeyPair } from '../protocol/crypto/create-key-pair.ts'
import { DsoError } from '../protocol/errors.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import type {
  CallOptions,
  Encoder,
  ExperienceRecord,
  LanguageModel,
  Ledger,
  Random,
  SearchHit,
  TaskSuite,
} from '../protocol/ports.ts'
import { DIRECT_384, type EmbeddingProfile } from '../protocol/profiles/profile.ts'
import type { PublishResult } from '../sharing/publish-experiences.ts'
import { type EntryReview, reviewEntry } from '../sharing/review-entry.ts'
import { createTurns } from '../protocol/create-turns.ts'
import { logEvents } from './log-events.ts'
import type { NodeEvents } from './node-events.ts'
import { type NodeParts, openParts } from './open-parts.ts'
import { type LibraryManager, manageLibrary } from './manage-library.ts'
import {
  type PractiseDomainsOptions,
  type PractiseOutcome,
  practiseDomains,
} from './practise-domains.ts'
import { createPublisher } from './create-publisher.ts'
import {
  practiseStoredTraffic,
  type PractiseStoredTrafficOptions,
  type TrafficOutcome,
} from './practise-traffic.ts'
import { recallDomain, recallText } from './recall.ts'
import { type RecallRequest, type RecallResult, recallTask } from './recall-task.ts'
import { reportOutcome, type ReportedOutcome } from './report-outcome.ts'
import { createTrialRunner } from './run-entry-trial.ts'
import { systemRandom } from './system-random.ts'

export type { PractiseOutcome } from './practise-domains.ts'

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
  /** Where recall ids come from; unguessable unless given. */
  random?: Random
  logger?: Logger
}

/** How a node's practice is followed, stopped and guarded. */
export interface PractiseOptions
  extends CallOptions,
    Pick<PractiseDomainsOptions, 'pinned' | 'guard' | 'modes' | 'consolidate'> {}

/**
 * One DSO node: learns, publishes, receives, reviews, recalls.
 *
 * Calls on a node that is not running reject with DsoError `NODE_STOPPED`.
 */
export interface DsoNode extends AsyncDisposable {
  readonly events: EventEmitter<NodeEvents>
  /** Multiaddrs that others can dial; empty while stopped. */
  readonly addresses: readonly string[]
  /** What was decided about its library and why, and what its owner may do to it. */
  readonly library: LibraryManager
  /**
   * Takes the folder, opens the store, begins to listen. Idempotent; a stopped node can start again.
   * @throws DsoError `DATA_FOLDER_LOCKED`, `PORT_TAKEN`, `STORE_VERSION_NEWER`
   */
  start(): Promise<void>
  /** Ends what runs with `NODE_STOPPED`, then stops the parts in reverse order, each bounded. Idempotent. */
  stop(): Promise<void>
  /** Connects to a peer; feeds are exchanged at once. */
  dial(address: string, options?: CallOptions): Promise<void>
  /** Practises on domains of the suite, one after the other, and keeps what its gate (and its guard, if any) lets through. */
  practise(
    domains: readonly string[],
    settings: PractiseSettings,
    options?: PractiseOptions,
  ): Promise<PractiseOutcome>
  /**
   * Publishes own experiences that are not on the registry yet, at most 256 a call; undefined when there are none. What
   * an interrupted call left is finished first.
   */
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
  /**
   * What helps with a task, why, and as text for a prompt; about a tenth of it is left out by lot. Kept until the outcome is
   * reported.
   * @throws DsoError `FORMAT_INVALID`, `BYTES_TOO_LONG`
   */
  recall(request: RecallRequest, options?: CallOptions): Promise<RecallResult>
  /**
   * Takes in what became of a recalled task: credits what was found for it, and keeps the episode for practice.
   * @throws DsoError `FORMAT_INVALID`, `BYTES_TOO_LONG`, `REWARD_OUT_OF_RANGE`, `RECALL_UNKNOWN`, `OUTCOME_REPEATED`
   */
  reportOutcome(report: OutcomeReport, options?: CallOptions): Promise<ReportedOutcome>
  /** Practises on the tasks that were reported, without a suite, and keeps what the gate (and the guard, if any) lets through. */
  practiseTraffic(options?: PractiseStoredTrafficOptions): Promise<TrafficOutcome>
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
 *
 * @throws DsoError `OPTION_INVALID`, `KEY_INVALID`
 */
export async function createNode(options: NodeOptions): Promise<DsoNode> {
  const { dataFolder, seed, chainId, model, encoder, ledger, suite, logger } = options
  const profile = options.profile ?? DIRECT_384
  const useFrom = options.useFrom ?? 500
  const challengeBelow = options.challengeBelow ?? 300
  const random = options.random ?? systemRandom
  const author = createKeyPair(seed)
  const topics = topicsOf(chainId)
  const events = new EventEmitter<NodeEvents>()
  if (logger !== undefined) logEvents(events, logger)
  const host = await createHost({
    // Not the feed's own key: operations and peer ids stay unlinkable.
    privateKeySeed: sha256(concatBytes(utf8ToBytes('dso/peer/1'), seed)),
    topics: Object.values(topics),
    listen: options.listen,
    logger,
  })
  const runTrial = createTrialRunner({ suite, model, tasks: options.trialTasks ?? 3 })
  const publisher = createPublisher({ author, profile, topic: topics.announce, events })
  const inTurn = createTurns()
  let parts: NodeParts | undefined

  const running = (): NodeParts => {
    if (parts === undefined) throw new DsoError('NODE_STOPPED')
    return parts
  }
  /** Runs a call on the running node; stopping the node ends it. */
  const enter = async <T>(
    options: CallOptions | undefined,
    task: (parts: NodeParts, call: CallOptions) => Promise<T>,
  ): Promise<T> => {
    const open = running()
    return await open.gate.run(options ?? {}, async (call) => await task(open, call))
  }
  const portsOf = ({ store, blocks }: NodeParts) => ({ store, blocks, ledger, gossip: host.gossip })

  const start = async (): Promise<void> => {
    await inTurn(async () => {
      const topic = topics.announce
      parts ??= await openParts({ dataFolder, host, ledger, encoder, events, topic, useFrom })
      logger?.info({ addresses: host.addresses }, 'the node is running')
    })
  }
  const stop = async (): Promise<void> => {
    await inTurn(async () => {
      const open = parts
      parts = undefined
      await open?.[Symbol.asyncDispose]()
      if (open !== undefined) logger?.info('the node has stopped')
    })
  }

  return {
    events,
    get addresses() {
      return host.addresses
    },
    start,
    stop,
    [Symbol.asyncDispose]: stop,
    dial: async (address, options) => {
      await enter(options, async (_, call) => await host.dial(address, call))
    },
    library: manageLibrary(async (work) => await enter({}, async ({ store }) => await work(store))),
    practise: async (domains, settings, { signal, onProgress, ...chosen } = {}) =>
      await enter({ signal, onProgress }, async ({ store }, call) => {
        const ports = { suite, model, encoder, store, profile }
        return await practiseDomains(domains, settings, ports, {
          ...chosen,
          ...call,
          onStage: (domain, stage) => events.emit('practice-stage', { domain, stage }),
          onAccepted: (domain, cid) => events.emit('experience-accepted', { domain, cid }),
        })
      }),
    publish: async (options) =>
      await enter(options, async (open, call) => await publisher.publishOwn(portsOf(open), call)),
    publishUnchecked: async (experiences, options) =>
      await enter(
        options,
        async (open, call) => await publisher.publish(experiences, portsOf(open), call),
      ),
    sync: async (options) =>
      await enter(options, async ({ registry }, call) => await registry.sync(call)),
    review: async (entryId, options) =>
      await enter(options, async ({ store }, call) => {
        const records = await store.listRecords({ entryId })
        const ports = { store, ledger, runTrial }
        const rules = { challengeBelow, useFrom, ...call }
        const review = await reviewEntry(entryId, records, ports, rules)
        events.emit('entry-reviewed', review)
        return review
      }),
    recall: async (request, options) =>
      await enter(
        options,
        async ({ store }, call) =>
          await recallTask(request, { store, encoder, random, model: model.name }, call),
      ),
    reportOutcome: async (report, options) =>
      await enter(options, async ({ store }, call) => {
        const outcome = await reportOutcome(report, { store, encoder }, call)
        events.emit('outcome-reported', outcome)
        return outcome
      }),
    practiseTraffic: async (options = {}) =>
      await enter(options, async ({ store }, call) => {
        const ports = { store, model, encoder, profile }
        const outcome = await practiseStoredTraffic(ports, { ...options, ...call })
        for (const { cid, experience } of outcome.accepted) {
          events.emit('experience-accepted', { domain: experience.domain, cid })
        }
        return outcome
      }),
    recallDomain: async (domain) =>
      await enter({}, async ({ store }) => await recallDomain(domain, store)),
    recallText: async (text, limit) =>
      await enter({}, async ({ store }, call) => recallText(text, limit, { store, encoder }, call)),
    listEntryRecords: async (entryId) =>
      await enter({}, async ({ store }) => await store.listRecords({ entryId })),
    fetchStats: () => {
      const { blocksFetched, bytesFetched, refused } = running().blocks.stats()
      return { blocksFetched, bytesFetched, refused }
    },
  }
}
