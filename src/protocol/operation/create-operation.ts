import type { CID } from 'multiformats/cid'
import type { KeyPair } from '../crypto/create-key-pair.ts'
import { signBytes } from '../crypto/sign-bytes.ts'
import { computeCid } from '../encoding/compute-cid.ts'
import { encodeCanonical } from '../encoding/encode-canonical.ts'
import { DsoError } from '../errors.ts'
import { parseValue } from '../schema/parse-value.ts'
import { messageOf } from './message-of.ts'
import {
  type Anchor,
  MAX_OPERATION_BYTES,
  type Operation,
  type OperationContent,
  operationSchema,
  type UnsignedOperation,
} from './operation.ts'

/** What the author decides; the rest follows from the key. */
export type CreateOperationOptions = OperationContent & {
  /** Place in the author's feed: one more than the operation before, from 0. */
  seq: number
  /** CID of the author's operation before; null for the first. */
  prev: CID | null
  /** The newest finalised block that the author knows. */
  anchor: Anchor
}

/** An operation as it is stored and sent, with what was read from it. */
export interface EncodedOperation {
  /** Canonical dag-cbor, at most 16,384 bytes. */
  bytes: Uint8Array
  /** The id: CID of the bytes, signature included. */
  cid: CID
  operation: Operation
}

/**
 * Makes and signs the next operation of an author's feed. The same options and key give the same bytes.
 *
 * @throws DsoError `FORMAT_INVALID`, `BYTES_TOO_LONG`, `KEY_INVALID`
 */
export function createOperation(
  { kind, body, seq, prev, anchor }: CreateOperationOptions,
  { publicKey, secretKey }: KeyPair,
): EncodedOperation {
  // Kind and body came in as a pair; taken apart they lose it for the type checker, and the schema below checks it.
  const unsigned = { v: 1, kind, author: publicKey, seq, prev, anchor, body } as UnsignedOperation
  const sig = signBytes(messageOf(unsigned), secretKey)
  const operation = parseValue(operationSchema, { ...unsigned, sig }, 'operation')
  const bytes = encodeCanonical(operation)
  if (bytes.length > MAX_OPERATION_BYTES) {
    throw new DsoError('BYTES_TOO_LONG', {
      details: { bytes: bytes.length, most: MAX_OPERATION_BYTES },
    })
  }
  return { bytes, cid: computeCid(bytes, 'dag-cbor'), operation }
}
