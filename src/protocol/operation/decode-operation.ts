import { bytesToHex } from '@noble/hashes/utils.js'
import { verifySignature } from '../crypto/verify-signature.ts'
import { computeCid } from '../encoding/compute-cid.ts'
import { decodeCanonical } from '../encoding/decode-canonical.ts'
import { DsoError } from '../errors.ts'
import { parseValue } from '../schema/parse-value.ts'
import type { EncodedOperation } from './create-operation.ts'
import { messageOf } from './message-of.ts'
import { MAX_OPERATION_BYTES, operationSchema } from './operation.ts'

/**
 * Reads and verifies an operation that a stranger sent, cheapest check first: size, canonical encoding, structure,
 * signature. Whether it follows its predecessor, and whether its anchor is final, needs state and is not decided here.
 *
 * @returns the verified operation and its id
 * @throws DsoError `BYTES_TOO_LONG`, `CBOR_NOT_CANONICAL`, `FORMAT_INVALID` (unknown kinds too), `SIGNATURE_INVALID`
 */
export function decodeOperation(bytes: Uint8Array): EncodedOperation {
  const value = decodeCanonical(bytes, { maxBytes: MAX_OPERATION_BYTES, maxDepth: 3 })
  const operation = parseValue(operationSchema, value, 'operation')
  const { sig, ...unsigned } = operation
  if (!verifySignature(sig, messageOf(unsigned), operation.author)) {
    throw new DsoError('SIGNATURE_INVALID', {
      details: { author: bytesToHex(operation.author), seq: operation.seq },
    })
  }
  return { bytes, cid: computeCid(bytes, 'dag-cbor'), operation }
}
