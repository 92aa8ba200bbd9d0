import type { Random } from '../../protocol/ports/random.ts'
import { between, pick, sample, shuffle } from '../common/draws.ts'
import { WORDS } from '../common/words.ts'
import type { PatchConvention } from './convention.ts'
import { FLAT, drawCount, drawDocument, drawMembers } from './draw-changes.ts'

/** Conventions about values; the codes of states are drawn. */
export function drawValueConventions(random: Random): PatchConvention[] {
  const codes = shuffle(random, [10, 20, 30, 40])
  const states = ['planned', 'running', 'paused', 'finished'] as const
  return [
    {
      id: 'cents',
      teaching: 'single',
      keys: FLAT,
      field: 'value',
      draw: (source, area) => {
        const cents = between(source, 12, 980) * 100 + pick(source, [25, 50, 75])
        const document = { ...drawDocument(source, area), price: between(source, 9, 900) * 100 }
        return {
          document,
          wish: `change the price to ${(cents / 100).toFixed(2)} dollars`,
          operations: [{ op: 'replace', path: '/price', value: cents }],
          literals: [cents],
        }
      },
      explicit: 'prices are numbers of cents',
      vague: 'this is no price',
      rule: 'as a number of cents, e.g. 150050 for 1500.50 dollars',
    },
    {
      id: 'text-numbers',
      teaching: 'guessable',
      keys: FLAT,
      field: 'value',
      draw: (source, area) => {
        const { next, document, ...change } = drawCount(source, area)
        return {
          ...change,
          document: { ...document, [area.number]: JSON.stringify(document[area.number]) },
          operations: [{ op: 'replace', path: `/${area.number}`, value: String(next) }],
        }
      },
      explicit: 'numbers are kept as texts',
      vague: 'wrong type',
      rule: 'as a text, also for numbers, e.g. "1234"',
    },
    {
      id: 'capitals',
      teaching: 'single',
      keys: FLAT,
      field: 'value',
      draw: (source, area) => {
        const [word = ''] = sample(source, WORDS, 1)
        const member = pick(source, ['note', 'label', 'remark'])
        return {
          document: drawDocument(source, area),
          wish: `add a member ${member} with the text "${word}"`,
          operations: [{ op: 'add', path: `/${member}`, value: word.toUpperCase() }],
          literals: [member, word],
        }
      },
      explicit: 'new texts are written in capitals',
      vague: 'not spelt as ours are',
      rule: 'in capitals, e.g. ZEBRA for "zebra"',
    },
    {
      id: 'state-codes',
      teaching: 'several',
      keys: FLAT,
      field: 'value',
      draw: (source) => {
        const { document, member } = drawMembers(source)
        const index = source.integer(states.length)
        const state = states[index] ?? 'planned'
        return {
          document: { ...document, [member]: 0 },
          wish: `set ${member} to ${state}`,
          operations: [{ op: 'replace', path: `/${member}`, value: codes[index] ?? 0 }],
          literals: [member, state],
          case: state,
          explicit: `expected ${codes[index] ?? 0} for ${state}`,
        }
      },
      explicit: 'every state has a number',
      vague: 'must be one of 10, 20, 30, 40',
      rule: `as ${states.map((state, index) => `${codes[index] ?? 0} for ${state}`).join(', ')}`,
    },
  ]
}
