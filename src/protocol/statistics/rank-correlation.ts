import { DsoError } from '../errors.ts'

/**
 * Spearman's rank correlation of two lists of equal length, −1…1; ties share the mean of their ranks. 0 where either list
 * holds one value only, which orders nothing.
 *
 * @throws DsoError `LENGTH_MISMATCH`, `SAMPLE_EMPTY` below two values, `VALUE_NOT_FINITE`
 */
export function rankCorrelation(left: readonly number[], right: readonly number[]): number {
  if (left.length !== right.length) {
    throw new DsoError('LENGTH_MISMATCH', { details: { left: left.length, right: right.length } })
  }
  if (left.length < 2) throw new DsoError('SAMPLE_EMPTY', { details: { values: left.length } })
  const a = ranksOf(left)
  const b = ranksOf(right)
  const mean = (left.length + 1) / 2
  let product = 0
  let squaresA = 0
  let squaresB = 0
  for (let i = 0; i < a.length; i++) {
    product += (a[i]! - mean) * (b[i]! - mean)
    squaresA += (a[i]! - mean) ** 2
    squaresB += (b[i]! - mean) ** 2
  }
  const scale = Math.sqrt(squaresA * squaresB)
  return scale === 0 ? 0 : Math.max(-1, Math.min(1, product / scale))
}

function ranksOf(values: readonly number[]): number[] {
  const bad = values.find((value) => !Number.isFinite(value))
  if (bad !== undefined) throw new DsoError('VALUE_NOT_FINITE', { details: { value: bad } })
  const order = values.map((_, index) => index).sort((x, y) => values[x]! - values[y]!)
  const ranks = values.map(() => 0)
  for (let start = 0; start < order.length; ) {
    let end = start
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++
    for (let i = start; i < end; i++) ranks[order[i]!] = (start + end + 1) / 2
    start = end
  }
  return ranks
}
