import {
  escapeMarkup,
  groupByDomain,
  readMarkup,
  toDomain,
  toLine,
  toSentence,
} from './file-text.ts'
import type { FileItem, ReadFile } from './library-format.ts'

/** Writes items as Markdown: a heading a domain, a bullet an item. Text cannot leave its bullet. */
export function formatMarkdownList(items: readonly FileItem[]): string {
  return groupByDomain(items)
    .map(([domain, group]) => {
      const bullets = group.map((item) => `- ${escapeMarkup(toSentence(item))}\n`).join('')
      return `${domain === '' ? '' : `## ${domain}\n`}${bullets}`
    })
    .join('\n')
}

/** Reads the bullets of Markdown; a heading that is named like a tool is the domain of those below it. */
export function parseMarkdownList(text: string): ReadFile {
  const items: FileItem[] = []
  let domain: string | undefined
  let fenced = false
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced
    if (fenced) continue
    if (/^#{1,6} /.test(line)) domain = toDomain(readMarkup(line.replace(/^#+ /, '')))
    const said = /^\s*(?:[-*+]|\d{1,4}[.)]) +(\S.*)$/.exec(line)?.[1]
    if (said === undefined) continue
    const about = domain === undefined ? {} : { domain }
    items.push({ id: `line-${index + 1}`, ...about, text: toLine(readMarkup(said)) })
  }
  return { items, unread: [] }
}
