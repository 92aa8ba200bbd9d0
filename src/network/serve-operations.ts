import { DsoError } from '../protocol/errors.ts'
import type { Store } from '../protocol/ports/store.ts'
import {
  AUTHOR_PATTERN,
  decodeAsk,
  decodeHeads,
  encodeHeadFrame,
  type FeedHead,
} from './head-frames.ts'
import { NETWORK_LIMITS } from './limits.ts'
import type { TimedStream } from './timed-stream.ts'

/** Bytes that a batch's frame needs beside its operations: map heads, and per operation two keys, seq and a length. */
const FRAME_OVERHEAD = 64
const OPERATION_OVERHEAD = 32

/**
 * Sends this node's heads in pages, at most 16,384 of them.
 * @throws DsoError `FORMAT_INVALID` for an author the other side would take for a broken protocol
 */
export async function sendHeads(stream: TimedStream, own: readonly FeedHead[]): Promise<void> {
  const heads = own
    .slice(0, NETWORK_LIMITS.headsPerExchange)
    .map(({ author, cid, seq }) => ({ author, cid, seq }))
  for (const { author } of heads) {
    if (AUTHOR_PATTERN.test(author)) continue
    throw new DsoError('FORMAT_INVALID', { details: { field: 'author', value: author } })
  }
  const pages = Math.max(1, Math.ceil(heads.length / NETWORK_LIMITS.headsPerFrame))
  for (let page = 0; page < pages; page++) {
    const start = page * NETWORK_LIMITS.headsPerFrame
    const part = heads.slice(start, start + NETWORK_LIMITS.headsPerFrame)
    await stream.write(encodeHeadFrame({ kind: 'heads', heads: part, more: page < pages - 1 }))
  }
}

/**
 * Receives the other side's heads.
 * @throws DsoError `PEER_MISBEHAVED` when an author comes twice, or too many come
 */
export async function receiveHeads(stream: TimedStream): Promise<FeedHead[]> {
  const heads = new Map<string, FeedHead>()
  for (;;) {
    const page = decodeHeads(await stream.read(NETWORK_LIMITS.headFrameBytes))
    for (const head of page.heads) {
      if (heads.has(head.author)) throw misbehaved('an author twice')
      heads.set(head.author, head)
    }
    if (heads.size > NETWORK_LIMITS.headsPerExchange) throw misbehaved('too many heads')
    if (!page.more) return [...heads.values()]
    if (page.heads.length === 0) throw misbehaved('an empty page of heads')
  }
}

/**
 * Answers the other side's wishes until it is done.
 * @throws DsoError `PEER_MISBEHAVED` when it wants more than an exchange allows
 */
export async function serveOperations(
  stream: TimedStream,
  source: Pick<Store, 'listOperations'>,
): Promise<void> {
  let bytes = 0
  for (let batches = 0; ; batches++) {
    const ask = decodeAsk(await stream.read(NETWORK_LIMITS.headFrameBytes))
    if (ask.kind === 'done') return
    if (batches === NETWORK_LIMITS.batchesPerExchange) throw misbehaved('too many wishes')
    if (bytes > NETWORK_LIMITS.operationBytesPerExchange) throw misbehaved('too many bytes')
    const operations: { bytes: Uint8Array; seq: number }[] = []
    let size = FRAME_OVERHEAD
    for (const found of await source.listOperations(ask.author, ask.fromSeq, ask.limit)) {
      size += found.bytes.length + OPERATION_OVERHEAD
      if (size > NETWORK_LIMITS.operationBatchBytes) break
      operations.push({ bytes: found.bytes, seq: found.seq })
      bytes += found.bytes.length
    }
    await stream.write(encodeHeadFrame({ kind: 'operations', operations }))
  }
}

function misbehaved(reason: string): DsoError {
  return new DsoError('PEER_MISBEHAVED', { details: { reason } })
}
