import type { Report } from '../protocol/report/report.ts'
import { costsBlock, notesBlock } from './terminal/costs-blocks.ts'
import { experiencesBlock, poisonBlock, rejectedBlock } from './terminal/experience-blocks.ts'
import { armsBlock, comparisonsBlock, headlineBlock } from './terminal/results-blocks.ts'
import { createScreen } from './terminal/screen.ts'

/** How the terminal looks. */
export interface RenderTableOptions {
  /** Whether ANSI colours may be used; the caller decides by terminal and NO_COLOR. */
  color: boolean
  /** Columns of the terminal; 100 is comfortable, below 60 only the essential columns are left. */
  width: number
}

/**
 * The report as text for a terminal: arms, comparisons, experiences, poisoner, costs and notes, each followed by one
 * sentence that says what it means. Ends with a newline. Control characters in texts of others are made harmless.
 */
export function renderTable(report: Report, options: RenderTableOptions): string {
  const screen = createScreen(options)
  const blocks = [
    headlineBlock(report, screen),
    armsBlock(report, screen),
    comparisonsBlock(report, screen),
    experiencesBlock(report, screen),
    rejectedBlock(report, screen),
    poisonBlock(report, screen),
    costsBlock(report, screen),
    notesBlock(report, screen),
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}
