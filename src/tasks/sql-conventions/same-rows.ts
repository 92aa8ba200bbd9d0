import type { Cell } from './conventions/convention.ts'

/** Half a cent: services round amounts. */
const TOLERANCE = 0.005

/** Whether two results have the same rows, in any order; numbers may differ by half a hundredth. */
export function sameRows(found: readonly Cell[][], expected: readonly Cell[][]): boolean {
  if (found.length !== expected.length) return false
  const left = [...found]
  return expected.every((row) => {
    const index = left.findIndex((other) => sameRow(other, row))
    if (index >= 0) left.splice(index, 1)
    return index >= 0
  })
}

function sameRow(found: readonly unknown[], expected: readonly Cell[]): boolean {
  return (
    found.length === expected.length &&
    expected.every((cell, index) => {
      const value = found[index]
      return typeof cell === 'number' && typeof value === 'number'
        ? Math.abs(value - cell) <= TOLERANCE + 1e-9 * Math.abs(cell)
        : value === cell
    })
  )
}
