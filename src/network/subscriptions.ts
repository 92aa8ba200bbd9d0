import {
  MAX_MESSAGE_BYTES,
  type MessageValidator,
  type MessageVerdict,
} from '../protocol/ports/gossip.ts'
import { NETWORK_LIMITS } from './limits.ts'
import { computeMessageId } from './message-id.ts'
import type { NetworkLog } from './network-log.ts'
import type { PeerPenalties } from './peer-penalties.ts'

type MessageHandler = (bytes: Uint8Array, from: string) => void

interface Subscription {
  validator: MessageValidator
  handler: MessageHandler
}

/** One node's subscriptions, with the rules that hold on every network. */
export interface Subscriptions {
  add(topic: string, validator: MessageValidator, handler: MessageHandler): () => void
  topics(): string[]
  /** Validates one received message; nothing is delivered yet. */
  validate(topic: string, bytes: Uint8Array, from: string): Promise<MessageVerdict>
  /** Hands an accepted message to the topic's handlers. */
  deliver(topic: string, bytes: Uint8Array, from: string): void
}

/** What subscriptions need, and what they tell when a topic gains its first or loses its last subscriber. */
export interface SubscriptionsOptions {
  penalties: PeerPenalties
  log: NetworkLog
  onTopicChange: (topic: string, subscribed: boolean) => void
}

/** Creates the book of a node's subscriptions. */
export function createSubscriptions(options: SubscriptionsOptions): Subscriptions {
  const { penalties, log, onTopicChange } = options
  const byTopic = new Map<string, Set<Subscription>>()
  const accepted = new Set<string>() // in order of acceptance, oldest first
  let inFlight = 0

  const judge = async (topic: string, bytes: Uint8Array, from: string): Promise<MessageVerdict> => {
    // The limit first: nothing below may see more bytes than it is written for.
    if (bytes.length > MAX_MESSAGE_BYTES) return 'reject'
    const subscriptions = byTopic.get(topic)
    if (subscriptions === undefined) return 'ignore'
    const id = Buffer.from(computeMessageId(topic, bytes)).toString('base64')
    if (accepted.has(id)) return 'ignore'
    // Our own lack of time is not the sender's fault.
    if (inFlight >= NETWORK_LIMITS.validationsInFlight) return 'ignore'
    inFlight++
    try {
      for (const { validator } of subscriptions) {
        const verdict = await validator(bytes, from)
        if (verdict !== 'accept') return verdict
      }
    } catch (error) {
      // A validator that throws is a fault on this side, so the sender keeps its score.
      log.warn({ topic, from, error }, 'a message validator failed')
      return 'ignore'
    } finally {
      inFlight--
    }
    // A copy that was validated beside this one may have come first.
    if (accepted.has(id)) return 'ignore'
    // Remembered only now: a refused copy must not stand in the way of a good one.
    accepted.add(id)
    if (accepted.size > NETWORK_LIMITS.rememberedMessages) {
      const [oldest] = accepted
      if (oldest !== undefined) accepted.delete(oldest)
    }
    return 'accept'
  }

  return {
    add(topic, validator, handler) {
      const subscription = { validator, handler }
      const others = byTopic.get(topic)
      if (others === undefined) {
        byTopic.set(topic, new Set([subscription]))
        onTopicChange(topic, true)
      } else {
        others.add(subscription)
      }
      return () => {
        const subscriptions = byTopic.get(topic)
        if (subscriptions?.delete(subscription) !== true || subscriptions.size > 0) return
        byTopic.delete(topic)
        onTopicChange(topic, false)
      }
    },
    topics: () => [...byTopic.keys()],
    async validate(topic, bytes, from) {
      const verdict = await judge(topic, bytes, from)
      if (verdict === 'reject') {
        penalties.report(from, 'invalid-message')
        log.debug({ topic, from, bytes: bytes.length }, 'a message was rejected')
      }
      return verdict
    },
    deliver(topic, bytes, from) {
      for (const { handler } of byTopic.get(topic) ?? []) {
        try {
          handler(bytes, from)
        } catch (error) {
          log.warn({ topic, from, error }, 'a message handler failed')
        }
      }
    },
  }
}
