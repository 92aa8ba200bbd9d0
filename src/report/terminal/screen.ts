import { createPainter, type Painter, type Style } from '../text/create-painter.ts'
import { formatCount } from '../text/format-number.ts'
import { toVisibleText } from '../text/to-visible-text.ts'
import { wrapText } from '../text/wrap-text.ts'

/** Where a block is written. */
export interface Screen {
  paint: Painter
  /** Columns, at least 40. */
  width: number
}

/** A screen of the given width, with or without colours. */
export function createScreen({ color, width }: { color: boolean; width: number }): Screen {
  return { paint: createPainter(color), width: Math.max(40, width) }
}

/** A block's title. */
export function heading(text: string, { paint }: Screen): string {
  return paint('strong', text)
}

/** What a block means, below it. */
export function meaning(text: string, screen: Screen): string[] {
  return styled('faint', toVisibleText(text), screen, '  ')
}

/** A word about entries that are not shown; no line where there are none. */
export function moreLine(hidden: number, screen: Screen): string[] {
  return hidden > 0 ? meaning(`… and ${formatCount(hidden)} more in the report.`, screen) : []
}

/** Wrapped, indented lines in one style. */
export function styled(
  style: Style,
  text: string,
  { paint, width }: Screen,
  indent: string,
): string[] {
  return wrapText(text, width - indent.length).map((line) => indent + paint(style, line))
}

/** A formatted number, or a dash for what does not apply. */
export function orDash(value: number | null, format: (value: number) => string): string {
  return value === null ? '–' : format(value)
}
