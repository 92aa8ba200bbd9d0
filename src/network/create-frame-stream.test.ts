import { noise } from '@libp2p/noise'
import { tcp } from '@libp2p/tcp'
import { yamux } from '@libp2p/yamux'
import { multiaddr } from '@multiformats/multiaddr'
import { createLibp2p } from 'libp2p'
import { afterEach, expect, test } from 'vitest'
import { createHostGroup } from '../../test/fixtures/network.ts'
import type { ByteStream } from './create-frame-stream.ts'
import type { FrameStream } from './peer-network.ts'

const PROTOCOL = '/frames'
let group = createHostGroup()
const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
  await group[Symbol.asyncDispose]()
  group = createHostGroup()
})

/** A bare libp2p node that may send what it likes, and the frames that our host makes of it. */
async function open(handle: (stream: FrameStream) => Promise<void>): Promise<ByteStream> {
  const [host] = await group.start(1)
  await host!.handleStreams(PROTOCOL, handle)
  const bare = await createLibp2p({
    transports: [tcp()],
    connectionEncrypters: [noise()],
    streamMuxers: [yamux()],
  })
  cleanUps.push(() => bare.stop())
  return await bare.dialProtocol(multiaddr(host!.addresses[0]!), PROTOCOL)
}

/** Runs `read` on our side of the stream that `send` writes to. */
async function readWhat<T>(
  send: (stream: ByteStream) => unknown,
  read: (stream: FrameStream) => Promise<T>,
): Promise<T> {
  const outcome = Promise.withResolvers<T>()
  const stream = await open(async (frames) => {
    outcome.resolve(read(frames))
    await outcome.promise.catch(() => {})
  })
  await send(stream)
  return await outcome.promise
}

const length = (bytes: number) => {
  const header = new Uint8Array(4)
  new DataView(header.buffer).setUint32(0, bytes)
  return header
}

test('frames arrive whole and in order, however their bytes were cut, and then the end', async () => {
  const bytes = Uint8Array.of(...length(3), 1, 2, 3, ...length(0), ...length(2), 4, 5)
  const frames = await readWhat(
    async (stream) => {
      for (const byte of bytes) stream.send(Uint8Array.of(byte))
      await stream.close()
    },
    async (stream) => [
      await stream.read(3),
      await stream.read(3),
      await stream.read(3),
      await stream.read(3),
    ],
  )
  expect(frames).toEqual([Uint8Array.of(1, 2, 3), new Uint8Array(), Uint8Array.of(4, 5), undefined])
})

test('a claimed length over the limit is refused before the bytes have come', async () => {
  const reading = readWhat(
    (stream) => stream.send(length(0xffffffff)), // and nothing else, ever
    (stream) => stream.read(1 << 20),
  )
  await expect(reading).rejects.toMatchObject({
    code: 'PEER_MISBEHAVED',
    details: { bytes: 0xffffffff, most: 1 << 20 },
  })
})

test.each([
  ['within the length', Uint8Array.of(0, 0)],
  ['within the frame', Uint8Array.of(...length(3), 1)],
])('an end %s is told from a whole frame', async (_, bytes) => {
  const reading = readWhat(
    async (stream) => {
      stream.send(bytes)
      await stream.close()
    },
    (stream) => stream.read(100),
  )
  await expect(reading).rejects.toMatchObject({
    code: 'PEER_UNREACHABLE',
    details: { reason: 'truncated' },
  })
})

test('a reset breaks the read that waits', async () => {
  const reading = readWhat(
    (stream) => stream.abort(new Error('gone')),
    (stream) => stream.read(100),
  )
  await expect(reading.then((frame) => frame ?? 'ended')).rejects.toMatchObject({
    code: 'PEER_UNREACHABLE',
  })
})

test('eight megabytes pass in both directions at once through small windows', async () => {
  const size = 1 << 20
  const frames = 8
  const echo = async (stream: FrameStream) => {
    for (;;) {
      const frame = await stream.read(size)
      if (frame === undefined) return
      await stream.write(frame)
    }
  }
  const [server, client] = await group.start(2)
  await server!.handleStreams(PROTOCOL, echo)
  await client!.dial(server!.addresses[0]!)
  const life = new AbortController()
  const stream = await client!.openStream(server!.peerId, PROTOCOL, life.signal)
  const sending = (async () => {
    for (let i = 0; i < frames; i++) await stream.write(new Uint8Array(size).fill(i))
    await stream.close()
  })()
  for (let i = 0; i < frames; i++) {
    const frame = await stream.read(size)
    expect(frame?.length).toBe(size)
    expect(frame?.every((byte) => byte === i)).toBe(true)
  }
  await sending
  expect(await stream.read(size)).toBeUndefined()
})

test('a reader that does not read makes the writer wait', async () => {
  const [server, client] = await group.start(2)
  const release = Promise.withResolvers<void>()
  let received = 0
  await server!.handleStreams(PROTOCOL, async (stream) => {
    await release.promise
    while ((await stream.read(1 << 20)) !== undefined) received++
  })
  await client!.dial(server!.addresses[0]!)
  const life = new AbortController()
  const stream = await client!.openStream(server!.peerId, PROTOCOL, life.signal)
  let written = 0
  const writing = (async () => {
    for (let i = 0; i < 12; i++) {
      await stream.write(new Uint8Array(1 << 20))
      written++
    }
    await stream.close()
  })()
  // A second stream on the same connection: what the first could send is sent by the time this one is answered.
  await server!.handleStreams('/other', async (other) => void (await other.read(1)))
  const other = await client!.openStream(server!.peerId, '/other', life.signal)
  await other.write(Uint8Array.of(1))
  expect(await other.read(1)).toBeUndefined()
  expect(written).toBeLessThan(4)
  release.resolve()
  await writing
  expect(await stream.read(1)).toBeUndefined()
  expect(received).toBe(12)
})

test('an abort of the given signal breaks the stream at any time, with its reason', async () => {
  const [server, client] = await group.start(2)
  await server!.handleStreams(PROTOCOL, async (stream) => void (await stream.read(1)))
  await client!.dial(server!.addresses[0]!)
  const life = new AbortController()
  const stream = await client!.openStream(server!.peerId, PROTOCOL, life.signal)
  const reading = stream.read(1)
  const reason = new Error('enough')
  life.abort(reason)
  await expect(reading).rejects.toBe(reason)
  await expect(
    client!.openStream(server!.peerId, PROTOCOL, AbortSignal.abort(reason)),
  ).rejects.toBe(reason)
})

test('a stream to a peer that is not connected, or does not speak the protocol, is refused', async () => {
  const [server, client] = await group.start(2)
  const { signal } = new AbortController()
  await expect(client!.openStream(server!.peerId, PROTOCOL, signal)).toRejectDso('PEER_UNREACHABLE')
  await client!.dial(server!.addresses[0]!)
  await expect(client!.openStream(server!.peerId, '/none', signal)).toRejectDso('PEER_UNREACHABLE')
})
