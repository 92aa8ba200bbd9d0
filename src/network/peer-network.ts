import type { Clock } from '../protocol/ports/clock.ts'
import type { Gossip } from '../protocol/ports/gossip.ts'
import type { NetworkLog } from './network-log.ts'
import type { PeerPenalties } from './peer-penalties.ts'

/** Two directions of frames between two peers. Whoever is done writing closes; the other then reads the end. */
export interface FrameStream {
  /**
   * The next frame, or undefined when the other side has closed.
   * @throws DsoError `PEER_MISBEHAVED` when the frame is longer than `maxBytes` (known from its length alone),
   * `PEER_UNREACHABLE` when the stream broke, or the reason of {@link abort}
   */
  read(maxBytes: number): Promise<Uint8Array | undefined>
  /**
   * Sends one frame; resolves when the network took it.
   * @throws DsoError `PEER_UNREACHABLE`, or the reason of {@link abort}
   */
  write(bytes: Uint8Array): Promise<void>
  /** Ends this side's direction after what was written. Idempotent. */
  close(): Promise<void>
  /** Breaks both directions at once; pending calls reject with `reason`. */
  abort(reason: Error): void
}

/** Answers one stream; when it returns, the stream is closed, when it throws, it is broken. */
export type FrameStreamHandler = (stream: FrameStream, from: string) => Promise<void>

/**
 * One node's place in a network: gossip, connected peers, streams to them.
 * Implementations: libp2p ({@link createHost}), memory ({@link createMemoryNetwork}).
 */
export interface PeerNetwork {
  /** This node's own peer id. */
  readonly peerId: string
  /** The time that limits count in. */
  readonly clock: Clock
  readonly gossip: Gossip
  readonly penalties: PeerPenalties
  readonly log: NetworkLog
  /** Ids of the connected peers that are not graylisted, in ascending order. */
  peers(): string[]
  /**
   * Opens a stream to a connected peer; never dials.
   * @param signal breaks the stream when it aborts, at any time
   * @throws DsoError `PEER_UNREACHABLE`
   */
  openStream(peer: string, protocol: string, signal: AbortSignal): Promise<FrameStream>
  /**
   * Answers the streams of a protocol that others open.
   * @returns stops answering
   */
  handleStreams(protocol: string, handler: FrameStreamHandler): Promise<() => Promise<void>>
  /**
   * Tells of each new peer, once until it disconnects.
   * @returns stops telling
   */
  onConnect(listener: (peer: string, opened: 'here' | 'there') => void): () => void
}
