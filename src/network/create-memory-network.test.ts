import { expect, test } from 'vitest'
import { createMapBlockStore, TEST_TOPICS } from '../../test/fixtures/network.ts'
import { createSeededRandom } from '../protocol/statistics/create-seeded-random.ts'
import { createBlockServer } from './create-block-server.ts'
import { createMemoryNetwork, type LinkConditions } from './create-memory-network.ts'
import { createPeerBlockStore } from './create-peer-block-store.ts'

const topics = Object.values(TEST_TOPICS)

function createNetwork(seed: number, conditions: Partial<LinkConditions> = {}) {
  return createMemoryNetwork({ random: createSeededRandom(seed), topics, conditions })
}

/** Publishes 100 numbered messages from `a` to `b` and returns what arrived, in order, with the time. */
async function history(seed: number, conditions: Partial<LinkConditions>) {
  const network = createNetwork(seed, conditions)
  const [a, b] = [network.createPeer('a'), network.createPeer('b')]
  network.connect('a', 'b')
  const arrived: [number, number][] = []
  b.gossip.subscribe(
    TEST_TOPICS.ops,
    () => 'accept',
    (bytes) => arrived.push([bytes[0]!, network.clock.nowMs()]),
  )
  for (let i = 0; i < 100; i++) await a.gossip.publish(TEST_TOPICS.ops, Uint8Array.of(i))
  await network.run()
  return arrived
}

test('one seed gives one history, another seed another', async () => {
  const conditions = { dropRate: 0.2, duplicateRate: 0.2, maxDelayMs: 500 }
  const first = await history(1, conditions)
  expect(await history(1, conditions)).toEqual(first)
  expect(await history(2, conditions)).not.toEqual(first)
})

test('messages are lost, doubled and overtaken as asked for, and doubles are delivered once', async () => {
  const lost = (await history(3, { dropRate: 0.5 })).length
  expect(lost).toBeGreaterThan(20)
  expect(lost).toBeLessThan(80)
  expect(await history(3, { dropRate: 1 })).toEqual([])
  const order = (await history(3, { duplicateRate: 1, maxDelayMs: 1_000 })).map(([n]) => n)
  expect(order.toSorted((x, y) => x - y)).toEqual(Array.from({ length: 100 }, (_, i) => i))
  expect(order).not.toEqual(order.toSorted((x, y) => x - y))
})

test('nothing is delivered but by a step', async () => {
  const network = createNetwork(1)
  const [a, b] = [network.createPeer('a'), network.createPeer('b')]
  network.connect('a', 'b')
  let received = 0
  b.gossip.subscribe(
    TEST_TOPICS.ops,
    () => 'accept',
    () => received++,
  )
  await a.gossip.publish(TEST_TOPICS.ops, Uint8Array.of(1))
  expect(received).toBe(0)
  expect(await network.step()).toBe(true)
  expect(received).toBe(1)
  expect(await network.step()).toBe(false)
})

test('a partition stops messages and stalls streams until it heals; links stay', async () => {
  const network = createNetwork(1)
  const [a, b] = [network.createPeer('a'), network.createPeer('b')]
  network.connect('a', 'b')
  const held = createMapBlockStore()
  const cid = await held.put(Uint8Array.of(1, 2, 3), { codec: 'raw' })
  await createBlockServer({ network: b, blocks: held })
  const store = createPeerBlockStore({ network: a, local: createMapBlockStore(), timeoutMs: 2_000 })
  let received = 0
  b.gossip.subscribe(
    TEST_TOPICS.ops,
    () => 'accept',
    () => received++,
  )
  network.partition([['a'], ['b']])
  await a.gossip.publish(TEST_TOPICS.ops, Uint8Array.of(1))
  await network.run()
  expect(received).toBe(0)
  const before = network.clock.nowMs()
  await expect(network.runUntil(store.get(cid))).toRejectDso('BLOCK_NOT_FOUND')
  expect(network.clock.nowMs() - before).toBe(2_000)
  expect(a.peers()).toEqual(['b'])
  network.heal()
  expect(await network.runUntil(store.get(cid))).toEqual(Uint8Array.of(1, 2, 3))
  await a.gossip.publish(TEST_TOPICS.ops, Uint8Array.of(2))
  await network.run()
  expect(received).toBe(1)
})

test('a peer of ten invalid messages is disconnected and refused', async () => {
  const network = createNetwork(1)
  const [a, b] = [network.createPeer('a'), network.createPeer('b')]
  network.connect('a', 'b')
  b.gossip.subscribe(
    TEST_TOPICS.ops,
    () => 'reject',
    () => {},
  )
  for (let i = 0; i < 12; i++) await a.gossip.publish(TEST_TOPICS.ops, Uint8Array.of(i))
  await network.run()
  expect(b.peers()).toEqual([])
  expect(a.peers()).toEqual([])
  expect(() => network.connect('a', 'b')).toThrowDso('PEER_UNREACHABLE')
  expect(() => network.connect('b', 'a')).toThrowDso('PEER_UNREACHABLE')
})

test('blocks are fetched from a second peer when links break, lie never, and time is simulated', async () => {
  const network = createNetwork(5, { maxDelayMs: 200 })
  const names = ['p', 'q', 'r']
  const client = network.createPeer('client')
  const bytes = createSeededRandom(1).bytes(5_000)
  const held = createMapBlockStore()
  const cid = await held.put(bytes, { codec: 'raw' })
  for (const name of names) {
    await createBlockServer({ network: network.createPeer(name), blocks: held })
    network.connect('client', name)
  }
  network.conditions.dropRate = 0.3
  const store = createPeerBlockStore({ network: client, local: createMapBlockStore() })
  let got: Uint8Array | undefined
  for (let tries = 0; got === undefined; tries++) {
    expect(tries).toBeLessThan(20)
    got = await network.runUntil(store.get(cid)).catch(() => undefined)
  }
  expect(got).toEqual(bytes)
})

test('a wait that nothing can end is reported instead of hanging', async () => {
  const network = createNetwork(1)
  await expect(network.runUntil(new Promise(() => {}))).toRejectDso('NETWORK_STOPPED')
})

test('sleeping is simulated, may be aborted, and an aborted sleep takes no time', async () => {
  const network = createNetwork(1)
  await network.runUntil(network.clock.sleep(3_600_000))
  expect(network.clock.nowMs()).toBe(3_600_000)
  const controller = new AbortController()
  const sleeping = network.clock.sleep(5_000, controller.signal)
  const reason = new Error('enough')
  controller.abort(reason)
  await expect(sleeping).rejects.toBe(reason)
  await network.run()
  expect(network.clock.nowMs()).toBe(3_600_000)
})
