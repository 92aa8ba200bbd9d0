import type { WorkedExample } from '../../../protocol/experience/experience.ts'

/** The formats that libraries are exchanged in; see docs/reference/library-formats.md. */
export const LIBRARY_FORMATS = [
  'jsonl',
  'youtu',
  'ace',
  'reasoningbank',
  'skill',
  'agents',
] as const

/** How a library is written outside: the project's own lines or a form that other tools read. */
export type LibraryFormat = (typeof LIBRARY_FORMATS)[number]

/** One thing that a library file says. Data: nothing about it is proved. */
export interface FileItem {
  /** Its name in the file; unique there. */
  id: string
  /** What it is about, where the format can say so. */
  domain?: string
  text?: string
  /** Only our own format carries it apart from the text. */
  example?: WorkedExample
  /** How often it helped and harmed, by the account of whoever wrote the file. */
  helpful?: number
  harmful?: number
}

/** Something in a file that could not be read. */
export interface UnreadItem {
  /** Where it stands, e.g. `line 3`. */
  where: string
  /** Why, in a few words. */
  reason: string
}

/** What a file says. */
export interface ReadFile {
  items: FileItem[]
  unread: UnreadItem[]
}
