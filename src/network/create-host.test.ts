import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { connect, createHostGroup, eventually, TEST_TOPICS } from '../../test/fixtures/network.ts'
import { createHost } from './create-host.ts'
import { GRAYLIST_POINTS, type PeerPenalties } from './peer-penalties.ts'

let group = createHostGroup()
afterEach(async () => {
  await group[Symbol.asyncDispose]()
  group = createHostGroup()
})

const topics = Object.values(TEST_TOPICS)
const seed = (byte: number) => new Uint8Array(32).fill(byte)
const encode = (text: string) => new TextEncoder().encode(text)

test('the seed alone decides the peer id', async () => {
  const ids = await Promise.all(
    [1, 1, 2].map(
      async (byte) => (await createHost({ privateKeySeed: seed(byte), topics })).peerId,
    ),
  )
  expect(ids[0]).toBe(ids[1])
  expect(ids[0]).not.toBe(ids[2])
  expect(ids[0]).toBe('12D3KooWK99VoVxNE7XzyBwXEzW7xhK7Gpv85r9F3V3fyKSUKPH5')
})

test('a seed of another length and an address that is none are refused', async () => {
  await expect(createHost({ privateKeySeed: new Uint8Array(31), topics })).toRejectDso(
    'OPTION_INVALID',
  )
  await expect(
    createHost({ privateKeySeed: seed(1), topics, listen: 'localhost:4001' }),
  ).toRejectDso('OPTION_INVALID')
})

test('it listens on loopback only, and start and stop may be repeated, also at once', async () => {
  const [host] = await group.start(1)
  expect(host?.addresses).toHaveLength(1)
  expect(host?.addresses[0]).toMatch(/^\/ip4\/127\.0\.0\.1\/tcp\/\d+\/p2p\/12D3/)
  await host?.start()
  await Promise.all([host?.stop(), host?.stop()])
  expect(host?.addresses).toEqual([])
  await host?.stop()
})

test('a stopped host starts again with its subscriptions and protocols', async () => {
  const [a, b] = await group.start(2)
  const received: string[] = []
  b!.gossip.subscribe(
    TEST_TOPICS.ops,
    () => 'accept',
    (_, from) => received.push(from),
  )
  await b!.stop()
  await expect(b!.gossip.publish(TEST_TOPICS.ops, encode('x'))).toRejectDso('NETWORK_STOPPED')
  await expect(b!.dial(a!.addresses[0]!)).toRejectDso('NETWORK_STOPPED')
  await b!.start()
  await connect(a!, b!)
  let sent = 0
  await eventually(async () => {
    await a!.gossip.publish(TEST_TOPICS.ops, encode(`message ${sent++}`))
    return received.length > 0
  })
  expect(received[0]).toBe(a!.peerId)
})

test('a port in use is reported as such, and the host can be stopped', async () => {
  const [host] = await group.start(1)
  const listen = host!.addresses[0]!.replace(/\/p2p\/.*/, '')
  const second = await createHost({ privateKeySeed: seed(9), topics, listen })
  await expect(second.start()).toRejectDso('PORT_TAKEN')
  expect(second.addresses).toEqual([])
  await second.stop()
})

test('dialing nobody, and somebody else than named, is refused', async () => {
  const [a, b] = await group.start(2)
  const address = b!.addresses[0]!
  await expect(a!.dial(address.replace(b!.peerId, a!.peerId))).toRejectDso('PEER_UNREACHABLE')
  const other = await createHost({ privateKeySeed: seed(77), topics })
  await expect(a!.dial(address.replace(b!.peerId, other.peerId))).toRejectDso('PEER_UNREACHABLE')
  await b!.stop()
  await expect(a!.dial(address)).toRejectDso('PEER_UNREACHABLE')
  await expect(a!.dial('not an address')).toRejectDso('OPTION_INVALID')
  await expect(a!.dial(address, { signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow(
    'no',
  )
})

test('ten hosts may connect to one from loopback at once', async () => {
  const [hub, ...others] = await group.start(11)
  await Promise.all(others.map((host) => host.dial(hub!.addresses[0]!)))
  await eventually(() => hub!.peers().length === 10)
})

test('a spammer of invalid messages is disconnected and refused, honest delivery goes on', async () => {
  const [victim, spammer, honest] = await group.start(3)
  let judged = 0
  const received: string[] = []
  victim!.gossip.subscribe(
    TEST_TOPICS.ops,
    (bytes) => {
      judged++
      return bytes[0] === 0 ? 'reject' : 'accept'
    },
    (_, from) => received.push(from),
  )
  await connect(spammer!, victim!)
  await connect(honest!, victim!)
  let sent = 0
  await eventually(async () => {
    for (let i = 0; i < 10; i++) {
      await spammer!.gossip.publish(TEST_TOPICS.ops, Uint8Array.of(0, sent >> 8, sent++ & 255))
    }
    return victim!.penalties.isGraylisted(spammer!.peerId) && spammer!.peers().length === 0
  })
  expect(judged).toBeGreaterThanOrEqual(10)
  expect(judged).toBeLessThan(200)
  expect(victim!.peers()).toEqual([honest!.peerId])
  // The connection closes during its upgrade, so the dial itself may still look like a success.
  await spammer!.dial(victim!.addresses[0]!).catch(() => {})
  await eventually(() => spammer!.peers().length === 0)
  expect(victim!.peers()).toEqual([honest!.peerId])
  let good = 1
  await eventually(async () => {
    await honest!.gossip.publish(TEST_TOPICS.ops, Uint8Array.of(1, good++))
    return received.includes(honest!.peerId)
  })
})

test('gossip scores alone silence a spammer of invalid messages', async () => {
  // Without the memory of faults, only the topic parameters can do it: without those it goes on for ever.
  const forgetful: PeerPenalties = {
    report: () => {},
    points: () => 0,
    isGraylisted: () => false,
    onGraylisted: () => {},
  }
  const [victim] = await group.start(1, { penalties: forgetful })
  const [spammer] = await group.start(1)
  const judged: number[] = []
  victim!.gossip.subscribe(
    TEST_TOPICS.ops,
    (bytes) => {
      judged.push(((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0))
      return 'reject'
    },
    () => {},
  )
  await connect(spammer!, victim!)
  let sent = 0
  // Silenced: of fifty messages in a row none was judged any more.
  await eventually(async () => {
    const before = judged.length
    for (let i = 0; i < 50; i++) {
      await spammer!.gossip.publish(TEST_TOPICS.ops, Uint8Array.of(0, sent >> 8, sent++ & 255))
    }
    // An exchange on the same connection: by its end, what was published before has arrived.
    const stop = await victim!.handleStreams('/ping', async (stream) => {
      await stream.write((await stream.read(1)) ?? new Uint8Array())
    })
    const stream = await spammer!.openStream(victim!.peerId, '/ping', AbortSignal.timeout(5_000))
    await stream.write(Uint8Array.of(1))
    await stream.read(1)
    await stream.close()
    await stop()
    return before > GRAYLIST_POINTS / 10 && judged.length === before
  })
  expect(judged.length).toBeLessThan(sent)
})

test('after stop nothing keeps the process alive', async () => {
  const url = new URL('./create-host.ts', import.meta.url).href
  const script = `
    import { createHost } from ${JSON.stringify(url)}
    const topics = ['/t']
    const hosts = []
    for (const byte of [1, 2]) {
      const host = await createHost({ privateKeySeed: new Uint8Array(32).fill(byte), topics })
      await host.start()
      host.gossip.subscribe('/t', () => 'accept', () => {})
      hosts.push(host)
    }
    await hosts[0].dial(hosts[1].addresses[0])
    await hosts[0].gossip.publish('/t', new Uint8Array(3))
    for (const host of hosts) await host.stop()
    console.log('stopped')`
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    timeout: 30_000, // killed then, and the promise rejects
  })
  expect((await run).stdout).toBe('stopped\n')
})
