import { stringify } from 'yaml'
import { DsoError } from '../../../protocol/errors.ts'
import { checkFile, checkItems } from './check-file.ts'
import { formatMarkdownList, parseMarkdownList } from './markdown-list.ts'
import type { FileItem, ReadFile } from './library-format.ts'
import { readYaml } from './read-yaml.ts'

/** Longest front matter, in UTF-16 units. */
const MAX_FRONT_MATTER = 16_384

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/

/** Writes a `SKILL.md`: front matter that says when to read it, then the experiences as bullets by domain. */
export function formatSkill(items: readonly FileItem[]): string {
  const domains = [...new Set(items.flatMap(({ domain }) => domain ?? []))]
  const about = domains.length === 0 ? 'these tasks' : domains.slice(0, 20).join(', ')
  const description = `What was learnt about ${about}. Read it before working on them.`
  const head = stringify(
    { name: 'learnt-experiences', description: description.slice(0, 1024) },
    { lineWidth: 0 },
  )
  return `---\n${head}---\n\n# What was learnt\n\n${formatMarkdownList(items)}`
}

/**
 * Reads the bullets of a `SKILL.md`; its front matter must be there and name it.
 *
 * @throws DsoError `IMPORT_INVALID`, `IMPORT_TOO_LARGE`
 */
export function parseSkill(text: string): ReadFile {
  const file = checkFile(text, 'skill')
  const [matched = '', head = ''] =
    FRONT_MATTER.exec(file.slice(0, MAX_FRONT_MATTER + 16)) ?? refuse('no front matter')
  const fields = readYaml(head, 'skill')
  const named = typeof fields === 'object' && fields !== null && 'name' in fields
  if (!named || typeof fields.name !== 'string') refuse('no name')
  return checkItems(parseMarkdownList(file.slice(matched.length)), 'skill')
}

function refuse(reason: string): never {
  throw new DsoError('IMPORT_INVALID', { details: { format: 'skill', reason } })
}
