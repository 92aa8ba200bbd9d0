import type { CID } from 'multiformats/cid'
import { afterEach, describe, expect, test } from 'vitest'
import { testBlockStore } from '../../test/compliance/block-store.ts'
import {
  connect,
  createHostGroup,
  createMapBlockStore,
  eventually,
} from '../../test/fixtures/network.ts'
import { computeCid } from '../protocol/encoding/compute-cid.ts'
import { encodeCanonical } from '../protocol/encoding/encode-canonical.ts'
import { DsoError } from '../protocol/errors.ts'
import { MAX_BLOCK_BYTES } from '../protocol/ports/block-store.ts'
import { createSeededRandom } from '../protocol/statistics/create-seeded-random.ts'
import {
  BLOCK_ANSWER_BYTES,
  BLOCKS_PROTOCOL,
  decodeBlockRequest,
  encodeBlockAnswer,
  encodeBlockRequest,
} from './block-frames.ts'
import { createBlockServer } from './create-block-server.ts'
import type { Host } from './create-host.ts'
import { createMemoryNetwork } from './create-memory-network.ts'
import { createPeerBlockStore } from './create-peer-block-store.ts'
import { exchangeWith } from './exchange-with.ts'
import { NETWORK_LIMITS } from './limits.ts'
import type { FrameStreamHandler } from './peer-network.ts'

testBlockStore('the peer block store without peers', () => {
  const local = createMapBlockStore()
  const random = createSeededRandom(1)
  const network = createMemoryNetwork({ random, topics: [] }).createPeer('alone')
  const store = createPeerBlockStore({ network, local })
  return { store, spoil: (cid, bytes) => void local.blocks.set(cid.toString(), bytes) }
})

let group = createHostGroup()
afterEach(async () => {
  await group[Symbol.asyncDispose]()
  group = createHostGroup()
})

const random = createSeededRandom(3)
const block = random.bytes(1_500)
const raw = { codec: 'raw' } as const

/** A client and servers, the first server to be asked first; each is connected to the client. */
async function startClient(servers: number, timeoutMs?: number) {
  const hosts = await group.start(servers + 1)
  const client = hosts.pop()!
  for (const server of hosts) await connect(client, server)
  const local = createMapBlockStore()
  const store = createPeerBlockStore({ network: client, local, timeoutMs })
  return { client, servers: hosts, local, store }
}

async function serve(host: Host, ...blocks: Uint8Array[]): Promise<CID[]> {
  const held = createMapBlockStore()
  const cids: CID[] = []
  for (const bytes of blocks) cids.push(await held.put(bytes, raw))
  await createBlockServer({ network: host, blocks: held })
  return cids
}

describe('an honest peer', () => {
  test('gives a block, which is then local, counted, and not asked for again', async () => {
    const { client, servers, local, store } = await startClient(1)
    const held = createMapBlockStore()
    const cid = await held.put(block, { codec: 'dag-cbor' })
    const server = await createBlockServer({ network: servers[0]!, blocks: held })
    expect(await store.has(cid)).toBe(false)
    expect(await store.get(cid)).toEqual(block)
    expect(await local.get(cid)).toEqual(block)
    expect(await store.get(cid)).toEqual(block)
    const counted = { blocksFetched: 1, bytesFetched: 1_500, refused: 0 }
    expect(store.stats()).toEqual({ ...counted, peers: { [servers[0]!.peerId]: counted } })
    expect(server.stats()).toEqual({ blocksServed: 1, bytesServed: 1_500 })
    expect(client.penalties.points(servers[0]!.peerId)).toBe(0)
  })

  test('gives the largest block and the empty one', async () => {
    const { servers, store } = await startClient(1)
    const largest = random.bytes(MAX_BLOCK_BYTES)
    const cids = await serve(servers[0]!, largest, new Uint8Array())
    expect(await store.get(cids[0]!)).toEqual(largest)
    expect(await store.get(cids[1]!)).toEqual(new Uint8Array())
  })

  test('gives many blocks in batches, more than one response holds, and the rest is named', async () => {
    const { servers, store, local } = await startClient(2)
    const large = Array.from({ length: 10 }, () => random.bytes(MAX_BLOCK_BYTES))
    const small = Array.from({ length: 130 }, () => random.bytes(20))
    const first = await serve(servers[0]!, ...large, ...small.slice(0, 100))
    const second = await serve(servers[1]!, ...small.slice(100))
    const nowhere = computeCid(block, 'raw')
    const progress: number[] = []
    const missing = await store.prefetch([...first, nowhere, ...second], {
      onProgress: ({ done }) => progress.push(done),
    })
    expect(missing.map(String)).toEqual([nowhere.toString()])
    for (const cid of [...first, ...second]) expect(await local.has(cid)).toBe(true)
    expect(store.stats()).toMatchObject({ blocksFetched: 140, refused: 0 })
    expect(progress).toEqual(Array.from({ length: 140 }, (_, i) => i + 1))
  })

  test('that lacks the block is passed over without blame', async () => {
    const { client, servers, store } = await startClient(2)
    await serve(servers[0]!)
    const [cid] = await serve(servers[1]!, block)
    expect(await store.get(cid!)).toEqual(block)
    expect(store.stats()).toMatchObject({ refused: 0 })
    const other = computeCid(random.bytes(8), 'raw')
    await expect(store.get(other)).rejects.toMatchObject({
      code: 'BLOCK_NOT_FOUND',
      details: { cid: other.toString(), asked: 2, failures: [] },
    })
    expect(client.penalties.points(servers[0]!.peerId)).toBe(0)
  })
})

describe('a hostile or broken peer is skipped and the next one asked', () => {
  const tampered = block.with(700, (block[700] ?? 0) ^ 1)
  const answer = (frame: Uint8Array): FrameStreamHandler => {
    return async (stream) => {
      await stream.read(NETWORK_LIMITS.blockRequestBytes)
      await stream.write(frame)
    }
  }
  const silent: FrameStreamHandler = async (stream) => {
    await stream.read(NETWORK_LIMITS.blockRequestBytes)
    await stream.read(1) // never comes
  }
  const cases: [string, FrameStreamHandler, string, points: number, timeoutMs?: number][] = [
    ['one flipped bit', answer(encodeBlockAnswer(tampered)), 'BLOCK_CORRUPT', 50],
    ['a shortened block', answer(encodeBlockAnswer(block.slice(0, -1))), 'BLOCK_CORRUPT', 50],
    ['an unknown status', answer(Uint8Array.of(7)), 'PEER_MISBEHAVED', 50],
    ['an empty frame', answer(new Uint8Array()), 'PEER_MISBEHAVED', 50],
    ['a status with a tail', answer(Uint8Array.of(0, 0)), 'PEER_MISBEHAVED', 50],
    ['everything left out', answer(encodeBlockAnswer('left-out')), 'PEER_MISBEHAVED', 50],
    [
      'a frame over the limit',
      answer(new Uint8Array(BLOCK_ANSWER_BYTES + 1).fill(1)),
      'PEER_MISBEHAVED',
      50,
    ],
    ['no answer at all', silent, 'PEER_UNREACHABLE', 0, 500],
    ['an end before the answer', async () => {}, 'PEER_UNREACHABLE', 0],
    [
      'a reset',
      async () => {
        throw new DsoError('NETWORK_STOPPED')
      },
      'PEER_UNREACHABLE',
      0,
    ],
  ]

  test.each(cases)('%s', async (_, handler, code, points, timeoutMs) => {
    const { client, servers, store, local } = await startClient(2, timeoutMs)
    const [bad, good] = servers
    await bad!.handleStreams(BLOCKS_PROTOCOL, handler)
    const cid = computeCid(block, 'raw')
    await expect(store.get(cid)).rejects.toMatchObject({
      code: code === 'BLOCK_CORRUPT' ? 'BLOCK_CORRUPT' : 'BLOCK_NOT_FOUND',
      // The second peer does not answer this protocol yet.
      details: {
        failures: expect.arrayContaining([expect.objectContaining({ peer: bad!.peerId, code })]),
      },
    })
    expect(await local.has(cid)).toBe(false)
    expect(client.penalties.points(bad!.peerId)).toBeCloseTo(points, 0)
    await serve(good!, block)
    expect(await store.get(cid)).toEqual(block)
    expect(store.stats().blocksFetched).toBe(1)
  })

  test('a tampered block is refused and counted, the second source gives the real one', async () => {
    const { servers, store } = await startClient(2)
    const [bad, good] = servers
    await bad!.handleStreams(BLOCKS_PROTOCOL, answer(encodeBlockAnswer(tampered)))
    const [cid] = await serve(good!, block)
    expect(await store.get(cid!)).toEqual(block)
    expect(store.stats().peers).toEqual({
      [bad!.peerId]: { blocksFetched: 0, bytesFetched: 1_500, refused: 1 },
      [good!.peerId]: { blocksFetched: 1, bytesFetched: 1_500, refused: 0 },
    })
  })

  test('what verified before a lie is kept', async () => {
    const { servers, store, local } = await startClient(1)
    const other = random.bytes(40)
    await servers[0]!.handleStreams(BLOCKS_PROTOCOL, async (stream) => {
      await stream.read(NETWORK_LIMITS.blockRequestBytes)
      await stream.write(encodeBlockAnswer(other))
      await stream.write(encodeBlockAnswer(tampered))
    })
    const cids = [computeCid(other, 'raw'), computeCid(block, 'raw')]
    expect((await store.prefetch(cids)).map(String)).toEqual([cids[1]!.toString()])
    expect(await local.get(cids[0]!)).toEqual(other)
  })

  test('a liar that comes again is graylisted and asked no more', async () => {
    const { client, servers, store } = await startClient(1)
    let asked = 0
    await servers[0]!.handleStreams(BLOCKS_PROTOCOL, async (stream, from) => {
      asked++
      await answer(encodeBlockAnswer(tampered))(stream, from)
    })
    const cid = computeCid(block, 'raw')
    await expect(store.get(cid)).toRejectDso('BLOCK_CORRUPT')
    await expect(store.get(cid)).toRejectDso('BLOCK_CORRUPT')
    expect(client.peers()).toEqual([])
    await expect(store.get(cid)).toRejectDso('BLOCK_NOT_FOUND')
    expect(asked).toBe(2)
  })

  test('a spoilt local block is fetched anew', async () => {
    const { servers, store, local } = await startClient(1)
    const [cid] = await serve(servers[0]!, block)
    local.blocks.set(cid!.toString(), tampered)
    expect(await store.get(cid!)).toEqual(block)
    expect(await local.get(cid!)).toEqual(block)
  })
})

test('an abort ends a fetch with its reason and blames nobody', async () => {
  const { client, servers, store } = await startClient(1)
  const asked = Promise.withResolvers<void>()
  await servers[0]!.handleStreams(BLOCKS_PROTOCOL, async (stream) => {
    asked.resolve()
    while ((await stream.read(NETWORK_LIMITS.blockRequestBytes)) !== undefined);
  })
  const controller = new AbortController()
  const getting = store.get(computeCid(block, 'raw'), { signal: controller.signal })
  await asked.promise
  const reason = new Error('enough')
  controller.abort(reason)
  await expect(getting).rejects.toBe(reason)
  expect(client.penalties.points(servers[0]!.peerId)).toBe(0)
})

test('a local fault is not taken for a fault of the peer', async () => {
  const { client, servers } = await startClient(1)
  const [cid] = await serve(servers[0]!, block)
  const full = createMapBlockStore()
  full.put = async () => {
    throw new DsoError('STORE_FULL')
  }
  const store = createPeerBlockStore({ network: client, local: full })
  await expect(store.get(cid!)).toRejectDso('STORE_FULL')
  expect(client.penalties.points(servers[0]!.peerId)).toBe(0)
})

describe('a server refuses', () => {
  const cids = Array.from({ length: 65 }, (_, i) => computeCid(Uint8Array.of(i), 'raw'))
  const requests: [string, Uint8Array][] = [
    ['more than 64 blocks', encodeBlockRequest(cids)],
    ['no block', encodeBlockRequest([])],
    ['the same block twice', encodeBlockRequest([cids[0]!, cids[0]!])],
    ['an invalid CID', encodeCanonical({ cids: ['bafybeigdyrzt'] })],
    ['an unknown field', encodeCanonical({ cids: [String(cids[0])], more: true })],
    ['bytes that are not canonical', Uint8Array.of(0xbf, 0xff)],
    ['a request over the limit', new Uint8Array(NETWORK_LIMITS.blockRequestBytes + 1)],
  ]

  test.each(requests)('%s, and the client pays', async (_, request) => {
    const { client, servers } = await startClient(1)
    const [server] = servers
    await serve(server!, block)
    const ask = exchangeWith(
      { network: client, peer: server!.peerId, protocol: BLOCKS_PROTOCOL, timeoutMs: 2_000 },
      async (stream) => {
        await stream.write(request)
        return await stream.read(BLOCK_ANSWER_BYTES)
      },
    )
    await expect(ask).toRejectDso('PEER_UNREACHABLE')
    await eventually(() => server!.penalties.points(client.peerId) > 49)
  })

  test('a client that asks for nothing in time', async () => {
    const { client, servers } = await startClient(1)
    const [server] = servers
    await createBlockServer({ network: server!, blocks: createMapBlockStore(), timeoutMs: 50 })
    const life = new AbortController()
    const stream = await client.openStream(server!.peerId, BLOCKS_PROTOCOL, life.signal)
    await stream.write(new Uint8Array(1)).catch(() => {}) // not a whole request
    await expect(stream.read(1)).toRejectDso('PEER_UNREACHABLE')
  })

  test('everything once it is stopped', async () => {
    const { client, servers, store } = await startClient(1)
    const held = createMapBlockStore()
    const cid = await held.put(block, raw)
    const server = await createBlockServer({ network: servers[0]!, blocks: held })
    await server.stop()
    await server.stop()
    await expect(store.get(cid)).toRejectDso('BLOCK_NOT_FOUND')
    expect(client.penalties.points(servers[0]!.peerId)).toBe(0)
  })
})

test('a request of 64 CIDs fits into the request frame', () => {
  const cids = Array.from({ length: 64 }, (_, i) => computeCid(Uint8Array.of(i), 'dag-cbor'))
  const frame = encodeBlockRequest(cids)
  expect(frame.length).toBeLessThanOrEqual(NETWORK_LIMITS.blockRequestBytes)
  expect(decodeBlockRequest(frame).map(String)).toEqual(cids.map(String))
})
