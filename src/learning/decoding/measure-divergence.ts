import { DsoError } from '../../protocol/errors.ts'
import { logSumExp } from './log-sum-exp.ts'

/**
 * Jensen–Shannon divergence of two next-token distributions, in bits: 0 where they are the same, 1 where they have no
 * token in common. Symmetric, and bounded where the Kullback–Leibler divergence is not.
 *
 * @param a logits, up to a constant that is the same for all tokens
 * @param b as many
 * @throws DsoError `LENGTH_MISMATCH`, `SAMPLE_EMPTY`, `VALUE_NOT_FINITE`
 */
export function measureDivergence(
  a: Float32Array | Float64Array,
  b: Float32Array | Float64Array,
): number {
  checkPair(a, b)
  const [wholeA, wholeB] = [logSumExp(a), logSumExp(b)]
  let sum = 0
  for (let i = 0; i < a.length; i++) {
    const p = Math.exp(a[i]! - wholeA)
    const q = Math.exp(b[i]! - wholeB)
    const middle = (p + q) / 2
    // Both halves before the sum, so that the order of the two makes no difference.
    sum += partOf(p, middle) + partOf(q, middle)
  }
  return Math.min(1, Math.max(0, sum / 2 / Math.LN2))
}

/** 0 · log 0 is 0, and below the smallest double a middle may be 0 where p is not. */
function partOf(p: number, middle: number): number {
  return p > 0 && middle > 0 ? p * Math.log(p / middle) : 0
}

function checkPair(a: Float32Array | Float64Array, b: Float32Array | Float64Array): void {
  if (a.length !== b.length) {
    throw new DsoError('LENGTH_MISMATCH', { details: { field: 'b', a: a.length, b: b.length } })
  }
  if (a.length === 0) throw new DsoError('SAMPLE_EMPTY', { details: { field: 'a' } })
  for (const [field, values] of [
    ['a', a],
    ['b', b],
  ] as const) {
    const index = values.findIndex((value) => !Number.isFinite(value))
    if (index >= 0) {
      throw new DsoError('VALUE_NOT_FINITE', { details: { field, index, value: values[index] } })
    }
  }
}
