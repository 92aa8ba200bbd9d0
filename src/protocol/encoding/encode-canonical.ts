import { encode } from '@ipld/dag-cbor'
import { CID } from 'multiformats/cid'
import { DsoError } from '../errors.ts'

/** Deepest nesting of lists and maps in any format of this protocol. */
export const MAX_DEPTH = 4

/**
 * Encodes a value as canonical dag-cbor: shortest heads, map keys in order of length and then bytes, CIDs as tag 42.
 * The same value gives the same bytes in every language.
 *
 * Allowed are null, booleans, safe integers, text, byte strings, CIDs, lists, and plain objects without undefined
 * fields; lists and maps nest at most `MAX_DEPTH` deep. Floats are refused, because replicas must agree.
 *
 * @throws DsoError `FORMAT_INVALID` for any other value; `details.path` names it
 */
export function encodeCanonical(value: unknown): Uint8Array<ArrayBuffer> {
  checkValue(value, '', 0)
  // A copy: the encoder may hand out a view of a larger, shared buffer.
  return Uint8Array.from(encode(value))
}

function checkValue(value: unknown, path: string, depth: number): void {
  if (value === null || typeof value === 'boolean') return
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value) && !Object.is(value, -0)) return
    throw refuse(path, 'not a safe integer')
  }
  if (typeof value === 'string') return checkString(value, path)
  if (typeof value !== 'object') throw refuse(path, `a ${typeof value}`)
  if (value instanceof Uint8Array || CID.asCID(value) !== null) return
  if (depth === MAX_DEPTH) throw refuse(path, 'nested too deep')
  if (Array.isArray(value)) {
    // By index, so that a hole counts as undefined and is refused.
    for (let i = 0; i < value.length; i++) checkValue(value[i], `${path}[${i}]`, depth + 1)
    return
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw refuse(path, 'not a plain object')
  for (const [key, entry] of Object.entries(value)) {
    checkString(key, path)
    checkValue(entry, `${path}.${key}`, depth + 1)
  }
}

function checkString(text: string, path: string): void {
  if (!text.isWellFormed()) throw refuse(path, 'text with a lone surrogate')
  // Decoders take a leading byte order mark for a signature and drop it.
  if (text.startsWith('\u{feff}')) throw refuse(path, 'text with a byte order mark')
}

function refuse(path: string, reason: string): DsoError {
  return new DsoError('FORMAT_INVALID', { details: { path: path || '.', reason } })
}
