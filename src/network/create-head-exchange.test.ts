import { fc, test as propertyTest } from '@fast-check/vitest'
import { afterEach, describe, expect, test } from 'vitest'
import { authorKey, createFeeds, type Feeds } from '../../test/fixtures/feeds.ts'
import { connect, createHostGroup, eventually, TEST_TOPICS } from '../../test/fixtures/network.ts'
import { createSeededRandom } from '../protocol/statistics/create-seeded-random.ts'
import { createHeadExchange, type HeadExchangeOptions } from './create-head-exchange.ts'
import { createMemoryNetwork } from './create-memory-network.ts'
import { decodeHeads, encodeHeadFrame, HEADS_PROTOCOL } from './head-frames.ts'
import { NETWORK_LIMITS } from './limits.ts'
import type { FrameStreamHandler, PeerNetwork } from './peer-network.ts'

const ann = authorKey(1)
const ben = authorKey(2)

async function exchangeFor(
  network: PeerNetwork,
  feeds: Feeds,
  options: Partial<HeadExchangeOptions> = {},
) {
  return await createHeadExchange({
    network,
    source: feeds,
    onOperation: (bytes) => feeds.take(bytes),
    timeoutMs: 1_000,
    ...options,
  })
}

describe('over real sockets', () => {
  let group = createHostGroup()
  afterEach(async () => {
    await group[Symbol.asyncDispose]()
    group = createHostGroup()
  })

  test('a missed announcement is repaired at the next connection, in both directions', async () => {
    const [a, b] = await group.start(2)
    const [feedsA, feedsB] = [createFeeds(), createFeeds()]
    await exchangeFor(a!, feedsA)
    await exchangeFor(b!, feedsB)
    // Published while nobody is connected: gossip never brings it.
    await a!.gossip.publish(TEST_TOPICS.ops, feedsA.append(ann, 'missed by B'))
    feedsB.append(ben, 'missed by A')
    await connect(a!, b!)
    await eventually(() => feedsB.texts(ann).length > 0 && feedsA.texts(ben).length > 0)
    expect(feedsB.texts(ann)).toEqual(['missed by B'])
    expect(feedsA.texts(ben)).toEqual(['missed by A'])
  })

  test('it can be asked for at any time, and says how much was new', async () => {
    const [a, b] = await group.start(2)
    const [feedsA, feedsB] = [createFeeds({ firstSeq: 1 }), createFeeds({ firstSeq: 1 })]
    const exchange = await exchangeFor(a!, feedsA)
    await connect(a!, b!)
    await expect(exchange.exchange(b!.peerId)).toRejectDso('PEER_UNREACHABLE') // not spoken there yet
    await exchangeFor(b!, feedsB)
    for (let i = 0; i < 200; i++) feedsB.append(ben, `step ${i} ${'x'.repeat(4_000)}`)
    expect(await exchange.exchange(b!.peerId)).toBe(200)
    expect(feedsA.texts(ben)).toEqual(feedsB.texts(ben))
    expect(await exchange.exchange(b!.peerId)).toBe(0)
    await exchange.stop()
    await exchange.stop()
    await expect(exchange.exchange(b!.peerId)).toRejectDso('NETWORK_STOPPED')
  })

  test('a silent peer is given up in time', async () => {
    const [a, b] = await group.start(2)
    const exchange = await exchangeFor(a!, createFeeds(), { timeoutMs: 200 })
    await b!.handleStreams(HEADS_PROTOCOL, async (stream) => {
      while ((await stream.read(100_000)) !== undefined);
    })
    await a!.dial(b!.addresses[0]!)
    await expect(exchange.exchange(b!.peerId)).rejects.toMatchObject({
      code: 'PEER_UNREACHABLE',
      details: { reason: 'timeout', peer: b!.peerId },
    })
    expect(a!.penalties.points(b!.peerId)).toBe(0)
  })
})

describe('in simulation', () => {
  function createPair(seed = 1) {
    const network = createMemoryNetwork({ random: createSeededRandom(seed), topics: [] })
    return { network, a: network.createPeer('a'), b: network.createPeer('b') }
  }

  test('every interval one peer is asked, until it is stopped', async () => {
    const { network, a, b } = createPair()
    const [feedsA, feedsB] = [createFeeds(), createFeeds()]
    await exchangeFor(b, feedsB)
    network.connect('a', 'b')
    const exchange = await exchangeFor(a, feedsA, { everyMs: 20_000 })
    feedsB.append(ben, 'one')
    await network.run({ untilMs: 19_000 })
    expect(feedsA.texts(ben)).toEqual([])
    await network.run({ untilMs: 21_000 })
    expect(feedsA.texts(ben)).toEqual(['one'])
    feedsB.append(ben, 'two')
    await network.run({ untilMs: 45_000 })
    expect(feedsA.texts(ben)).toEqual(['one', 'two'])
    await exchange.stop()
    feedsB.append(ben, 'three')
    await network.run()
    expect(feedsA.texts(ben)).toEqual(['one', 'two'])
  })

  test('calls for one peer at the same time share one exchange', async () => {
    const { network, a, b } = createPair()
    const feedsB = createFeeds()
    let listed = 0
    const exchange = await exchangeFor(a, createFeeds())
    await exchangeFor(b, {
      ...feedsB,
      listHeads: () => {
        listed++
        return feedsB.listHeads()
      },
    })
    network.connect('b', 'a')
    await network.run()
    listed = 0
    const both = Promise.all([exchange.exchange('b'), exchange.exchange('b')])
    expect(await network.runUntil(both)).toEqual([0, 0])
    expect(listed).toBe(1)
  })

  test('an operation that is ignored ends its feed only', async () => {
    const { network, a, b } = createPair()
    const feedsA = createFeeds()
    const feedsB = createFeeds()
    for (let i = 0; i < 3; i++) {
      feedsB.append(ann, `ann ${i}`)
      feedsB.append(ben, `ben ${i}`)
    }
    const offered: string[] = []
    const exchange = await exchangeFor(a, feedsA, {
      onOperation: (bytes) => {
        const text = new TextDecoder().decode(bytes)
        offered.push(text.includes('ann') ? 'ann' : 'ben')
        return text.includes('ann 1') ? 'ignore' : feedsA.take(bytes)
      },
    })
    await exchangeFor(b, feedsB)
    network.connect('b', 'a')
    await network.runUntil(exchange.exchange('b'))
    expect(feedsA.texts(ann)).toEqual(['ann 0'])
    expect(feedsA.texts(ben)).toEqual(['ben 0', 'ben 1', 'ben 2'])
    expect(a.penalties.points('b')).toBe(0)
  })

  test('an invalid operation ends the exchange and lowers the score', async () => {
    const { network, a, b } = createPair()
    const feedsA = createFeeds()
    const feedsB = createFeeds()
    feedsB.append(ann, 'fine')
    feedsB.append(ann, 'forged')
    const exchange = await exchangeFor(a, feedsA)
    await exchangeFor(b, feedsB)
    network.connect('b', 'a')
    await expect(network.runUntil(exchange.exchange('b'))).toRejectDso('PEER_MISBEHAVED')
    expect(feedsA.texts(ann)).toEqual(['fine'])
    expect(a.penalties.points('b')).toBeGreaterThan(49)
  })

  test('another operation under the number of our head is asked for: it proves a fork', async () => {
    const { network, a, b } = createPair()
    const [feedsA, feedsB] = [createFeeds(), createFeeds()]
    feedsA.append(ann, 'one story')
    feedsB.append(ann, 'another story')
    const offered: string[] = []
    const exchange = await exchangeFor(a, feedsA, {
      onOperation: (bytes) => {
        offered.push(new TextDecoder().decode(bytes))
        return 'ignore'
      },
    })
    await exchangeFor(b, feedsB)
    network.connect('b', 'a')
    await network.runUntil(exchange.exchange('b'))
    expect(offered[0]).toContain('another story')
  })

  test('an author of ours in another spelling fails here, before the peer could take offence', async () => {
    const { network, a, b } = createPair()
    const feedsA = createFeeds()
    feedsA.append(`0x${ann}`, 'x')
    const exchange = await exchangeFor(a, feedsA)
    await exchangeFor(b, createFeeds())
    network.connect('b', 'a')
    await expect(network.runUntil(exchange.exchange('b'))).toRejectDso('FORMAT_INVALID')
    expect(b.penalties.points('a')).toBe(0)
  })

  test('more heads than fit into one frame go in pages', async () => {
    const { network, a, b } = createPair()
    const [feedsA, feedsB] = [createFeeds(), createFeeds()]
    const count = 2 * NETWORK_LIMITS.headsPerFrame + 1
    for (let i = 0; i < count; i++) feedsB.append(authorKey(i), 'x')
    const exchange = await exchangeFor(a, feedsA)
    await exchangeFor(b, feedsB)
    network.connect('b', 'a')
    expect(await network.runUntil(exchange.exchange('b'))).toBe(count)
  })

  const head = {
    author: ann,
    seq: 5,
    cid: 'bafkreifzjut3te7nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e',
  }
  const heads = (frame: object) =>
    encodeHeadFrame({ kind: 'heads', more: false, ...frame } as never)
  /** A peer that answers with these frames, one to each frame it gets. */
  const answer = (...frames: Uint8Array[]): FrameStreamHandler => {
    return async (stream) => {
      for (const frame of frames) {
        await stream.read(1 << 20)
        await stream.write(frame)
      }
      while ((await stream.read(1 << 20)) !== undefined);
    }
  }
  const operations = (...seqs: number[]) =>
    encodeHeadFrame({
      kind: 'operations',
      operations: seqs.map((seq) => ({ seq, bytes: createFeeds().append(ann, `${seq}`) })),
    })
  const cases: [string, FrameStreamHandler][] = [
    ['bytes that are no dag-cbor', answer(Uint8Array.of(0xff))],
    ['a frame of another kind', answer(encodeHeadFrame({ kind: 'done' }))],
    ['a negative number', answer(heads({ heads: [{ ...head, seq: -1 }] }))],
    ['an author that is no key', answer(heads({ heads: [{ ...head, author: 'ann' }] }))],
    ['a CID that is none', answer(heads({ heads: [{ ...head, cid: 'bafy' }] }))],
    ['an unknown field', answer(heads({ heads: [], extra: 1 }))],
    ['an author twice', answer(heads({ heads: [head, head] }))],
    ['empty pages without end', answer(heads({ heads: [], more: true }))],
    ['a frame over the limit', answer(new Uint8Array(NETWORK_LIMITS.headFrameBytes + 1))],
    ['a head without operations', answer(heads({ heads: [head] }), operations())],
    [
      'more operations than asked for',
      answer(heads({ heads: [head] }), operations(0, 1, 2, 3, 4, 5, 6)),
    ],
    ['operations out of order', answer(heads({ heads: [head] }), operations(1, 0))],
    [
      'a batch over the limit',
      answer(heads({ heads: [head] }), new Uint8Array(NETWORK_LIMITS.operationBatchBytes + 1)),
    ],
  ]
  test.each(cases)('a peer that sends %s is penalised', async (_, handler) => {
    const { network, a, b } = createPair()
    const exchange = await exchangeFor(a, createFeeds(), { onOperation: () => 'accept' })
    await b.handleStreams(HEADS_PROTOCOL, handler)
    network.connect('b', 'a')
    await expect(network.runUntil(exchange.exchange('b'))).toRejectDso('PEER_MISBEHAVED')
    expect(a.penalties.points('b')).toBeGreaterThan(49)
  })

  test('heads that promise without end cost no more than one exchange', async () => {
    const { network, a, b } = createPair()
    let asked = 0
    const exchange = await exchangeFor(a, createFeeds(), { onOperation: () => 'accept' })
    await b.handleStreams(HEADS_PROTOCOL, async (stream) => {
      while (decodeHeads((await stream.read(1 << 20))!).more);
      await stream.write(heads({ heads: [{ ...head, seq: Number.MAX_SAFE_INTEGER }] }))
      for (let seq = 0; ; seq++) {
        const ask = await stream.read(1 << 20)
        if (ask === undefined || ask.length < 20) break // done
        asked++
        await stream.write(operations(seq))
      }
      await stream.write(encodeHeadFrame({ kind: 'done' }))
    })
    network.connect('b', 'a')
    await network.runUntil(exchange.exchange('b'))
    expect(asked).toBe(NETWORK_LIMITS.batchesPerExchange)
  })

  propertyTest.prop(
    [fc.integer(), fc.array(fc.record({ at: fc.nat(3), by: fc.nat(4) }), { maxLength: 30 })],
    { numRuns: 25 },
  )(
    'after one round of exchanges along a line and back, all nodes hold all feeds',
    async (seed, steps) => {
      const random = createSeededRandom(seed)
      const network = createMemoryNetwork({ random, topics: [], conditions: { maxDelayMs: 100 } })
      const feeds = [0, 1, 2, 3].map(() => createFeeds())
      const all = createFeeds()
      const known = new Map<string, Feeds>()
      for (const { at, by } of steps) {
        // A feed has one home: nobody forks here.
        const author = authorKey(by)
        const home = known.get(author) ?? feeds[at]!
        known.set(author, home)
        all.take(home.append(author, `${home.texts(author).length}`))
      }
      const exchanges = []
      for (const [i, own] of feeds.entries()) {
        exchanges.push(await exchangeFor(network.createPeer(`${i}`), own, { timeoutMs: 10_000 }))
      }
      for (const [from, to] of [
        [0, 1],
        [1, 2],
        [2, 3],
        [2, 1],
        [1, 0],
      ] as const) {
        network.connect(`${from}`, `${to}`)
        await network.runUntil(exchanges[from]!.exchange(`${to}`))
        await network.run()
      }
      const digest = async (own: Feeds) =>
        (await own.listHeads()).sort((x, y) => (x.author < y.author ? -1 : 1))
      for (const own of feeds) expect(await digest(own)).toEqual(await digest(all))
    },
  )
})
