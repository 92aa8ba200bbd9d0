import { DsoError } from '../protocol/errors.ts'
import type { FrameStream } from './peer-network.ts'

/** How one end of a memory stream sends to the other; the network decides when, and whether, it arrives. */
export type SendEvent = (arrive: (other: MemoryStreamEnd) => void) => void

/** One end of a stream between two peers in memory, with what the network calls on it. */
export interface MemoryStreamEnd extends FrameStream {
  receive(frame: Uint8Array): void
  receiveEnd(): void
  receiveReset(): void
}

/** Creates one end of a stream; frames arrive in order, because the network keeps each stream's order. */
export function createMemoryStreamEnd(send: SendEvent): MemoryStreamEnd {
  const frames: Uint8Array[] = []
  let ended = false
  let closed = false
  let failure: Error | undefined
  let wake = Promise.withResolvers<void>()
  const notify = () => {
    wake.resolve()
    wake = Promise.withResolvers<void>()
  }

  return {
    async read(maxBytes) {
      while (frames.length === 0) {
        if (failure !== undefined) throw failure
        if (ended) return undefined
        await wake.promise
      }
      const frame = frames.shift() ?? new Uint8Array()
      if (frame.length > maxBytes) {
        const details = { reason: 'frame too long', bytes: frame.length, most: maxBytes }
        throw new DsoError('PEER_MISBEHAVED', { details })
      }
      return frame
    },
    async write(bytes) {
      if (failure !== undefined) throw failure
      if (closed) throw unreachable('closed')
      const frame = bytes.slice()
      send((other) => other.receive(frame))
    },
    async close() {
      if (closed || failure !== undefined) return
      closed = true
      send((other) => other.receiveEnd())
    },
    abort(reason) {
      if (failure !== undefined) return
      failure = reason
      frames.length = 0
      if (!(closed && ended)) send((other) => other.receiveReset())
      notify()
    },
    receive(frame) {
      if (failure !== undefined || ended) return
      frames.push(frame)
      notify()
    },
    receiveEnd() {
      ended = true
      notify()
    },
    receiveReset() {
      failure ??= unreachable('reset')
      notify()
    },
  }
}

function unreachable(reason: string): DsoError {
  return new DsoError('PEER_UNREACHABLE', { details: { reason } })
}
