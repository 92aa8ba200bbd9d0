import { codecKernel } from '../../kernels/codec.ts'
import { checkBlocks } from './encode-sign1.ts'
import { checkBytes, checkSigns, readScale, SCALE_BYTES, signBytes } from './record.ts'

/** What a code does not say of itself. */
export interface DecodeSign1Options {
  /** Number of values. */
  count: number
  /** Values that share a scale; by default all. */
  blockSize?: number
}

/**
 * The values of a sign code: in each block its scale where the bit is 1, minus the scale where it is 0 (seed A eq. 3).
 *
 * @throws DsoError `LENGTH_MISMATCH`; `SCALE_INVALID` for a scale that is negative, −0 or not finite; `FORMAT_INVALID`
 *   for unused bits that are not 0, or a scale of 0 with a sign that is not 1
 */
export function decodeSign1(
  code: Uint8Array,
  { count, blockSize = count }: DecodeSign1Options,
): Float32Array<ArrayBuffer> {
  checkBlocks(count, blockSize)
  const record = SCALE_BYTES + signBytes(blockSize)
  checkBytes(code, (count / blockSize) * record)
  for (let at = 0; at < code.length; at += record) {
    checkSigns(code, blockSize, readScale(code, at), at)
  }
  return codecKernel().decompress(code, count, blockSize)
}
