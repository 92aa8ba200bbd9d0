/** One in the fixed point of rewards: 18 decimals. */
export const WAD = 10n ** 18n

/**
 * Makes one term of the reward comparable with the others: each value in units of the epoch's typical one, 18 decimals,
 * rounded toward zero. Typical is the lower median of the magnitudes that are not zero, so that neither idle contributors
 * nor one that is far out decide the unit. Without such a value all are zero.
 */
export function normaliseTerms(values: readonly bigint[]): bigint[] {
  const magnitudes = values
    .map((value) => (value < 0n ? -value : value))
    .filter((value) => value !== 0n)
    .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const typical = magnitudes[Math.ceil(magnitudes.length / 2) - 1]
  return typical === undefined ? values.map(() => 0n) : values.map((v) => (v * WAD) / typical)
}
