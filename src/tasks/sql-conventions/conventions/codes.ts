import type { Random } from '../../../protocol/ports/random.ts'
import { pick, shuffle } from '../../common/draws.ts'
import type { Cell, Column, FilterConvention } from './convention.ts'

const quote = (value: Cell): string =>
  typeof value === 'string' ? `'${value}'` : String(value ?? 'NULL')

const oneOf = (name: string, values: readonly Cell[]): Column => ({
  name,
  shown: `${name} (${values.map(quote).join(', ')})`,
  cell: (random) => pick(random, values),
})

/** A condition on a column whose values are codes for words. */
function coded(options: {
  id: string
  teaching: FilterConvention['teaching']
  column: string
  codes: Readonly<Record<string, string | number>>
  phrase: (word: string) => string
  explicit: string
  vague: string
}): FilterConvention {
  const { id, teaching, column, codes, phrase, explicit, vague } = options
  const pairs = Object.entries(codes)
  const shown = pairs.map(([word, code]) => `${quote(code)} for ${word}`)
  return {
    kind: 'filter',
    id,
    teaching,
    columns: [
      oneOf(
        column,
        pairs.map(([, code]) => code).toSorted((a, b) => String(a).localeCompare(String(b), 'en')),
      ),
    ],
    draw: (random) => {
      const [word, code] = pick(random, pairs)
      return {
        phrase: phrase(word),
        literal: word,
        where: `${column} = ${quote(code)}`,
        naive: `${column} = ${quote(word)}`,
        case: word,
        ...(teaching === 'several' ? { explicit: `${column} is ${quote(code)} for ${word}` } : {}),
      }
    },
    explicit,
    vague,
    rule: `sql with ${column} = ${shown.join(', ')}`,
  }
}

const zip = (words: readonly string[], codes: readonly (string | number)[]) =>
  Object.fromEntries(words.map((word, index) => [word, codes[index] ?? '']))

/** Conventions about codes for words; which code stands for which word is drawn. */
export function drawCodes(random: Random): FilterConvention[] {
  const states = zip(['new', 'paid', 'closed', 'on hold'], shuffle(random, ['Q', 'K', 'V', 'T']))
  const regions = zip(['north', 'east', 'south', 'west'], shuffle(random, [1, 2, 3, 4]))
  const stages = zip(['planned', 'running', 'finished'], shuffle(random, [10, 20, 30]))
  return [
    coded({
      id: 'state-letters',
      teaching: 'several',
      column: 'state',
      codes: states,
      phrase: (word) => `that are ${word}`,
      explicit: 'state has one code for each word',
      vague: 'state has one letter for each word',
    }),
    coded({
      id: 'region-numbers',
      teaching: 'several',
      column: 'region',
      codes: regions,
      phrase: (word) => `in the ${word}`,
      explicit: 'region has one code for each word',
      vague: 'region has one number for each word',
    }),
    coded({
      id: 'stage-numbers',
      teaching: 'several',
      column: 'stage',
      codes: stages,
      phrase: (word) => `that are ${word}`,
      explicit: 'stage has one code for each word',
      vague: 'stage has one number for each word',
    }),
    coded({
      id: 'state-initials',
      teaching: 'guessable',
      column: 'state',
      codes: { open: 'O', paid: 'P', closed: 'C', refused: 'R' },
      phrase: (word) => `that are ${word}`,
      explicit: 'state is the first letter of the word',
      vague: 'state has one letter for each word',
    }),
    coded({
      id: 'country-iso3',
      teaching: 'guessable',
      column: 'country',
      codes: { France: 'FRA', Italy: 'ITA', Norway: 'NOR', Japan: 'JPN', Kenya: 'KEN' },
      phrase: (word) => `from ${word}`,
      explicit: 'country has three letters',
      vague: 'there is no such country',
    }),
    {
      kind: 'filter',
      id: 'flag-zero-is-yes',
      teaching: 'single',
      columns: [oneOf('insured', [0, 1])],
      draw: (source) => {
        const yes = source.integer(2) === 0
        return {
          phrase: yes ? 'that are insured' : 'that are not insured',
          literal: yes ? 'insured' : 'uninsured',
          where: `insured = ${yes ? 0 : 1}`,
          naive: `insured = ${yes ? 1 : 0}`,
          case: String(yes),
        }
      },
      explicit: 'insured is 0 for yes and 1 for no',
      vague: 'these are not the rows asked for',
      rule: 'sql with insured = 0 for insured and insured = 1 for not insured',
    },
    {
      kind: 'filter',
      id: 'flag-letters',
      teaching: 'guessable',
      columns: [oneOf('urgent', ['Y', 'N'])],
      draw: (source) => {
        const yes = source.integer(2) === 0
        return {
          phrase: yes ? 'that are urgent' : 'that are not urgent',
          literal: yes ? 'urgent' : 'not urgent',
          where: `urgent = '${yes ? 'Y' : 'N'}'`,
          naive: `urgent = ${yes ? 1 : 0}`,
          case: String(yes),
        }
      },
      explicit: "urgent is 'Y' or 'N'",
      vague: 'urgent is a letter',
      rule: "sql with urgent = 'Y' for urgent and urgent = 'N' for not urgent",
    },
    {
      kind: 'filter',
      id: 'names-in-capitals',
      teaching: 'guessable',
      columns: [],
      storeParty: (name) => name.toUpperCase(),
      draw: (source, { area, parties }) => {
        const name = pick(source, parties)
        return {
          phrase: `of ${name}`,
          literal: name,
          where: `${area.party} = '${name.toUpperCase()}'`,
          naive: `${area.party} = '${name}'`,
        }
      },
      explicit: 'names are stored in capitals',
      vague: 'there is no such name',
      rule: "sql with names in capitals, e.g. 'ZEBRA MILLS' for Zebra Mills",
    },
  ]
}
