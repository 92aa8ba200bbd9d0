import {
  type BootstrapEstimate,
  type BootstrapOptions,
  bootstrapPairs,
  type PairedObservation,
} from './bootstrap-pairs.ts'

/** Paired outcomes and how to resample them. */
export interface BootstrapDifferenceOptions extends BootstrapOptions {
  /** One entry per instance that was run under both conditions. */
  pairs: readonly PairedObservation[]
}

/** A paired difference of means with its 95 % interval, in the unit of the outcomes. */
export interface BootstrapDifference extends Omit<BootstrapEstimate, 'value'> {
  /** Mean of `a` minus mean of `b`; positive where the first condition is better. */
  difference: number
}

/**
 * How much better condition `a` is than condition `b` on the same instances, with a 95 % interval by the two-stage
 * bootstrap of {@link bootstrapPairs}: clusters (tools) first, then instances within each.
 *
 * @throws DsoError `SAMPLE_EMPTY` without pairs, `VALUE_NOT_FINITE`, `OPTION_INVALID`
 */
export function bootstrapDifference({
  pairs,
  resamples,
  random,
}: BootstrapDifferenceOptions): BootstrapDifference {
  const { value, ...interval } = bootstrapPairs(pairs, { resamples, random })
  return { difference: value, ...interval }
}
