import { createPainter, type Painter } from '../../report/text/create-painter.ts'

/** How a stream shows text. */
export interface Look {
  /** Whether a person watches. */
  isTerminal: boolean
  color: boolean
  /** Columns. */
  width: number
  /** Columns for tables: nothing is cut in a pipe, where a program or a pager reads. */
  tableWidth: number
  paint: Painter
}

const DEFAULT_WIDTH = 100

/** How stdout or stderr shows text: colours on a terminal only, never with NO_COLOR. */
export function lookOf(stream: NodeJS.WriteStream): Look {
  const isTerminal = stream.isTTY === true
  const color = isTerminal && (process.env['NO_COLOR'] ?? '') === '' && stream.hasColors()
  const width = isTerminal ? stream.columns : DEFAULT_WIDTH
  const tableWidth = isTerminal ? width : Infinity
  return { isTerminal, color, width, tableWidth, paint: createPainter(color) }
}

/** Writes data: the result that a command was called for. */
export function writeData(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

/** Writes data as JSON; big integers become decimal text. */
export function writeJson(value: unknown): void {
  const replace = (_: string, field: unknown): unknown =>
    typeof field === 'bigint' ? field.toString() : field
  writeData(JSON.stringify(value, replace, 2))
}

/** Writes a message to the person: it never mixes with data. */
export function writeMessage(text: string): void {
  process.stderr.write(text.endsWith('\n') ? text : `${text}\n`)
}
