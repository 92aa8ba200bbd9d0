import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { DsoError } from '../errors.ts'
import type { Random } from '../ports/random.ts'

const TWO_POW_32 = 2 ** 32

/**
 * A repeatable source of randomness: the same seed gives the same sequence on every machine.
 * The generator is sfc32 (128 bits of state), its state the SHA-256 of the seed's text, so that neighbouring
 * seeds give unrelated sequences. A number stands for its decimal text: 7 and '7' are one seed.
 *
 * Not cryptographic: whoever sees some of the output can compute the rest. Never make keys or nonces with it.
 *
 * @throws DsoError `VALUE_NOT_FINITE` for a seed that is NaN or infinite; the methods throw `OPTION_INVALID` for a
 * bound outside 1…2^32 or a length that is not a non-negative integer
 */
export function createSeededRandom(seed: number | string): Random {
  if (typeof seed === 'number' && !Number.isFinite(seed)) {
    throw new DsoError('VALUE_NOT_FINITE', { details: { seed } })
  }
  const digest = sha256(utf8ToBytes(`dso/random/1/${seed}`))
  const state = new DataView(digest.buffer, digest.byteOffset, digest.byteLength)
  let a = state.getUint32(0, true)
  let b = state.getUint32(4, true)
  let c = state.getUint32(8, true)
  let counter = state.getUint32(12, true)

  function nextWord(): number {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }

  return {
    next() {
      const high = nextWord() >>> 5
      const low = nextWord() >>> 6
      return (high * 2 ** 26 + low) / 2 ** 53
    },
    integer(bound) {
      if (!Number.isInteger(bound) || bound < 1 || bound > TWO_POW_32) {
        throw new DsoError('OPTION_INVALID', { details: { bound } })
      }
      const limit = TWO_POW_32 - (TWO_POW_32 % bound)
      // Words above the last whole multiple of the bound would favour small results.
      for (;;) {
        const word = nextWord()
        if (word < limit) return word % bound
      }
    },
    bytes(length) {
      if (!Number.isInteger(length) || length < 0) {
        throw new DsoError('OPTION_INVALID', { details: { length } })
      }
      const result = new Uint8Array(length)
      let word = 0
      for (let i = 0; i < length; i++) {
        word = i % 4 === 0 ? nextWord() : word >>> 8
        result[i] = word & 0xff
      }
      return result
    },
  }
}
