/** The non-zero squares modulo 11 and 19, from which the Hadamard matrices of order 12 and 20 are built. */
const SQUARES = {
  12: new Set([1, 3, 4, 5, 9]),
  20: new Set([1, 4, 5, 6, 7, 9, 11, 16, 17]),
} as const

/**
 * Paley's Hadamard matrix of order 12 or 20: entries ±1, rows orthogonal. Row 0 is all 1, column 0 below it −1, the
 * diagonal 1, and entry (i, j) is 1 exactly when j − i is a square modulo order − 1.
 */
function paley(order: 12 | 20): readonly (readonly (1 | -1)[])[] {
  return Array.from({ length: order }, (_, i) =>
    Array.from({ length: order }, (__, j) => {
      if (i === 0 || i === j) return 1
      if (j === 0) return -1
      return SQUARES[order].has((j - i + order - 1) % (order - 1)) ? 1 : -1
    }),
  )
}

/** Paley's matrix of order 12. */
export const PALEY_12 = paley(12)

/** Paley's matrix of order 20. */
export const PALEY_20 = paley(20)
