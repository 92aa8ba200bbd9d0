import { RELEASE_POINTS, type PeerPenalties } from './peer-penalties.ts'

/**
 * Gossip scores at which a peer is no longer gossiped with, published to, listened to. Peer exchange is never accepted:
 * no score reaches 1,000.
 */
export const SCORE_THRESHOLDS = {
  gossipThreshold: -RELEASE_POINTS,
  publishThreshold: -50,
  graylistThreshold: -100,
  acceptPXThreshold: 1_000,
  opportunisticGraftThreshold: 5,
}

/** Highest sum of all topics' scores: good conduct cannot be saved up. */
const TOPIC_SCORE_CAP = 10

/**
 * Gossipsub's score arithmetic. Of n invalid messages of a peer each topic takes n² points, halved in about seven
 * minutes, and {@link PeerPenalties} 10 n, kept across reconnects: even a peer with all
 * that good conduct earns (+24 on three topics) is below −100 with the 8th. Mesh delivery rates are not scored, because a quiet topic would punish honest peers.
 *
 * @param topics the allow-list; a topic without parameters would not be scored at all
 */
export function createScoreParams(topics: readonly string[], penalties: PeerPenalties) {
  const topic = {
    topicWeight: 1,
    timeInMeshWeight: 0.01,
    timeInMeshQuantum: 1_000,
    timeInMeshCap: 300,
    firstMessageDeliveriesWeight: 0.5,
    firstMessageDeliveriesDecay: 0.998,
    firstMessageDeliveriesCap: 10,
    meshMessageDeliveriesWeight: 0,
    meshFailurePenaltyWeight: 0,
    invalidMessageDeliveriesWeight: -1,
    invalidMessageDeliveriesDecay: 0.9983,
  }
  return {
    topics: Object.fromEntries(topics.map((name) => [name, { ...DISABLED_MESH_RATE, ...topic }])),
    topicScoreCap: TOPIC_SCORE_CAP,
    appSpecificScore: (peer: string) => -penalties.points(peer),
    appSpecificWeight: 1,
    IPColocationFactorWeight: -5,
    IPColocationFactorThreshold: 10,
    // Many nodes of one machine are not many machines behind one address.
    IPColocationFactorWhitelist: new Set(['127.0.0.1', '::1']),
    behaviourPenaltyWeight: -10,
    behaviourPenaltyThreshold: 1,
    behaviourPenaltyDecay: 0.98,
    decayInterval: 1_000,
    decayToZero: 0.01,
    retainScore: 60 * 60_000,
  }
}

/** Fields of the mesh delivery rate that must be valid although their weight is zero. */
const DISABLED_MESH_RATE = {
  meshMessageDeliveriesDecay: 0.5,
  meshMessageDeliveriesCap: 1,
  meshMessageDeliveriesThreshold: 1,
  meshMessageDeliveriesWindow: 10,
  meshMessageDeliveriesActivation: 5_000,
  meshFailurePenaltyDecay: 0.5,
}
