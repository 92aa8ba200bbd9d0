import { rotationKernel } from '../../kernels/rotation.ts'
import { deriveFlips } from './derive-flips.ts'
import { derivePositions, EXPANDED } from './derive-positions.ts'
import { checkExpandable } from './expand.ts'
import { checkCount, checkFinite } from './record.ts'

/** Which expansion is meant. */
export interface ExpansionOptions {
  /** Values before the expansion, 1 … 7680. */
  count: number
  /** The expansion's seed, any text. */
  seed: string
}

/**
 * The transpose of expand: rotates back and gathers. It undoes an expansion, and projects any other vector onto the
 * subspace of the expanded ones.
 *
 * @param expanded 7680 values, magnitudes below 2^1000
 * @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`
 */
export function contract(
  expanded: Float32Array | Float64Array,
  { count, seed }: ExpansionOptions,
): Float64Array<ArrayBuffer> {
  checkExpandable(count)
  checkCount(expanded, EXPANDED, 'expanded')
  checkFinite(expanded, 'expanded')
  const scattered = rotationKernel().rotateBack(expanded, deriveFlips(EXPANDED, seed))
  const positions = derivePositions(seed)
  return Float64Array.from({ length: count }, (_, j) => scattered[positions[j]!]!)
}
