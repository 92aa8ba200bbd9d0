import { sumInLanes } from '../vector/sum-in-lanes.ts'

/** The L2 norm, summed in the lanes of the wire format. */
export function normOf(values: Float64Array): number {
  return Math.sqrt(sumInLanes(values.length, (i) => values[i]! * values[i]!))
}

/** The values divided by their norm; undefined when there is no direction. */
export function normalise(values: Float64Array): Float64Array<ArrayBuffer> | undefined {
  const norm = normOf(values)
  return norm > 0 ? Float64Array.from(values, (value) => value / norm) : undefined
}
