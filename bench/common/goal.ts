import type { Goal } from '../../src/protocol/report/report.ts'

/** A goal in words: `≥ 35`, `≤ 0.65`, `= 0` for what cannot be less, `10…35`. */
export function describeGoal({ min, max }: Goal): string {
  if (min !== null && max !== null) return `${plain(min)}…${plain(max)}`
  if (min !== null) return `≥ ${plain(min)}`
  if (max === 0) return '= 0'
  return max === null ? '' : `≤ ${plain(max)}`
}

function plain(value: number): string {
  return String(value).replace('-', '−')
}
