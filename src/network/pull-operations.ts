import { DsoError } from '../protocol/errors.ts'
import type { MessageValidator } from '../protocol/ports/gossip.ts'
import { decodeOperations, encodeHeadFrame, type FeedHead } from './head-frames.ts'
import { NETWORK_LIMITS } from './limits.ts'
import type { TimedStream } from './timed-stream.ts'

/** Both sides' heads, and who takes the operations. */
export interface PullOptions {
  stream: TimedStream
  peer: string
  own: readonly FeedHead[]
  theirs: readonly FeedHead[]
  onOperation: MessageValidator
}

/**
 * Asks for what the other side's heads say it has beyond ours, feed by feed, and says when it is done. A head of our
 * own number but another CID is asked for too: the author signed two operations of one number.
 *
 * @returns how many operations were accepted
 * @throws DsoError `PEER_MISBEHAVED` for an invalid operation, one out of order, or a head without operations
 */
export async function pullOperations(options: PullOptions): Promise<number> {
  const { stream, peer, own, theirs, onOperation } = options
  const ownByAuthor = new Map(own.map((head) => [head.author, head]))
  let accepted = 0
  let bytes = 0
  let batches = 0

  /** @returns the number after the last operation taken, or undefined to leave this feed */
  const pullBatch = async (author: string, fromSeq: number, toSeq: number) => {
    const limit = Math.min(toSeq - fromSeq + 1, NETWORK_LIMITS.operationsPerBatch)
    await stream.write(encodeHeadFrame({ kind: 'want', author, fromSeq, limit }))
    const batch = decodeOperations(await stream.read(NETWORK_LIMITS.operationBatchBytes))
    if (batch.operations.length > limit) throw misbehaved('more operations than asked for')
    if (batch.operations.length === 0) throw misbehaved('a head without operations')
    batches++
    let next = fromSeq
    for (const operation of batch.operations) {
      if (operation.seq < next) throw misbehaved('operations out of order')
      next = operation.seq + 1
      bytes += operation.bytes.length
      const verdict = await onOperation(operation.bytes, peer)
      if (verdict === 'ignore') return undefined
      if (verdict === 'reject') throw misbehaved('an invalid operation')
      accepted++
    }
    return next
  }

  const isOver = () =>
    batches === NETWORK_LIMITS.batchesPerExchange ||
    bytes > NETWORK_LIMITS.operationBytesPerExchange

  for (const head of theirs) {
    const known = ownByAuthor.get(head.author)
    const isFork = known?.seq === head.seq && known.cid !== head.cid
    let next: number | undefined = known === undefined ? 0 : known.seq + (isFork ? 0 : 1)
    while (next !== undefined && next <= head.seq && !isOver()) {
      next = await pullBatch(head.author, next, head.seq)
    }
    if (isOver()) break
  }
  await stream.write(encodeHeadFrame({ kind: 'done' }))
  return accepted
}

function misbehaved(reason: string): DsoError {
  return new DsoError('PEER_MISBEHAVED', { details: { reason } })
}
