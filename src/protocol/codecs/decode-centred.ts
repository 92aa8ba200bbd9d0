import { DsoError } from '../errors.ts'
import type { CentredOptions } from './encode-centred.ts'
import { normalise } from './normalise.ts'
import { checkBytes, checkFinite, checkSigns, readScale, SCALE_BYTES } from './record.ts'
import { refineSigns } from './refine-signs.ts'
import { rotateBack } from './rotate-back.ts'
import { checkSpreadable } from './spread.ts'
import { unpackSigns } from './unpack-signs.ts'

/**
 * The unit vector that a centred code stands for: the mean, plus the residual's length along the direction of its signs
 * (refined where they are those of an expansion).
 *
 * @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`, `SCALE_INVALID`; `FORMAT_INVALID` for signs that no encoder
 *   makes, and when mean and residual cancel
 */
export function decodeCentred(
  code: Uint8Array,
  { mean, size, seed }: CentredOptions,
): Float32Array<ArrayBuffer> {
  const { length, signs } = readCentred(code, { mean, size, seed })
  const count = mean.length
  const direction =
    count === size
      ? rotateBack(unpackSigns(signs, 1 / Math.sqrt(size)), seed)
      : refineSigns(signs, { count, seed })
  const vector = normalise(direction.map((value, i) => mean[i]! + length * value))
  if (vector === undefined) throw new DsoError('FORMAT_INVALID', { details: { field: 'code' } })
  return Float32Array.from(vector)
}

/** The parts of a centred code. @throws DsoError as decodeCentred */
export function readCentred(
  code: Uint8Array,
  { mean, size }: CentredOptions,
): { length: number; signs: Uint8Array } {
  checkSpreadable(mean.length, size)
  checkFinite(mean, 'mean')
  checkBytes(code, SCALE_BYTES + size / 8)
  const length = readScale(code)
  checkSigns(code, size, length)
  return { length, signs: code.subarray(SCALE_BYTES) }
}
