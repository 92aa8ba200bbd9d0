import type { Painter, Style } from './create-painter.ts'
import { displayWidth, truncate } from './display-width.ts'

/** A cell: visible text, and how to paint it. */
export interface Cell {
  text: string
  style?: Style
}

/** A column of a terminal table. */
export interface Column {
  header: string
  align: 'left' | 'right'
  /** Columns of the highest number are dropped first where the table is too wide; 0 is never dropped. */
  rank: number
  /** How narrow its texts may be cut to make the table fit; uncut if absent. */
  minimum?: number
}

/** A table and the room it has. */
export interface LayoutTableOptions {
  columns: readonly Column[]
  /** One cell per column and row; control characters must be gone already. */
  rows: readonly (readonly Cell[])[]
  /** Columns of the terminal. */
  width: number
  paint: Painter
}

const INDENT = '  '
const GAP = '  '
/**
 * Lines of an aligned table, header first. Where it is too wide, columns are cut down to their minimum, and if that is
 * not enough the columns of the highest rank are left out, the rightmost first.
 */
export function layoutTable({ columns, rows, width, paint }: LayoutTableOptions): string[] {
  let shown = columns.map((_, index) => index)
  let widths = fit(shown)
  while (widths === undefined) {
    const last = Math.max(...shown.map((index) => columns[index]!.rank))
    if (last === 0) {
      widths = shown.map(naturalWidth)
      break
    }
    const dropped = shown.findLast((index) => columns[index]!.rank === last)
    shown = shown.filter((index) => index !== dropped)
    widths = fit(shown)
  }
  const finalWidths = widths
  const render = (cells: readonly Cell[]) =>
    `${INDENT}${shown.map((index, slot) => pad(cells[index]!, columns[index]!, finalWidths[slot]!)).join(GAP)}`.trimEnd()
  const header = columns.map(({ header: text }): Cell => ({ text, style: 'faint' }))
  return [header, ...rows].map(render)

  function naturalWidth(index: number): number {
    const texts = rows.map((row) => row[index]!.text)
    return Math.max(displayWidth(columns[index]!.header), ...texts.map(displayWidth))
  }

  function fit(indices: readonly number[]): number[] | undefined {
    const natural = indices.map(naturalWidth)
    const used = INDENT.length + GAP.length * (indices.length - 1)
    let excess = used + natural.reduce((total, each) => total + each, 0) - width
    const fitted = natural.map((each, slot) => {
      const { minimum = each } = columns[indices[slot]!]!
      const cut = Math.max(0, Math.min(excess, each - minimum))
      excess -= cut
      return each - cut
    })
    return excess <= 0 ? fitted : undefined
  }

  function pad({ text, style = 'plain' }: Cell, { align }: Column, columnWidth: number): string {
    const cut = truncate(text, columnWidth)
    const space = ' '.repeat(columnWidth - displayWidth(cut))
    const painted = paint(style, cut)
    return align === 'right' ? space + painted : painted + space
  }
}
