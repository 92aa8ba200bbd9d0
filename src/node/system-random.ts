import { randomBytes, randomInt } from 'node:crypto'
import { DsoError } from '../protocol/errors.ts'
import type { Random } from '../protocol/ports.ts'

/** The operating system's randomness: nobody can guess what it gives. Its methods throw as the seeded one's do. */
export const systemRandom: Random = {
  next: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
  integer: (bound) => {
    if (!Number.isInteger(bound) || bound < 1 || bound > 2 ** 32) {
      throw new DsoError('OPTION_INVALID', { details: { bound } })
    }
    return randomInt(bound)
  },
  bytes: (length) => {
    if (!Number.isInteger(length) || length < 0) {
      throw new DsoError('OPTION_INVALID', { details: { length } })
    }
    return new Uint8Array(randomBytes(length))
  },
}
