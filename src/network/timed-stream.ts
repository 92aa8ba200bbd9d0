import type { Clock } from '../protocol/ports/clock.ts'
import { DsoError } from '../protocol/errors.ts'
import type { FrameStream } from './peer-network.ts'
import { withDeadline } from './with-deadline.ts'

/** A stream on which every step has a time limit. */
export interface TimedStream {
  /**
   * The next frame, which must come.
   * @throws DsoError `PEER_UNREACHABLE` (late, broken or ended too early), `PEER_MISBEHAVED` (longer than `maxBytes`)
   */
  read(maxBytes: number): Promise<Uint8Array>
  /**
   * Waits for the other side to close.
   * @throws DsoError `PEER_MISBEHAVED` when a frame comes instead, `PEER_UNREACHABLE`
   */
  readEnd(): Promise<void>
  /** @throws DsoError `PEER_UNREACHABLE` when the other side does not take the bytes in time */
  write(bytes: Uint8Array): Promise<void>
  close(): Promise<void>
}

/** Puts a time limit on each step of a stream; a step that exceeds it breaks the stream. */
export function createTimedStream(
  stream: FrameStream,
  { clock, timeoutMs }: { clock: Clock; timeoutMs: number },
): TimedStream {
  const unreachable = (reason: string) =>
    new DsoError('PEER_UNREACHABLE', { details: { reason, timeoutMs } })

  const inTime = async <T>(step: () => Promise<T>): Promise<T> => {
    const createError = () => unreachable('timeout')
    return await withDeadline({ clock, durationMs: timeoutMs, createError }, async (signal) => {
      signal.addEventListener('abort', () => stream.abort(signal.reason), { once: true })
      return await step()
    })
  }

  return {
    async read(maxBytes) {
      const frame = await inTime(() => stream.read(maxBytes))
      if (frame === undefined) throw unreachable('truncated')
      return frame
    },
    async readEnd() {
      const frame = await inTime(() => stream.read(0))
      if (frame !== undefined) {
        throw new DsoError('PEER_MISBEHAVED', { details: { reason: 'frame after the end' } })
      }
    },
    write: (bytes) => inTime(() => stream.write(bytes)),
    close: () => inTime(() => stream.close()),
  }
}
