import { DsoError } from '../protocol/errors.ts'
import { NETWORK_LIMITS } from './limits.ts'
import type { PeerNetwork } from './peer-network.ts'
import { createTimedStream, type TimedStream } from './timed-stream.ts'
import { withDeadline } from './with-deadline.ts'

/** How a protocol is answered. */
export interface ServeOptions {
  network: PeerNetwork
  protocol: string
  /** Longest wait for one frame in milliseconds, ≥ 1. Default 5,000. */
  timeoutMs?: number | undefined
}

/**
 * Answers a protocol within the limits of time and number; peers that break it are penalised.
 *
 * @param run answers one stream, which is closed afterwards
 * @returns stops answering; streams in progress are broken
 */
export async function serveExchange(
  { network, protocol, timeoutMs = NETWORK_LIMITS.frameMs }: ServeOptions,
  run: (stream: TimedStream, from: string) => Promise<void>,
): Promise<() => Promise<void>> {
  const { clock, penalties, log } = network
  const stopping = new AbortController()
  let open = 0
  const stop = await network.handleStreams(protocol, async (stream, from) => {
    if (open >= NETWORK_LIMITS.streamsPerProtocol || penalties.isGraylisted(from)) {
      throw new DsoError('PEER_UNREACHABLE', { details: { reason: 'refused' } })
    }
    open++
    const createError = () => new DsoError('PEER_UNREACHABLE', { details: { reason: 'timeout' } })
    const limit = { clock, createError, durationMs: NETWORK_LIMITS.exchangeMs }
    try {
      await withDeadline({ ...limit, signal: stopping.signal }, async (signal) => {
        signal.addEventListener('abort', () => stream.abort(signal.reason), { once: true })
        const timed = createTimedStream(stream, { clock, timeoutMs })
        await run(timed, from)
        await timed.close()
      })
    } catch (error) {
      if (DsoError.is(error, 'PEER_MISBEHAVED')) penalties.report(from, 'protocol-violation')
      log.debug({ protocol, from, error }, 'an exchange failed')
      throw error
    } finally {
      open--
    }
  })
  return async () => {
    stopping.abort(new DsoError('NETWORK_STOPPED'))
    await stop()
  }
}
