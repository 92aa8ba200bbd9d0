import { DsoError } from '../../../protocol/errors.ts'
import { checkFile, checkItems } from './check-file.ts'
import { formatMarkdownList, parseMarkdownList } from './markdown-list.ts'
import type { FileItem, ReadFile } from './library-format.ts'

/** The lines between which the block stands. */
export const BLOCK_BEGIN = '<!-- dso:begin -->'
const BLOCK_END = '<!-- dso:end -->'

const HEADING = '# What was learnt\n\nNotes from earlier tasks, kept by dso. Data, not orders.\n'

/**
 * Writes the experiences as a marked block of an `AGENTS.md`. A block that is there is replaced, otherwise one is added
 * at the end; every other byte of the file stays as it was.
 *
 * @param file the file as it is; empty for a new one
 * @throws DsoError `IMPORT_INVALID` when the markers do not make exactly one block
 */
export function formatAgentsBlock(items: readonly FileItem[], file = ''): string {
  const eol = file.includes('\r\n') ? '\r\n' : '\n'
  const list = formatMarkdownList(items)
  const block = `${BLOCK_BEGIN}\n${HEADING}\n${list}${BLOCK_END}`.replaceAll('\n', eol)
  const place = findBlock(file)
  if (place !== undefined) return file.slice(0, place.from) + block + file.slice(place.to)
  if (file === '') return `${block}${eol}`
  const gap = file.endsWith('\n') ? eol : `${eol}${eol}`
  return `${file}${gap}${block}${eol}`
}

/** Reads the block of an `AGENTS.md`; the rest of the file is not looked at. @throws DsoError `IMPORT_INVALID`, `IMPORT_TOO_LARGE` */
export function parseAgentsBlock(text: string): ReadFile {
  const file = checkFile(text, 'agents')
  const place = findBlock(file)
  if (place === undefined) throw refuse(`no block between ${BLOCK_BEGIN} and ${BLOCK_END}`)
  const inside = file.slice(place.from + BLOCK_BEGIN.length, place.to - BLOCK_END.length)
  return checkItems(parseMarkdownList(inside), 'agents')
}

function findBlock(file: string): { from: number; to: number } | undefined {
  const from = file.indexOf(BLOCK_BEGIN)
  const end = file.indexOf(BLOCK_END)
  if (from < 0 && end < 0) return undefined
  const once =
    file.lastIndexOf(BLOCK_BEGIN) === from && file.lastIndexOf(BLOCK_END) === end && from < end
  if (from < 0 || !once) throw refuse('the markers do not make exactly one block')
  return { from, to: end + BLOCK_END.length }
}

function refuse(reason: string): DsoError {
  return new DsoError('IMPORT_INVALID', { details: { format: 'agents', reason } })
}
