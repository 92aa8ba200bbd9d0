import { generateKeyPairFromSeed } from '@libp2p/crypto/keys'
import { identify } from '@libp2p/identify'
import { noise } from '@libp2p/noise'
import { peerIdFromString } from '@libp2p/peer-id'
import { ping } from '@libp2p/ping'
import { tcp } from '@libp2p/tcp'
import { yamux } from '@libp2p/yamux'
import { multiaddr } from '@multiformats/multiaddr'
import { createLibp2p } from 'libp2p'
import { DsoError } from '../protocol/errors.ts'
import type { CallOptions } from '../protocol/ports/call-options.ts'
import type { Clock } from '../protocol/ports/clock.ts'
import { createFrameStream } from './create-frame-stream.ts'
import { createLibp2pGossip, createPubsub } from './libp2p-gossip.ts'
import { NETWORK_LIMITS } from './limits.ts'
import { type NetworkLog, SILENT_LOG } from './network-log.ts'
import { createPeerPenalties, type PeerPenalties } from './peer-penalties.ts'
import type { PeerNetwork } from './peer-network.ts'
import { SYSTEM_CLOCK } from './system-clock.ts'

/** Who the host is, where it listens, what it gossips about. */
export interface HostOptions {
  /** 32 secret bytes; the Ed25519 key made from them decides the peer id. */
  privateKeySeed: Uint8Array
  /** The only gossip topics of this host; see `topicsOf`. */
  topics: readonly string[]
  /** Multiaddr to listen on. Default `/ip4/127.0.0.1/tcp/0`: loopback, any free port. */
  listen?: string | undefined
  logger?: NetworkLog | undefined
  clock?: Clock | undefined
  /** Faults of peers; pass one to keep it across hosts. */
  penalties?: PeerPenalties | undefined
}

/** A libp2p node: TCP, Noise, Yamux, gossipsub; no bootstrap, relay, discovery or port mapping. */
export interface Host extends PeerNetwork, AsyncDisposable {
  /** Multiaddrs that others can dial, peer id included; empty while stopped. */
  readonly addresses: string[]
  /**
   * Begins to listen. Idempotent; a stopped host can start again.
   * @throws DsoError `PORT_TAKEN`, `OPTION_INVALID` when the address cannot be listened on
   */
  start(): Promise<void>
  /** Closes every stream, connection and listener within a few seconds. Idempotent. */
  stop(): Promise<void>
  /**
   * Connects to a peer.
   * @param address multiaddr; with `/p2p/ID` no other peer is accepted there
   * @returns the peer's id
   * @throws DsoError `PEER_UNREACHABLE`, `OPTION_INVALID`, `NETWORK_STOPPED`
   */
  dial(address: string, options?: CallOptions): Promise<string>
}

/** Longest that a stop may take before it is reported as done regardless, in milliseconds. */
const STOP_MS = 5_000

/**
 * Creates a host; it does nothing before `start`. Peers that reach {@link GRAYLIST_POINTS} are disconnected and
 * refused until their points have decayed.
 *
 * @throws DsoError `OPTION_INVALID` when the seed or the address is malformed
 */
export async function createHost(options: HostOptions): Promise<Host> {
  const { privateKeySeed, topics, listen = '/ip4/127.0.0.1/tcp/0' } = options
  const { logger: log = SILENT_LOG, clock = SYSTEM_CLOCK } = options
  const penalties = options.penalties ?? createPeerPenalties({ clock })
  if (privateKeySeed.length !== 32) {
    throw new DsoError('OPTION_INVALID', {
      details: { option: 'privateKeySeed', bytes: privateKeySeed.length },
    })
  }
  checkAddress(listen, 'listen')
  const isLoopback = /^\/(ip4\/127\.|ip6\/::1\/)/.test(listen)
  const isRefused = (peer: { toString(): string }) => penalties.isGraylisted(peer.toString())
  const node = await createLibp2p({
    start: false,
    privateKey: await generateKeyPairFromSeed('Ed25519', privateKeySeed),
    nodeInfo: { name: 'dso', version: '1', userAgent: 'dso/1' },
    addresses: { listen: [listen] },
    transports: [tcp()],
    connectionEncrypters: [noise()],
    streamMuxers: [
      // A window that fits into the read buffer of a paused stream.
      yamux({ maxInboundStreams: 64, streamOptions: { maxStreamWindowSize: 1 << 20 } }),
    ],
    connectionManager: {
      maxConnections: NETWORK_LIMITS.connections,
      inboundConnectionThreshold: isLoopback ? Infinity : NETWORK_LIMITS.inboundPerSecond,
    },
    // A peer whose processor is busy with a model answers late; that is no reason to drop it.
    connectionMonitor: { pingInterval: 20_000, pingTimeout: { minTimeout: 20_000 } },
    connectionGater: {
      denyDialPeer: isRefused,
      denyInboundEncryptedConnection: isRefused,
      denyOutboundEncryptedConnection: isRefused,
    },
    services: { identify: identify(), ping: ping(), pubsub: createPubsub(topics, penalties) },
  })
  const isRunning = () => node.status === 'started'
  const pubsub = node.services.pubsub
  const { gossip, resubscribe } = createLibp2pGossip({ pubsub, topics, penalties, log, isRunning })

  penalties.onGraylisted((peer) => {
    log.warn({ peer }, 'a peer was graylisted')
    if (!isRunning()) return
    node.hangUp(peerIdFromString(peer)).catch((error: unknown) => {
      log.debug({ peer, error }, 'a graylisted peer could not be disconnected')
    })
  })

  let change: Promise<void> = Promise.resolve()
  /** Starts and stops come one after another, in the order of the calls. */
  const inTurn = (step: () => Promise<void>): Promise<void> => {
    change = change.then(step, step)
    return change
  }

  const host: Host = {
    peerId: node.peerId.toString(),
    clock,
    gossip,
    penalties,
    log,
    get addresses() {
      return isRunning() ? node.getMultiaddrs().map(String) : []
    },
    start: () =>
      inTurn(async () => {
        if (isRunning()) return
        try {
          await node.start()
        } catch (cause) {
          const text = cause instanceof Error ? cause.message : ''
          const code = text.includes('EADDRINUSE') ? 'PORT_TAKEN' : 'OPTION_INVALID'
          throw new DsoError(code, { details: { option: 'listen', value: listen }, cause })
        }
        resubscribe()
      }),
    stop: () =>
      inTurn(async () => {
        if (!isRunning()) return
        const timer = new AbortController()
        const limit = clock.sleep(STOP_MS, timer.signal).then(
          () => log.warn({ afterMs: STOP_MS }, 'the host did not stop in time'),
          () => {}, // it did
        )
        await Promise.race([node.stop(), limit])
        timer.abort()
      }),
    async dial(address, { signal } = {}) {
      checkAddress(address, 'address')
      if (!isRunning()) throw new DsoError('NETWORK_STOPPED')
      try {
        const connection = await node.dial(
          multiaddr(address),
          signal === undefined ? {} : { signal },
        )
        return connection.remotePeer.toString()
      } catch (cause) {
        if (signal?.aborted === true) throw signal.reason
        throw new DsoError('PEER_UNREACHABLE', { details: { address }, cause })
      }
    },
    peers: () =>
      node
        .getPeers()
        .map(String)
        .filter((peer) => !penalties.isGraylisted(peer))
        .sort(),
    async openStream(peer, protocol, signal) {
      signal.throwIfAborted()
      // Not dialProtocol: asking a peer for something must not connect to it.
      const connection = node
        .getConnections(peerIdFromString(peer))
        .find(({ status }) => status === 'open')
      if (connection === undefined) {
        throw new DsoError('PEER_UNREACHABLE', { details: { peer, reason: 'not connected' } })
      }
      try {
        const frames = createFrameStream(await connection.newStream(protocol, { signal }))
        signal.addEventListener('abort', () => frames.abort(signal.reason), { once: true })
        return frames
      } catch (cause) {
        if (signal.aborted) throw signal.reason
        const reason = cause instanceof Error ? cause.name : 'unknown'
        throw new DsoError('PEER_UNREACHABLE', { details: { peer, protocol, reason }, cause })
      }
    },
    async handleStreams(protocol, handler) {
      await node.handle(
        protocol,
        async (stream, connection) => {
          const frames = createFrameStream(stream)
          try {
            await handler(frames, connection.remotePeer.toString())
            await frames.close()
          } catch (error) {
            frames.abort(error instanceof Error ? error : new Error(String(error)))
          }
        },
        { maxInboundStreams: NETWORK_LIMITS.streamsPerConnection },
      )
      return () => node.unhandle(protocol)
    },
    onConnect(listener) {
      const onPeer = ({ detail: peer }: { detail: Parameters<typeof node.getConnections>[0] }) => {
        const direction = node.getConnections(peer)[0]?.direction
        if (peer === undefined || direction === undefined) return
        listener(peer.toString(), direction === 'outbound' ? 'here' : 'there')
      }
      node.addEventListener('peer:connect', onPeer)
      return () => node.removeEventListener('peer:connect', onPeer)
    },
    [Symbol.asyncDispose]: () => host.stop(),
  }
  return host
}

function checkAddress(value: string, option: string) {
  try {
    multiaddr(value)
  } catch (cause) {
    throw new DsoError('OPTION_INVALID', { details: { option, value }, cause })
  }
}
