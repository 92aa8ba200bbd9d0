import type { Libp2p } from 'libp2p'
import { DsoError } from '../protocol/errors.ts'
import type { FrameStream } from './peer-network.ts'

/** A libp2p stream. */
export type ByteStream = Awaited<ReturnType<Libp2p['dialProtocol']>>

/** Bytes of the length before each frame: unsigned, big-endian. */
const LENGTH_BYTES = 4

/**
 * Cuts a libp2p byte stream into frames: four bytes of length, then the frame. The stream is paused except while a
 * frame is awaited, so a peer can make us hold no more than one frame and one flow-control window.
 */
export function createFrameStream(stream: ByteStream): FrameStream {
  const chunks: Uint8Array[] = []
  let buffered = 0
  let failure: Error | undefined
  let wake = Promise.withResolvers<void>()

  const notify = () => {
    wake.resolve()
    wake = Promise.withResolvers<void>()
  }
  const pause = () => {
    if (stream.readStatus === 'readable') stream.pause()
  }
  pause()
  stream.addEventListener('message', ({ data }) => {
    chunks.push(data instanceof Uint8Array ? data : data.subarray())
    buffered += data.byteLength
    notify()
  })
  // Not 'remoteCloseWrite': that comes before bytes which were held back by the pause.
  stream.addEventListener('end', notify)
  stream.addEventListener('close', ({ error }) => {
    if (error !== undefined) failure ??= asUnreachable(error)
    notify()
  })

  const take = (length: number): Uint8Array => {
    const taken = new Uint8Array(length)
    let filled = 0
    while (filled < length) {
      const chunk = chunks[0]
      if (chunk === undefined) throw new Error('take() asks for more than is buffered')
      const part = chunk.subarray(0, length - filled)
      taken.set(part, filled)
      filled += part.length
      if (part.length === chunk.length) chunks.shift()
      else chunks[0] = chunk.subarray(part.length)
    }
    buffered -= length
    return taken
  }

  /** @returns whether so many bytes are there; false when the stream ended first */
  const has = async (length: number): Promise<boolean> => {
    try {
      while (buffered < length) {
        if (failure !== undefined) throw failure
        if (stream.readableEnded) return false
        const woken = wake.promise
        if (stream.readStatus === 'paused') stream.resume() // may call the listeners at once
        await woken
      }
      return true
    } finally {
      pause()
    }
  }

  return {
    async read(maxBytes) {
      if (!(await has(LENGTH_BYTES))) {
        if (buffered === 0) return undefined
        throw truncated()
      }
      const header = take(LENGTH_BYTES)
      const length = new DataView(header.buffer).getUint32(0)
      if (length > maxBytes) {
        const details = { reason: 'frame too long', bytes: length, most: maxBytes }
        throw new DsoError('PEER_MISBEHAVED', { details })
      }
      if (!(await has(length))) throw truncated()
      return take(length)
    },
    async write(bytes) {
      if (failure !== undefined) throw failure
      const frame = new Uint8Array(LENGTH_BYTES + bytes.length)
      new DataView(frame.buffer).setUint32(0, bytes.length)
      frame.set(bytes, LENGTH_BYTES)
      try {
        if (!stream.send(frame)) await drained(stream)
      } catch (error) {
        throw failure ?? asUnreachable(error)
      }
    },
    async close() {
      try {
        await stream.close()
      } catch (error) {
        throw failure ?? asUnreachable(error)
      }
    },
    abort(reason) {
      failure ??= reason
      stream.abort(reason)
      notify()
    },
  }
}

function drained(stream: ByteStream): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const onDrain = () => resolve()
  const onClose = () => reject(new Error('the stream closed before it took all bytes'))
  stream.addEventListener('drain', onDrain)
  stream.addEventListener('close', onClose)
  return promise.finally(() => {
    stream.removeEventListener('drain', onDrain)
    stream.removeEventListener('close', onClose)
  })
}

function truncated(): DsoError {
  return new DsoError('PEER_UNREACHABLE', { details: { reason: 'truncated' } })
}

function asUnreachable(error: unknown): DsoError {
  const reason = error instanceof Error ? error.name : 'unknown'
  return new DsoError('PEER_UNREACHABLE', { details: { reason }, cause: error })
}
