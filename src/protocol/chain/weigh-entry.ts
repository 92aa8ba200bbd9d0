import { checkUint } from './check-uint.ts'
import { checkWithin } from './check-within.ts'

/** Wei of one unit of an entry's weight. */
const ENTRY_WEIGHT_UNIT = 10n ** 9n

/** Settings of the weights of an aggregate. */
export interface WeightScale {
  /** Largest weight of one entry, in units of 10^9 wei. */
  cap: bigint
  /** Quality below which a weight falls no further, in per mille. */
  qLow: number
}

/**
 * Weight of an entry in an aggregate: w = min(bond, cap) · clamp(q, qLow, 1000) / 1000, in units of 10^9 wei, rounded down
 * (contracts/src/AggregateWeights.sol). Quality shifts a weight by at most 1000 / qLow, so honest entries need more than
 * 1000 / (1000 + qLow) of the capped bonds: two thirds at qLow = 500. Seed A.1 claims one half, which holds for qLow = 1000
 * alone.
 *
 * @throws DsoError `FORMAT_INVALID`
 */
export function weighEntry(scale: WeightScale, bondWei: bigint, quality: number): bigint {
  checkUint('bondWei', bondWei, 96)
  checkWithin('quality', quality, 0, 1000)
  checkWithin('qLow', scale.qLow, 0, 1000)
  const units = bondWei / ENTRY_WEIGHT_UNIT
  const capped = units < scale.cap ? units : scale.cap
  return (capped * BigInt(Math.max(quality, scale.qLow))) / 1000n
}
