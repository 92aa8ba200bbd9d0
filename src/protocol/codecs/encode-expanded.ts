import { rotationKernel } from '../../kernels/rotation.ts'
import { deriveFlips } from './derive-flips.ts'
import { EXPANDED } from './derive-positions.ts'
import { finishRecord } from './encode-rsign1.ts'
import { scatter } from './expand.ts'

/**
 * Codes up to 7680 values as the signs of their expansion and its mean magnitude: seed B's 964 bytes, from which the
 * direction of 384 values comes back with a cosine of .99.
 *
 * @param seed the expansion's seed, any text
 * @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`
 */
export function encodeExpanded(values: Float32Array, seed: string): Uint8Array<ArrayBuffer> {
  const code = rotationKernel().rotateCompress(scatter(values, seed), deriveFlips(EXPANDED, seed))
  return finishRecord(code, EXPANDED)
}
