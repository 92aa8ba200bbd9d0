import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { encodeCanonical } from '../encoding/encode-canonical.ts'
import type { UnsignedOperation } from './operation.ts'

/** Keeps a signature under an operation from being one under anything else. */
const CONTEXT = utf8ToBytes('dso.operation.v1\n')

/** The bytes that an author signs: the context and the canonical operation without `sig`. */
export function messageOf(operation: UnsignedOperation): Uint8Array {
  return concatBytes(CONTEXT, encodeCanonical(operation))
}
