import { formatAce, parseAce } from './ace.ts'
import { BLOCK_BEGIN, formatAgentsBlock, parseAgentsBlock } from './agents-block.ts'
import { formatJsonl, parseJsonl } from './jsonl.ts'
import type { FileItem, LibraryFormat, ReadFile } from './library-format.ts'
import { formatReasoningBank, parseReasoningBank } from './reasoning-bank.ts'
import { formatSkill, parseSkill } from './skill.ts'
import { formatYoutu, parseYoutu } from './youtu.ts'

interface Codec {
  format: (items: readonly FileItem[], file: string) => string
  parse: (text: string) => ReadFile
}

const CODECS: Readonly<Record<LibraryFormat, Codec>> = {
  jsonl: { format: formatJsonl, parse: parseJsonl },
  youtu: { format: formatYoutu, parse: parseYoutu },
  ace: { format: formatAce, parse: parseAce },
  reasoningbank: { format: formatReasoningBank, parse: parseReasoningBank },
  skill: { format: formatSkill, parse: parseSkill },
  agents: { format: formatAgentsBlock, parse: parseAgentsBlock },
}

/** Reads a library file. Pure: text in, items out, nothing of it trusted. @throws DsoError `IMPORT_INVALID`, `IMPORT_TOO_LARGE` */
export function parseLibrary(text: string, format: LibraryFormat): ReadFile {
  return CODECS[format].parse(text)
}

/**
 * Writes a library file.
 *
 * @param file the file as it is: `agents` keeps everything outside its block, the others replace it
 * @throws DsoError `IMPORT_INVALID` when a block cannot be placed
 */
export function formatLibrary(
  items: readonly FileItem[],
  format: LibraryFormat,
  file = '',
): string {
  return CODECS[format].format(items, file)
}

/** The format that a file seems to have, by its name and its first lines; undefined when nothing tells. */
export function guessFormat(name: string, text: string): LibraryFormat | undefined {
  const start = text.slice(0, 65_536)
  if (/\.ya?ml$/i.test(name)) return 'youtu'
  if (/(?:^|[/\\])skill\.md$/i.test(name)) return 'skill'
  if (text.includes(BLOCK_BEGIN)) return 'agents'
  if (/^\s*(?:[-*]\s+)?\[[^\]\s]+\]\s*helpful=\d/m.test(start)) return 'ace'
  if (!/^\s*\{/.test(start)) return undefined
  const [line = ''] = start.trimStart().split('\n')
  return /"(?:memory_items|content)"\s*:/.test(line) ? 'reasoningbank' : 'jsonl'
}
