import { countUtf8Bytes } from '../../../protocol/encoding/count-utf8-bytes.ts'
import { DsoError } from '../../../protocol/errors.ts'
import type { LibraryFormat, ReadFile } from './library-format.ts'

/** Largest file that is read, in bytes of UTF-8. */
export const MAX_FILE_BYTES = 4 * 2 ** 20

/** Most items of one file. */
const MAX_FILE_ITEMS = 10_000

/** Most bytes of one item before it is repaired or refused. */
export const MAX_ITEM_BYTES = 16 * 2 ** 10

/** Controls other than tab, line feed and carriage return; a lone surrogate. */
const UNREADABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}/u

/**
 * Looks at a file before anything parses it, and takes a byte-order mark off.
 *
 * @throws DsoError `IMPORT_TOO_LARGE`, `IMPORT_INVALID` for control characters
 */
export function checkFile(text: string, format: LibraryFormat, most = MAX_FILE_BYTES): string {
  if (text.length > most || countUtf8Bytes(text) > most) {
    throw new DsoError('IMPORT_TOO_LARGE', { details: { format, most, unit: 'bytes' } })
  }
  if (UNREADABLE.test(text)) {
    throw new DsoError('IMPORT_INVALID', { details: { format, reason: 'control characters' } })
  }
  return text.replace(/^\ufeff/, '')
}

/**
 * Looks at what was read: a file in which nothing can be read is of another format.
 *
 * @throws DsoError `IMPORT_TOO_LARGE` above 10,000 items, `IMPORT_INVALID` for none
 */
export function checkItems(read: ReadFile, format: LibraryFormat): ReadFile {
  const { items, unread } = read
  if (items.length > MAX_FILE_ITEMS) {
    const details = { format, most: MAX_FILE_ITEMS, unit: 'items' }
    throw new DsoError('IMPORT_TOO_LARGE', { details })
  }
  if (items.length === 0) {
    const [first] = unread
    const reason = first === undefined ? 'nothing found' : `${first.where}: ${first.reason}`
    throw new DsoError('IMPORT_INVALID', { details: { format, reason } })
  }
  return read
}
