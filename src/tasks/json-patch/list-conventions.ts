import type { Random } from '../../protocol/ports/random.ts'
import { between, pick, sample } from '../common/draws.ts'
import { WORDS } from '../common/words.ts'
import { FIRST_NAMES } from '../house-rules/word-lists.ts'
import type { Area } from './areas.ts'
import type { Document, PatchConvention } from './convention.ts'
import { FLAT } from './draw-changes.ts'

const PLACES = ['first', 'second', 'third', 'fourth'] as const

/** A document with a list of three to five words, and a word that is not in it. */
function drawList(
  random: Random,
  area: Area,
): { document: Document; words: readonly string[]; word: string } {
  const [word = '', ...words] = sample(random, WORDS, between(random, 4, 6))
  return { document: { [area.text]: pick(random, FIRST_NAMES), [area.list]: words }, words, word }
}

/** Conventions about lists; the name of the member for what was removed is drawn. */
export function drawListConventions(random: Random): PatchConvention[] {
  const trash = pick(random, ['trash', 'former', 'attic'])
  return [
    {
      id: 'append-with-dash',
      teaching: 'guessable',
      keys: FLAT,
      field: 'path',
      draw: (source, area) => {
        const { document, word } = drawList(source, area)
        return {
          document,
          wish: `put "${word}" at the end of ${area.list}`,
          operations: [{ op: 'add', path: `/${area.list}/-`, value: word }],
          literals: [word],
        }
      },
      allows: ({ path }) => path.endsWith('/-'),
      explicit: 'the end of a list is a dash',
      vague: 'this is not the end',
      rule: 'with a dash for the end of a list, e.g. /zebras/-',
    },
    {
      id: 'append-at-index',
      teaching: 'single',
      keys: FLAT,
      field: 'path',
      draw: (source, area) => {
        const { document, words, word } = drawList(source, area)
        return {
          document,
          wish: `put "${word}" at the end of ${area.list}`,
          operations: [{ op: 'add', path: `/${area.list}/${words.length}`, value: word }],
          literals: [word, words.length],
        }
      },
      allows: ({ path }) => !path.endsWith('/-'),
      explicit: 'the end of a list is the number of its elements, not a dash',
      vague: 'there is no such place',
      rule: 'with the number of elements for the end of a list, e.g. /zebras/9 after nine elements',
    },
    {
      id: 'newest-first',
      teaching: 'single',
      keys: FLAT,
      field: 'path',
      draw: (source, area) => {
        const { document, word } = drawList(source, area)
        return {
          document,
          wish: `add "${word}" to ${area.list}`,
          operations: [{ op: 'add', path: `/${area.list}/0`, value: word }],
          literals: [word],
        }
      },
      explicit: 'new elements come first in a list',
      vague: 'this is not the place for a new element',
      rule: 'with place 0 for a new element, e.g. /zebras/0',
    },
    {
      id: 'count-from-one',
      teaching: 'single',
      keys: FLAT,
      field: 'path',
      draw: (source, area) => {
        const { document, word } = drawList(source, area)
        const index = source.integer(3)
        return {
          document,
          wish: `replace the ${PLACES[index] ?? ''} of ${area.list} by "${word}"`,
          operations: [{ op: 'replace', path: `/${area.list}/${index + 1}`, value: word }],
          literals: [word, index],
        }
      },
      read: (operation) => ({ ...operation, path: countFromZero(operation.path) }),
      explicit: 'elements are counted from one',
      vague: 'this is another element',
      rule: 'with elements counted from one, e.g. /zebras/1 for the first',
    },
    {
      id: 'move-to-trash',
      teaching: 'single',
      keys: ['op', 'from', 'path'],
      field: 'op',
      draw: (source) => {
        const [name = '', ...words] = sample(source, WORDS, between(source, 4, 6))
        const index = source.integer(words.length)
        return {
          document: { [name]: words, [trash]: [] },
          wish: `remove "${words[index] ?? ''}" from ${name}`,
          operations: [{ op: 'move', from: `/${name}/${index}`, path: `/${trash}/-` }],
          literals: [name, words[index] ?? ''],
        }
      },
      allows: ({ op }) => op !== 'remove',
      explicit: `nothing is removed: elements move to the end of ${trash}`,
      vague: 'elements must not get lost',
      rule: `as move, from the element's place to /${trash}/-`,
    },
  ]
}

/** A pointer whose last token counted from one; an index of 0 leads nowhere. */
function countFromZero(path: string): string {
  return path.replace(/\/(\d{1,9})$/, (_, digits: string) => `/${Number(digits) - 1}`)
}
