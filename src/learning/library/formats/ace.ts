import { checkFile, checkItems } from './check-file.ts'
import { groupByDomain, toDomain, toLine, toSentence } from './file-text.ts'
import type { FileItem, ReadFile } from './library-format.ts'

/** The section of items that are about nothing in particular. */
const GENERAL = 'STRATEGIES & INSIGHTS'

const BULLET =
  /^\s*(?:[-*]\s+)?\[([^\]\s]{1,64})\]\s*helpful=(\d{1,7})\s+harmful=(\d{1,7})\s*::(.*)$/

/** Writes an ACE playbook: a section a domain, a line an item with its id and counters. */
export function formatAce(items: readonly FileItem[]): string {
  return groupByDomain(items)
    .map(([domain, group]) => {
      const lines = group.map((item) => {
        const { id, helpful = 0, harmful = 0 } = item
        return `[${id}] helpful=${helpful} harmful=${harmful} :: ${toSentence(item)}\n`
      })
      return `## ${domain === '' ? GENERAL : domain}\n${lines.join('')}`
    })
    .join('\n')
}

/**
 * Reads an ACE playbook; a section that is named like a tool is the domain of its items, other lines are prose.
 *
 * @throws DsoError `IMPORT_INVALID`, `IMPORT_TOO_LARGE`
 */
export function parseAce(text: string): ReadFile {
  const read: ReadFile = { items: [], unread: [] }
  let domain: string | undefined
  for (const [index, line] of checkFile(text, 'ace').split(/\r?\n/).entries()) {
    if (/^#{1,6} /.test(line)) domain = toDomain(line.replace(/^#+ /, ''))
    const match = BULLET.exec(line)
    if (match === null) {
      const broken = /^\s*(?:[-*]\s+)?\[[^\]]*\].*(?:helpful|harmful)\s*=/.test(line)
      if (broken) read.unread.push({ where: `line ${index + 1}`, reason: 'not an item' })
      continue
    }
    const [, id = '', helpful, harmful, content = ''] = match
    read.items.push({
      id,
      ...(domain === undefined ? {} : { domain }),
      text: toLine(content),
      helpful: Number(helpful),
      harmful: Number(harmful),
    })
  }
  return checkItems(read, 'ace')
}
