import { setTimeout } from 'node:timers/promises'
import { testGossip } from '../../test/compliance/gossip.ts'
import { connect, createHostGroup, TEST_TOPICS } from '../../test/fixtures/network.ts'
import { createSeededRandom } from '../protocol/statistics/create-seeded-random.ts'
import { createMemoryNetwork } from './create-memory-network.ts'

const topics = Object.values(TEST_TOPICS)

testGossip('libp2p', async (count, links) => {
  const group = createHostGroup()
  const nodes = await group.start(count)
  for (const [from, to] of links) await connect(nodes[from]!, nodes[to]!)
  return {
    nodes: nodes.map(({ peerId: id, gossip }) => ({ id, gossip })),
    topic: TEST_TOPICS.ops,
    advance: () => setTimeout(10),
    close: async () => await group[Symbol.asyncDispose](),
  }
})

testGossip('memory', async (count, links) => {
  const random = createSeededRandom(7)
  const network = createMemoryNetwork({
    random,
    topics,
    conditions: { maxDelayMs: 50, duplicateRate: 0.3 },
  })
  const nodes = Array.from({ length: count }, (_, i) => network.createPeer(`peer-${i}`))
  for (const [from, to] of links) network.connect(`peer-${from}`, `peer-${to}`)
  return {
    nodes: nodes.map(({ peerId: id, gossip }) => ({ id, gossip })),
    topic: TEST_TOPICS.ops,
    advance: async () => void (await network.run()),
    close: async () => {},
  }
})
