import { gossipsub, StrictNoSign, TopicValidatorResult, type GossipSub } from '@libp2p/gossipsub'
import { DsoError } from '../protocol/errors.ts'
import { type Gossip, MAX_MESSAGE_BYTES, type MessageVerdict } from '../protocol/ports/gossip.ts'
import { NETWORK_LIMITS } from './limits.ts'
import { computeMessageId } from './message-id.ts'
import type { NetworkLog } from './network-log.ts'
import type { PeerPenalties } from './peer-penalties.ts'
import { createScoreParams, SCORE_THRESHOLDS } from './score-params.ts'
import { createSubscriptions } from './subscriptions.ts'

const RESULTS = {
  accept: TopicValidatorResult.Accept,
  ignore: TopicValidatorResult.Ignore,
  reject: TopicValidatorResult.Reject,
} as const satisfies Record<MessageVerdict, TopicValidatorResult>

/** The gossipsub service: unsigned messages, named by all their bytes, in allowed topics only, scored and bounded. */
export function createPubsub(topics: readonly string[], penalties: PeerPenalties) {
  return gossipsub({
    globalSignaturePolicy: StrictNoSign, // what travels carries its author's own signature
    msgIdFn: (message) => computeMessageId(message.topic, message.data),
    allowedTopics: new Set(topics),
    allowPublishToZeroTopicPeers: true,
    ignoreDuplicatePublishError: true,
    fallbackToFloodsub: false, // floodsub peers would bypass the mesh and its scores
    doPX: false,
    scoreParams: createScoreParams(topics, penalties),
    scoreThresholds: SCORE_THRESHOLDS,
    maxInboundDataLength: NETWORK_LIMITS.gossipFrameBytes,
    maxOutboundBufferSize: NETWORK_LIMITS.gossipOutboundBytes,
    maxTopicBytesPerPeer: 64 * 1024,
    maxInboundStreams: 2,
    maxOutboundStreams: 2,
    decodeRpcLimits: {
      maxSubscriptions: 64,
      maxMessages: NETWORK_LIMITS.messagesPerFrame,
      maxIhaveMessageIDs: 5_000,
      maxIwantMessageIDs: 5_000,
      maxIdontwantMessageIDs: 512,
      maxControlMessages: 64,
      maxPeerInfos: 16,
    },
  })
}

/** What {@link createLibp2pGossip} speaks through. */
export interface Libp2pGossipOptions {
  pubsub: GossipSub
  topics: readonly string[]
  penalties: PeerPenalties
  log: NetworkLog
  isRunning: () => boolean
}

/** The {@link Gossip} port over a gossipsub service, and how to subscribe again after a restart. */
export function createLibp2pGossip(options: Libp2pGossipOptions): {
  gossip: Gossip
  resubscribe(): void
} {
  const { pubsub, topics, penalties, log, isRunning } = options
  const allowed = new Set(topics)
  const subscriptions = createSubscriptions({
    penalties,
    log,
    onTopicChange(topic, subscribed) {
      if (!isRunning()) return // start() subscribes
      if (subscribed) pubsub.subscribe(topic)
      else pubsub.unsubscribe(topic)
    },
  })
  for (const topic of topics) {
    // Also for topics without subscriber: a message that nobody checked must not be relayed.
    pubsub.topicValidators.set(topic, async (peer, { data }) => {
      return RESULTS[await subscriptions.validate(topic, data, peer.toString())]
    })
  }
  pubsub.addEventListener('gossipsub:message', ({ detail: { propagationSource, msg } }) => {
    subscriptions.deliver(msg.topic, msg.data, propagationSource.toString())
  })
  const checkTopic = (topic: string) => {
    if (!allowed.has(topic)) throw new DsoError('TOPIC_UNKNOWN', { details: { topic } })
  }

  const gossip: Gossip = {
    async publish(topic, bytes) {
      if (bytes.length > MAX_MESSAGE_BYTES) {
        const details = { topic, bytes: bytes.length, most: MAX_MESSAGE_BYTES }
        throw new DsoError('MESSAGE_TOO_LARGE', { details })
      }
      checkTopic(topic)
      if (!isRunning()) throw new DsoError('NETWORK_STOPPED')
      await pubsub.publish(topic, bytes)
    },
    subscribe(topic, validator, handler) {
      checkTopic(topic)
      return subscriptions.add(topic, validator, handler)
    },
  }
  return {
    gossip,
    resubscribe: () => subscriptions.topics().forEach((topic) => pubsub.subscribe(topic)),
  }
}
