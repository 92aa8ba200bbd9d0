import { type BootstrapEstimate, type BootstrapOptions, bootstrapPairs } from './bootstrap-pairs.ts'

/** Outcomes under one condition and how to resample them. */
export interface BootstrapMeanOptions extends BootstrapOptions {
  /** One entry per instance: the unit that is resampled first, and the outcome. */
  values: readonly { cluster: string; value: number }[]
}

/** A mean with its 95 % interval, in the unit of the outcomes. */
export interface BootstrapMean extends Omit<BootstrapEstimate, 'value'> {
  /** Mean over all instances. */
  mean: number
}

/**
 * The mean of an outcome with a 95 % interval by the two-stage bootstrap of {@link bootstrapPairs}. Two such intervals
 * say little about a difference on the same instances: use `bootstrapDifference` for that.
 *
 * @throws DsoError `SAMPLE_EMPTY` without values, `VALUE_NOT_FINITE`, `OPTION_INVALID`
 */
export function bootstrapMean({ values, resamples, random }: BootstrapMeanOptions): BootstrapMean {
  const pairs = values.map(({ cluster, value }) => ({ cluster, a: value, b: 0 }))
  const { value, ...interval } = bootstrapPairs(pairs, { resamples, random })
  return { mean: value, ...interval }
}
