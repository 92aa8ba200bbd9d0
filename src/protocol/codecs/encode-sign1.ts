import { codecKernel } from '../../kernels/codec.ts'
import { DsoError } from '../errors.ts'
import {
  checkFinite,
  readScale,
  SCALE_BYTES,
  signBytes,
  writeScale,
  writeZeroSigns,
} from './record.ts'

/** How values are cut into blocks, and what scales the blocks get. */
export interface EncodeSign1Options {
  /** Values that share a scale, for a matrix the length of a row; a divisor of their number. By default all. */
  blockSize?: number
  /**
   * Chooses the scale of a block, by default its mean magnitude: a finite number ≥ 0, rounded to f32. For scales
   * distilled from a teacher, see distilScale.
   */
  chooseScale?: (meanMagnitude: number, block: number) => number
}

const FLOAT_LIMIT = 2 ** 128

/**
 * Codes values as signs and one scale a block (seed A eq. 2): 32-fold smaller, less the scale.
 *
 * A record a block: the mean magnitude as little-endian f32, then a bit a value, bit 0 of byte 0 first, 1 where the value
 * is ≥ 0 (−0 included). A block whose scale rounds to 0 has the signs of zeros.
 *
 * @returns blocks · (4 + ⌈blockSize / 8⌉) bytes
 * @throws DsoError `LENGTH_MISMATCH` when there are no values, or the blocks do not divide them; `VALUE_NOT_FINITE`;
 *   `SCALE_INVALID` for a chosen scale that is negative or not finite
 */
export function encodeSign1(
  values: Float32Array,
  { blockSize = values.length, chooseScale }: EncodeSign1Options = {},
): Uint8Array<ArrayBuffer> {
  checkBlocks(values.length, blockSize)
  const code = codecKernel().compress(values, blockSize)
  const record = SCALE_BYTES + signBytes(blockSize)
  const view = new DataView(code.buffer)
  for (let at = 0, block = 0; at < code.length; at += record, block++) {
    const meanMagnitude = view.getFloat32(at, true)
    // Magnitudes that add up to less than the greatest f32 are finite, each of them; else look at each.
    if (!(meanMagnitude * blockSize < FLOAT_LIMIT / 2)) checkFinite(values, 'values')
    const scale =
      chooseScale === undefined
        ? meanMagnitude
        : replaceScale(code, at, chooseScale(meanMagnitude, block))
    if (scale === 0) writeZeroSigns(code, blockSize, at)
  }
  return code
}

/** @throws DsoError `LENGTH_MISMATCH` unless `count` values are one or more whole blocks */
export function checkBlocks(count: number, blockSize: number): void {
  if (!(Number.isInteger(blockSize) && blockSize > 0 && count > 0 && count % blockSize === 0)) {
    throw new DsoError('LENGTH_MISMATCH', {
      details: { field: 'blockSize', values: count, blockSize },
    })
  }
}

function replaceScale(code: Uint8Array, at: number, chosen: number): number {
  if (!(chosen >= 0 && Math.fround(chosen) < Number.POSITIVE_INFINITY)) {
    throw new DsoError('SCALE_INVALID', { details: { field: 'chooseScale', at, scale: chosen } })
  }
  writeScale(code, chosen + 0, at)
  return readScale(code, at)
}
