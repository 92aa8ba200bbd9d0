import { foldLanes } from '../../kernels/scalar/fold-lanes.ts'

/**
 * Sums `term(0) … term(count − 1)` in 16 lanes (i mod 16) that are then folded in halves: 8, 4, 2, 1. The order is part
 * of the wire format: it is the one that SIMD code has anyway, and with f64 it gives the same bits in every language.
 */
export function sumInLanes(count: number, term: (index: number) => number): number {
  const lanes = new Float64Array(16)
  for (let i = 0; i < count; i++) lanes[i & 15]! += term(i)
  return foldLanes(lanes)
}
