import { decode } from '@ipld/dag-cbor'
import { DsoError } from '../errors.ts'
import { encodeCanonical, MAX_DEPTH } from './encode-canonical.ts'
import { equalBytes } from './equal-bytes.ts'
import { isShallowCbor } from './is-shallow-cbor.ts'

/** What a format allows of bytes that come from a stranger. */
export interface DecodeCanonicalOptions {
  /** Most bytes; checked before anything is read. */
  maxBytes: number
  /** Deepest nesting of lists and maps; 4 unless given, and never more. */
  maxDepth?: number
}

/**
 * Decodes canonical dag-cbor, and nothing but: what does not encode to the very same bytes again is refused, so that
 * no content has two ids. Size and depth are bounded before a value is built.
 *
 * @returns null, booleans, safe integers, text, byte strings, CIDs, lists and plain objects
 * @throws DsoError `BYTES_TOO_LONG`, `CBOR_NOT_CANONICAL`
 */
export function decodeCanonical(bytes: Uint8Array, options: DecodeCanonicalOptions): unknown {
  const { maxBytes, maxDepth = MAX_DEPTH } = options
  if (bytes.length > maxBytes) {
    throw new DsoError('BYTES_TOO_LONG', { details: { bytes: bytes.length, most: maxBytes } })
  }
  if (!isShallowCbor(bytes, maxDepth)) {
    throw new DsoError('CBOR_NOT_CANONICAL', { details: { bytes: bytes.length, maxDepth } })
  }
  let value: unknown
  let again: Uint8Array
  try {
    value = decode(bytes)
    again = encodeCanonical(value)
  } catch (cause) {
    throw new DsoError('CBOR_NOT_CANONICAL', { details: { bytes: bytes.length }, cause })
  }
  if (!equalBytes(bytes, again)) {
    throw new DsoError('CBOR_NOT_CANONICAL', { details: { bytes: bytes.length } })
  }
  return value
}
