import { setImmediate } from 'node:timers/promises'
import { DsoError } from '../protocol/errors.ts'
import type { Clock } from '../protocol/ports/clock.ts'
import { MAX_MESSAGE_BYTES } from '../protocol/ports/gossip.ts'
import type { Random } from '../protocol/ports/random.ts'
import { createEventQueue } from './event-queue.ts'
import { createMemoryStreamEnd, type MemoryStreamEnd } from './memory-stream.ts'
import { computeMessageId } from './message-id.ts'
import { type NetworkLog, SILENT_LOG } from './network-log.ts'
import { createPeerPenalties } from './peer-penalties.ts'
import type { FrameStreamHandler, PeerNetwork } from './peer-network.ts'
import { createSubscriptions, type Subscriptions } from './subscriptions.ts'

/** How links behave; the same for all of them, and may be changed while the network runs. */
export interface LinkConditions {
  /** Probability that a gossip message is lost, or that a frame breaks its stream. */
  dropRate: number
  /** Probability that a gossip message arrives twice. */
  duplicateRate: number
  /** Shortest delay of anything, in simulated milliseconds. */
  minDelayMs: number
  /** Longest delay; what is delayed differently overtakes, except within one stream. */
  maxDelayMs: number
}

/** What a memory network is made of. */
export interface MemoryNetworkOptions {
  /** Decides every loss, copy and delay: one seed, one history. */
  random: Random
  /** The gossip topics of every peer. */
  topics: readonly string[]
  /** Default: nothing lost, nothing twice, 1 ms. */
  conditions?: Partial<LinkConditions>
  logger?: NetworkLog
}

/**
 * Peers in one process on simulated time. Nothing moves but by `step`, `run` and `runUntil`, so that a seed replays the
 * same history. What is attached to it must do without real time, sockets and threads.
 */
export interface MemoryNetwork {
  /** Simulated time; the clock of every peer. */
  readonly clock: Clock
  readonly conditions: LinkConditions
  /** @param id unique; decides the order in which peers are asked */
  createPeer(id: string): PeerNetwork
  /** Links two peers, as if `from` had dialed. @throws DsoError `PEER_UNREACHABLE` if one has graylisted the other */
  connect(from: string, to: string): void
  disconnect(a: string, b: string): void
  /** From now on nothing passes between groups, but links stay. Peers in no group form one of their own. */
  partition(groups: readonly (readonly string[])[]): void
  heal(): void
  /** Lets the next event happen. @returns false when there is none */
  step(): Promise<boolean>
  /** Lets events happen until none is left, or none until `untilMs`. @returns how many happened */
  run(options?: { untilMs?: number }): Promise<number>
  /**
   * Lets events happen until the promise is settled.
   * @throws DsoError `NETWORK_STOPPED` when no event is left that could settle it
   */
  runUntil<T>(promise: Promise<T>): Promise<T>
}

interface Member {
  network: PeerNetwork
  subscriptions: Subscriptions
  links: Set<string>
  seen: Set<string>
  handlers: Map<string, FrameStreamHandler>
  listeners: Set<(peer: string, opened: 'here' | 'there') => void>
}

/** Creates a network without peers. */
export function createMemoryNetwork(options: MemoryNetworkOptions): MemoryNetwork {
  const { random, topics, logger: log = SILENT_LOG } = options
  const conditions: LinkConditions = {
    dropRate: 0,
    duplicateRate: 0,
    minDelayMs: 1,
    maxDelayMs: 1,
    ...options.conditions,
  }
  const queue = createEventQueue()
  const members = new Map<string, Member>()
  let groups = new Map<string, number>()
  let nowMs = 0

  const clock: Clock = {
    nowMs: () => nowMs,
    sleep(durationMs, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason)
        const event = queue.push(nowMs + durationMs, () => {
          signal?.removeEventListener('abort', onAbort)
          resolve()
        })
        const onAbort = () => {
          event.cancelled = true
          reject(signal?.reason)
        }
        signal?.addEventListener('abort', onAbort, { once: true })
      })
    },
  }

  const memberOf = (id: string): Member => {
    const member = members.get(id)
    if (member === undefined) throw unreachable(id, 'unknown')
    return member
  }
  const isLinked = (a: string, b: string) => members.get(a)?.links.has(b) ?? false
  const isSeparated = (a: string, b: string) => (groups.get(a) ?? -1) !== (groups.get(b) ?? -1)
  const happens = (rate: number) => rate > 0 && random.next() < rate
  const delayMs = () => {
    const { minDelayMs, maxDelayMs } = conditions
    return minDelayMs + (maxDelayMs > minDelayMs ? random.next() * (maxDelayMs - minDelayMs) : 0)
  }
  const disconnect = (a: string, b: string) => {
    members.get(a)?.links.delete(b)
    members.get(b)?.links.delete(a)
  }

  const sendMessage = (from: string, to: string, topic: string, bytes: Uint8Array) => {
    if (happens(conditions.dropRate)) return
    const copies = happens(conditions.duplicateRate) ? 2 : 1
    for (let copy = 0; copy < copies; copy++) {
      queue.push(nowMs + delayMs(), () => {
        if (isLinked(from, to) && !isSeparated(from, to))
          void receiveMessage(from, to, topic, bytes)
      })
    }
  }

  const sendToNeighbours = (member: Member, topic: string, bytes: Uint8Array, except?: string) => {
    const from = member.network.peerId
    for (const to of [...member.links].sort()) {
      if (to === except || !memberOf(to).subscriptions.topics().includes(topic)) continue
      sendMessage(from, to, topic, bytes)
    }
  }

  const receiveMessage = async (from: string, to: string, topic: string, bytes: Uint8Array) => {
    const member = memberOf(to)
    if (!markSeen(member, topic, bytes)) return
    const verdict = await member.subscriptions.validate(topic, bytes, from)
    if (verdict !== 'accept') return
    member.subscriptions.deliver(topic, bytes, from)
    sendToNeighbours(member, topic, bytes, from)
  }

  const openStream = (from: string, to: string, protocol: string): MemoryStreamEnd => {
    let isBroken = false
    const here: MemoryStreamEnd = createMemoryStreamEnd((arrive) => forward(() => there, arrive))
    const there: MemoryStreamEnd = createMemoryStreamEnd((arrive) => back(() => here, arrive))
    /** One direction: in order, and after one loss nothing more. */
    const createDirection = () => {
      let lastMs = nowMs
      return (end: () => MemoryStreamEnd, arrive: (end: MemoryStreamEnd) => void) => {
        lastMs = Math.max(lastMs, nowMs + delayMs())
        const isDropped = happens(conditions.dropRate)
        queue.push(lastMs, () => {
          if (isSeparated(from, to)) isBroken = true
          if (isBroken) return
          if (isLinked(from, to) && !isDropped) return arrive(end())
          isBroken = true
          here.receiveReset()
          there.receiveReset()
        })
      }
    }
    const forward = createDirection()
    const back = createDirection()
    forward(
      () => there,
      () => {
        const handler = memberOf(to).handlers.get(protocol)
        if (handler === undefined) return there.abort(unreachable(to, 'unsupported protocol'))
        handler(there, from)
          .then(() => there.close())
          .catch((error: unknown) => {
            there.abort(error instanceof Error ? error : new Error(String(error)))
          })
      },
    )
    return here
  }

  const createPeer = (id: string): PeerNetwork => {
    const penalties = createPeerPenalties({ clock })
    penalties.onGraylisted((peer) => disconnect(id, peer))
    const subscriptions = createSubscriptions({ penalties, log, onTopicChange: () => {} })
    const checkTopic = (topic: string) => {
      if (!topics.includes(topic)) throw new DsoError('TOPIC_UNKNOWN', { details: { topic } })
    }
    const network: PeerNetwork = {
      peerId: id,
      clock,
      penalties,
      log,
      gossip: {
        async publish(topic, bytes) {
          if (bytes.length > MAX_MESSAGE_BYTES) {
            const details = { topic, bytes: bytes.length, most: MAX_MESSAGE_BYTES }
            throw new DsoError('MESSAGE_TOO_LARGE', { details })
          }
          checkTopic(topic)
          if (markSeen(member, topic, bytes)) sendToNeighbours(member, topic, bytes.slice())
        },
        subscribe(topic, validator, handler) {
          checkTopic(topic)
          return subscriptions.add(topic, validator, handler)
        },
      },
      peers: () => [...member.links].filter((peer) => !penalties.isGraylisted(peer)).sort(),
      async openStream(peer, protocol, signal) {
        signal.throwIfAborted()
        if (!isLinked(id, peer)) throw unreachable(peer, 'not connected')
        const stream = openStream(id, peer, protocol)
        signal.addEventListener('abort', () => stream.abort(signal.reason), { once: true })
        return stream
      },
      async handleStreams(protocol, handler) {
        member.handlers.set(protocol, handler)
        return async () => void member.handlers.delete(protocol)
      },
      onConnect(listener) {
        member.listeners.add(listener)
        return () => member.listeners.delete(listener)
      },
    }
    const member: Member = {
      network,
      subscriptions,
      links: new Set(),
      seen: new Set(),
      handlers: new Map(),
      listeners: new Set(),
    }
    members.set(id, member)
    return network
  }

  const step = async (): Promise<boolean> => {
    await setImmediate() // what was promised before the call happens first
    const event = queue.pop()
    if (event === undefined) return false
    nowMs = Math.max(nowMs, event.atMs)
    event.run()
    await setImmediate()
    return true
  }

  return {
    clock,
    conditions,
    createPeer,
    disconnect,
    step,
    connect(from, to) {
      const [a, b] = [memberOf(from), memberOf(to)]
      if (a.links.has(to)) return
      if (a.network.penalties.isGraylisted(to)) throw unreachable(to, 'graylisted')
      if (b.network.penalties.isGraylisted(from)) throw unreachable(to, 'refused')
      a.links.add(to)
      b.links.add(from)
      for (const listener of a.listeners) listener(to, 'here')
      for (const listener of b.listeners) listener(from, 'there')
    },
    partition(parts) {
      groups = new Map(parts.flatMap((part, index) => part.map((id) => [id, index] as const)))
    },
    heal: () => void (groups = new Map()),
    async run({ untilMs = Infinity } = {}) {
      let steps = 0
      await setImmediate()
      while ((queue.nextMs() ?? Infinity) <= untilMs && (await step())) steps++
      if (untilMs !== Infinity) nowMs = Math.max(nowMs, untilMs)
      return steps
    },
    async runUntil(promise) {
      let isSettled = false
      const settle = () => void (isSettled = true)
      promise.then(settle, settle)
      await setImmediate()
      while (!isSettled) {
        if (await step()) continue
        throw new DsoError('NETWORK_STOPPED', { details: { reason: 'nothing is left to happen' } })
      }
      return await promise
    },
  }
}

/** @returns whether the member had not seen this message yet */
function markSeen(member: Member, topic: string, bytes: Uint8Array): boolean {
  const id = Buffer.from(computeMessageId(topic, bytes)).toString('base64')
  if (member.seen.has(id)) return false
  member.seen.add(id)
  return true
}

function unreachable(peer: string, reason: string): DsoError {
  return new DsoError('PEER_UNREACHABLE', { details: { peer, reason } })
}
