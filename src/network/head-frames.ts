import { z } from 'zod'
import { encodeCanonical } from '../protocol/encoding/encode-canonical.ts'
import { parseCid } from '../protocol/encoding/parse-cid.ts'
import { MAX_MESSAGE_BYTES } from '../protocol/ports/gossip.ts'
import { decodeFrame } from './decode-frame.ts'
import { NETWORK_LIMITS } from './limits.ts'

/** Exchange of feed heads, then of the operations that either side lacks. */
export const HEADS_PROTOCOL = '/dso/heads/1'

/** The newest operation of one author that a node holds. */
export interface FeedHead {
  /** Ed25519 public key, 64 lower-case hex characters. */
  author: string
  /** Number of the operation in the feed, a safe integer ≥ 0. */
  seq: number
  /** CID of the operation. */
  cid: string
}

/** How authors are written. */
export const AUTHOR_PATTERN = /^[0-9a-f]{64}$/

const seq = z.int().min(0)
const author = z.string().regex(AUTHOR_PATTERN)
const cid = z.string().refine((text) => {
  try {
    return parseCid(text) !== undefined
  } catch {
    return false
  }
})

const headsSchema = z.strictObject({
  kind: z.literal('heads'),
  heads: z.array(z.strictObject({ author, cid, seq })).max(NETWORK_LIMITS.headsPerFrame),
  more: z.boolean(),
})
const askSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('want'),
    author,
    fromSeq: seq,
    limit: z.int().min(1).max(NETWORK_LIMITS.operationsPerBatch),
  }),
  z.strictObject({ kind: z.literal('done') }),
])
const operationsSchema = z.strictObject({
  kind: z.literal('operations'),
  operations: z
    .array(
      z.strictObject({
        bytes: z.custom<Uint8Array>(
          (bytes) => bytes instanceof Uint8Array && bytes.length <= MAX_MESSAGE_BYTES,
        ),
        seq,
      }),
    )
    .max(NETWORK_LIMITS.operationsPerBatch),
})

/** A page of heads; `more` says that another page follows. */
export type HeadsFrame = z.infer<typeof headsSchema>
/** A wish for operations of one feed from `fromSeq` on, or that there is none left. */
export type AskFrame = z.infer<typeof askSchema>
/** Operations of the feed that was asked for, in order; none when there are no more. */
export type OperationsFrame = z.infer<typeof operationsSchema>

/** Encodes any frame of the head exchange. */
export function encodeHeadFrame(frame: HeadsFrame | AskFrame | OperationsFrame): Uint8Array {
  return encodeCanonical(frame)
}

/** @throws DsoError `PEER_MISBEHAVED` */
export function decodeHeads(bytes: Uint8Array): HeadsFrame {
  return decodeFrame(headsSchema, bytes, NETWORK_LIMITS.headFrameBytes)
}

/** @throws DsoError `PEER_MISBEHAVED` */
export function decodeAsk(bytes: Uint8Array): AskFrame {
  return decodeFrame(askSchema, bytes, NETWORK_LIMITS.headFrameBytes)
}

/** @throws DsoError `PEER_MISBEHAVED` */
export function decodeOperations(bytes: Uint8Array): OperationsFrame {
  return decodeFrame(operationsSchema, bytes, NETWORK_LIMITS.operationBatchBytes)
}
