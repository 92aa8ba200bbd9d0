import type { CID } from 'multiformats/cid'
import { z } from 'zod'
import { encodeCanonical } from '../protocol/encoding/encode-canonical.ts'
import { parseCid } from '../protocol/encoding/parse-cid.ts'
import { DsoError } from '../protocol/errors.ts'
import { MAX_BLOCK_BYTES } from '../protocol/ports/block-store.ts'
import { decodeFrame } from './decode-frame.ts'
import { NETWORK_LIMITS } from './limits.ts'

/** Batch fetch of blocks by CID. */
export const BLOCKS_PROTOCOL = '/dso/blocks/1'

/** Largest answer frame: one status byte and the block. */
export const BLOCK_ANSWER_BYTES = MAX_BLOCK_BYTES + 1

/** What a peer says about one block: its bytes (unverified), that it has none, or that the response is full. */
export type BlockAnswer = Uint8Array | 'absent' | 'left-out'

const ABSENT = 0
const BLOCK = 1
const LEFT_OUT = 2

const requestSchema = z.strictObject({
  cids: z.array(z.string()).min(1).max(NETWORK_LIMITS.blocksPerRequest),
})

/** The request frame for 1 to 64 distinct blocks. */
export function encodeBlockRequest(cids: readonly CID[]): Uint8Array {
  return encodeCanonical({ cids: cids.map((cid) => cid.toString()) })
}

/**
 * Reads a request frame.
 * @throws DsoError `PEER_MISBEHAVED` unless it names 1 to 64 distinct valid CIDs
 */
export function decodeBlockRequest(bytes: Uint8Array): CID[] {
  const { cids } = decodeFrame(requestSchema, bytes, NETWORK_LIMITS.blockRequestBytes)
  if (new Set(cids).size !== cids.length) throw malformed('the same block twice')
  try {
    return cids.map(parseCid)
  } catch (cause) {
    throw malformed('an invalid CID', cause)
  }
}

/** The answer frame for one block: a status byte, then the block's bytes if there are any. */
export function encodeBlockAnswer(answer: BlockAnswer): Uint8Array {
  if (answer === 'absent') return Uint8Array.of(ABSENT)
  if (answer === 'left-out') return Uint8Array.of(LEFT_OUT)
  const frame = new Uint8Array(answer.length + 1)
  frame[0] = BLOCK
  frame.set(answer, 1)
  return frame
}

/**
 * Reads an answer frame; the bytes are not verified here.
 * @throws DsoError `PEER_MISBEHAVED`
 */
export function decodeBlockAnswer(frame: Uint8Array): BlockAnswer {
  if (frame[0] === BLOCK) return frame.subarray(1)
  if (frame.length === 1 && frame[0] === ABSENT) return 'absent'
  if (frame.length === 1 && frame[0] === LEFT_OUT) return 'left-out'
  throw malformed('an unknown block status')
}

function malformed(reason: string, cause?: unknown): DsoError {
  return new DsoError('PEER_MISBEHAVED', { details: { reason }, cause })
}
