import type { Random } from '../../protocol/ports/random.ts'
import { between, pick, sample } from '../common/draws.ts'
import { WORDS } from '../common/words.ts'
import type { PatchConvention } from './convention.ts'
import { FLAT, drawCount, drawDocument, drawMembers } from './draw-changes.ts'
import { drawListConventions } from './list-conventions.ts'
import { drawValueConventions } from './value-conventions.ts'

/** Conventions of services that take JSON patches; names, codes and spellings are drawn. */
export function drawConventions(random: Random): PatchConvention[] {
  const root = pick(random, ['data', 'record', 'body'])
  const spelling = pick(random, SPELLINGS)
  return [
    ...drawListConventions(random),
    ...drawValueConventions(random),
    {
      id: 'overwrite-with-add',
      teaching: 'single',
      keys: FLAT,
      field: 'op',
      draw: (source, area) => {
        const { next, ...change } = drawCount(source, area)
        return { ...change, operations: [{ op: 'add', path: `/${area.number}`, value: next }] }
      },
      allows: ({ op }) => op !== 'replace',
      explicit: 'members are overwritten with add',
      vague: 'unknown operation',
      rule: 'as add, also where a member is changed',
    },
    {
      id: 'empty-instead-of-remove',
      teaching: 'single',
      keys: FLAT,
      field: 'op',
      draw: (source) => {
        const { document, member } = drawMembers(source)
        return {
          document,
          wish: `remove ${member}`,
          operations: [{ op: 'replace', path: `/${member}`, value: '' }],
          literals: [member],
        }
      },
      allows: ({ op }) => op !== 'remove',
      explicit: 'members are not removed but replaced by an empty text',
      vague: 'members must stay',
      rule: 'as replace and value as an empty text where a member is to be removed',
    },
    {
      id: 'plain-remove',
      teaching: 'guessable',
      keys: ['op', 'path'],
      field: 'path',
      draw: (source) => {
        const { document, member } = drawMembers(source)
        return {
          document,
          wish: `remove ${member}`,
          operations: [{ op: 'remove', path: `/${member}` }],
          literals: [member],
        }
      },
      explicit: 'expected a slash and the name of the member',
      vague: 'there is no such place',
      rule: 'as a slash and the name of the member, e.g. /zebra',
    },
    {
      id: 'plain-copy',
      teaching: 'guessable',
      keys: ['op', 'from', 'path'],
      field: 'op',
      draw: (source) => {
        const { document, member, other } = drawMembers(source)
        return {
          document,
          wish: `copy ${member} to a new member ${other}`,
          operations: [{ op: 'copy', from: `/${member}`, path: `/${other}` }],
          literals: [member, other],
        }
      },
      explicit: 'expected copy, with from and path as pointers',
      vague: 'this does not copy',
      rule: 'as copy, with from and path as pointers such as /zebra',
    },
    {
      id: 'root-member',
      teaching: 'single',
      keys: FLAT,
      field: 'path',
      draw: (source, area) => {
        const { next, ...change } = drawCount(source, area)
        const path = `/${root}/${area.number}`
        return { ...change, operations: [{ op: 'replace', path, value: next }] }
      },
      keep: (document) => ({ [root]: document }),
      explicit: `paths begin with /${root}`,
      vague: 'there is no such place',
      rule: `with /${root} in front, e.g. /${root}/zebra`,
    },
    {
      id: 'key-spelling',
      teaching: 'single',
      keys: FLAT,
      field: 'path',
      draw: (source, area) => {
        const [first = '', second = ''] = sample(source, WORDS, 2)
        const value = between(source, 2, 90)
        return {
          document: drawDocument(source, area),
          wish: `add a member "${first} ${second}" with ${value}`,
          operations: [{ op: 'add', path: `/${spelling.join(first, second)}`, value }],
          literals: [first, second, value],
        }
      },
      allows: ({ path }) => spelling.accepts(path.slice(1)),
      explicit: `names of two words are written ${spelling.rule}`,
      vague: 'this name is not spelt as ours are',
      rule: `with names of two words ${spelling.rule}, e.g. /${spelling.join('zebra', 'crossing')}`,
    },
    {
      id: 'escaped-slash',
      teaching: 'guessable',
      keys: FLAT,
      field: 'path',
      draw: (source) => {
        const [first = '', second = ''] = sample(source, WORDS, 2)
        const [before, after] = [between(source, 2, 40), between(source, 41, 90)]
        return {
          document: { [`${first}/${second}`]: before },
          wish: `change ${first}/${second} to ${after}`,
          operations: [{ op: 'replace', path: `/${first}~1${second}`, value: after }],
          literals: [first, second, after],
        }
      },
      explicit: 'a slash within a name is written ~1',
      vague: 'there is no such place',
      rule: 'with ~1 for a slash within a name, e.g. /zebra~1lion for zebra/lion',
    },
    {
      id: 'test-first',
      teaching: 'single',
      keys: ['patch'],
      field: 'patch',
      draw: (source, area) => {
        const { next, ...change } = drawCount(source, area)
        const path = `/${area.number}`
        const before = change.document[area.number]
        return {
          ...change,
          operations: [
            { op: 'test', path, value: before },
            { op: 'replace', path, value: next },
          ],
        }
      },
      explicit: 'every replace needs a test of the old value before it',
      vague: 'this patch is not safe',
      rule: 'as a list of operations with a test of the old value before each replace',
    },
    {
      id: 'revision',
      teaching: 'single',
      keys: ['patch'],
      field: 'patch',
      draw: (source, area) => {
        const { next, document, ...change } = drawCount(source, area)
        const revision = between(source, 2, 900)
        return {
          ...change,
          document: { ...document, revision },
          operations: [
            { op: 'replace', path: `/${area.number}`, value: next },
            { op: 'replace', path: '/revision', value: revision + 1 },
          ],
        }
      },
      explicit: 'every patch raises the revision by one as well',
      vague: 'this patch is not complete',
      rule: 'as a list of operations, the last of which replaces /revision by one more',
    },
  ]
}

/** How names of two words are joined. */
const SPELLINGS = [
  {
    rule: 'with a dash',
    join: (first: string, second: string) => `${first}-${second}`,
    accepts: (name: string) => /^[a-z]+-[a-z]+$/.test(name),
  },
  {
    rule: 'with an underscore',
    join: (first: string, second: string) => `${first}_${second}`,
    accepts: (name: string) => /^[a-z]+_[a-z]+$/.test(name),
  },
  {
    rule: 'in camel case',
    join: (first: string, second: string) =>
      `${first}${second.charAt(0).toUpperCase()}${second.slice(1)}`,
    accepts: (name: string) => /^[a-z]+[A-Z][a-z]+$/.test(name),
  },
] as const
