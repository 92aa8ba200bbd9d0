import { DsoError } from '../errors.ts'
import { decodeHex } from '../encoding/decode-hex.ts'
import type { Hex } from '../ports/ledger.ts'
import { checkUint } from './check-uint.ts'

/** One word of the ABI: an unsigned integer, a boolean, an address (20 bytes) or 32 bytes. */
export type Word = bigint | number | boolean | Hex

/** Bytes of a word. */
export const WORD_BYTES = 32

/**
 * What `abi.encode` gives for static values: 32 bytes each, numbers and addresses aligned right.
 *
 * @throws DsoError `FORMAT_INVALID` for a negative or too large number, or bytes of another length than 20 or 32
 */
export function encodeWords(words: readonly Word[]): Uint8Array {
  const encoded = new Uint8Array(WORD_BYTES * words.length)
  for (const [place, word] of words.entries()) {
    const bytes = encodeWord(word)
    encoded.set(bytes, WORD_BYTES * (place + 1) - bytes.length)
  }
  return encoded
}

function encodeWord(word: Word): Uint8Array {
  if (typeof word !== 'string') {
    if (typeof word === 'number' && !Number.isSafeInteger(word)) {
      throw new DsoError('FORMAT_INVALID', { details: { field: 'word', value: word } })
    }
    const value = BigInt(word)
    checkUint('word', value, 256)
    return decodeHex(`0x${value.toString(16).padStart(2 * WORD_BYTES, '0')}`, WORD_BYTES)
  }
  const bytes = decodeHex(word)
  if (bytes.length !== 20 && bytes.length !== WORD_BYTES) {
    throw new DsoError('FORMAT_INVALID', { details: { field: 'word', bytes: bytes.length } })
  }
  return bytes
}
