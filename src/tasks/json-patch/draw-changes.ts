import type { Random } from '../../protocol/ports/random.ts'
import { between, pick, sample, shuffle } from '../common/draws.ts'
import { WORDS } from '../common/words.ts'
import { FIRST_NAMES } from '../house-rules/word-lists.ts'
import type { Area } from './areas.ts'
import type { Document, DrawnChange } from './convention.ts'

/** Members of an answer that is one operation with a value. */
export const FLAT = ['op', 'path', 'value'] as const

/** A document with the members of its area; the list has three words. */
export function drawDocument(random: Random, area: Area): Document {
  return {
    [area.text]: pick(random, FIRST_NAMES),
    [area.number]: between(random, 2, 40),
    [area.flag]: random.integer(2) === 0,
    [area.list]: sample(random, WORDS, 3),
  }
}

/** Asks for another count in place of the one that a document has. */
export function drawCount(random: Random, area: Area): DrawnChange & { next: number } {
  const document = drawDocument(random, area)
  const next = between(random, 41, 990)
  return {
    document,
    wish: `change ${area.number} to ${next}`,
    operations: [{ op: 'replace', path: `/${area.number}`, value: next }],
    literals: [area.number, next],
    next,
  }
}

/** A document whose members are words with counts, one of them, and a name that is none. */
export function drawMembers(random: Random): { document: Document; member: string; other: string } {
  const names = sample(random, WORDS, 4)
  const [member = '', other = ''] = names
  const entries = shuffle(
    random,
    names.slice(0, 3).filter((name) => name !== other),
  )
  const document = Object.fromEntries(entries.map((name) => [name, between(random, 2, 90)]))
  return { document, member, other }
}
