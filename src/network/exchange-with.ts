import { DsoError } from '../protocol/errors.ts'
import { NETWORK_LIMITS } from './limits.ts'
import type { FrameStream, PeerNetwork } from './peer-network.ts'
import { createTimedStream, type TimedStream } from './timed-stream.ts'
import { withDeadline } from './with-deadline.ts'

/** Whom to speak with, in which protocol, for how long. */
export interface ExchangeOptions {
  network: PeerNetwork
  peer: string
  protocol: string
  /** Longest wait for one frame in milliseconds, ≥ 1. Default 5,000. */
  timeoutMs?: number | undefined
  signal?: AbortSignal | undefined
}

/**
 * Opens a stream to a connected peer, runs one exchange on it, and closes it; the peer must close too. A peer that
 * breaks the protocol is penalised.
 *
 * @throws DsoError `PEER_UNREACHABLE` (no connection, reset, timeout), `PEER_MISBEHAVED`; both name the peer and the
 * reason in `details`; or the signal's reason
 */
export async function exchangeWith<T>(
  { network, peer, protocol, timeoutMs = NETWORK_LIMITS.frameMs, signal }: ExchangeOptions,
  run: (stream: TimedStream) => Promise<T>,
): Promise<T> {
  const createError = () => new DsoError('PEER_UNREACHABLE', { details: { reason: 'timeout' } })
  const limits = { clock: network.clock, createError, signal }
  let stream: FrameStream | undefined
  try {
    return await withDeadline(
      { ...limits, durationMs: NETWORK_LIMITS.exchangeMs },
      async (whole) => {
        const opened = await openInTime(network, peer, protocol, { ...limits, timeoutMs, whole })
        stream = opened
        const timed = createTimedStream(opened, { clock: network.clock, timeoutMs })
        const result = await run(timed)
        await timed.close()
        await timed.readEnd()
        return result
      },
    )
  } catch (error) {
    const reason = error instanceof Error ? error : new Error(String(error))
    stream?.abort(reason)
    if (signal?.aborted === true) throw signal.reason
    if (!DsoError.is(error)) throw error
    if (error.code === 'PEER_MISBEHAVED') network.penalties.report(peer, 'protocol-violation')
    if (error.code !== 'PEER_MISBEHAVED' && error.code !== 'PEER_UNREACHABLE') throw error
    throw new DsoError(error.code, {
      details: { peer, protocol, ...error.details },
      cause: error.cause ?? error,
    })
  }
}

/** Opening is bounded like one frame, but the stream then lives as long as the whole exchange. */
async function openInTime(
  network: PeerNetwork,
  peer: string,
  protocol: string,
  options: {
    clock: PeerNetwork['clock']
    createError: () => Error
    timeoutMs: number
    whole: AbortSignal
  },
): Promise<FrameStream> {
  const life = new AbortController()
  const end = () => life.abort(options.whole.reason)
  options.whole.addEventListener('abort', end, { once: true })
  const { clock, createError, timeoutMs: durationMs } = options
  return await withDeadline({ clock, createError, durationMs }, async (opening) => {
    const late = () => life.abort(opening.reason)
    opening.addEventListener('abort', late, { once: true })
    try {
      return await network.openStream(peer, protocol, life.signal)
    } finally {
      opening.removeEventListener('abort', late)
    }
  })
}
