/**
 * ln Σ exp(value), without overflow: what has to be subtracted from logits to make them log-probabilities.
 * Entries of −∞ count nothing.
 *
 * @param values at least one of them finite, none NaN or +∞
 */
export function logSumExp(values: Float32Array | Float64Array): number {
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) if (values[i]! > most) most = values[i]!
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += Math.exp(values[i]! - most)
  return most + Math.log(sum)
}
