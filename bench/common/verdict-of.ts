import type { Cell } from '../../src/report/text/layout-table.ts'

/** Whether a figure meets its goal, as a cell of a table; empty without a goal. */
export function verdictOf({ holds }: { holds: boolean | null }): Cell {
  if (holds === null) return { text: '' }
  return holds ? { text: 'met', style: 'good' } : { text: 'missed', style: 'bad' }
}
