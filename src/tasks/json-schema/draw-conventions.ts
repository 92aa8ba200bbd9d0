import { MONTHS } from '../house-rules/subjects.ts'
import { FIRST_NAMES } from '../house-rules/word-lists.ts'
import type { Random } from '../../protocol/ports/random.ts'
import { between, pick, sample } from '../common/draws.ts'
import { WORDS } from '../common/words.ts'
import { listWords } from '../common/wordings.ts'
import { drawCodedConventions } from './coded-conventions.ts'
import type { PropertyConvention } from './property-convention.ts'

const cap = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const pad = (value: number): string => String(value).padStart(2, '0')

/** Conventions about the property that a request is about; codes and steps are drawn. */
export function drawConventions(random: Random): PropertyConvention[] {
  const step = pick(random, [15, 20, 30])
  return [
    ...drawCodedConventions(random),
    {
      id: 'fee-in-cents',
      teaching: 'single',
      property: 'fee',
      schema: { type: 'integer', minimum: 100 },
      draw: (source) => {
        const cents = between(source, 101, 980) * 100 + pick(source, [25, 50, 75])
        const wish = `the fee is ${(cents / 100).toFixed(2)} dollars`
        return { wish, accepted: cents, literal: cents }
      },
      explicit: 'expected the fee in cents',
      vague: 'does not match our books',
      rule: 'in cents, e.g. 150050 for 1500.50 dollars',
    },
    {
      id: 'person-code',
      teaching: 'single',
      property: 'code',
      schema: { type: 'string', pattern: '^[A-Z]{3}-[0-9]{2}$' },
      draw: (source, { person }) => {
        const year = between(source, 2010, 2029)
        return {
          wish: `the file is of ${year}`,
          accepted: `${person.slice(0, 3).toUpperCase()}-${String(year).slice(2)}`,
          literal: year,
        }
      },
      explicit: 'expected the first three letters of the last name and the year in two digits',
      vague: 'is not the code of this file',
      rule: 'as the first three letters of the last name, a dash and two digits of the year, e.g. ZEB-31',
    },
    {
      id: 'login',
      teaching: 'single',
      property: 'login',
      schema: { type: 'string', pattern: '^[a-z]+$', maxLength: 12 },
      draw: (source, { person }) => {
        const first = pick(source, FIRST_NAMES)
        return {
          wish: `the login is for ${first} ${person}`,
          accepted: `${first.charAt(0)}${person}`.toLowerCase(),
          literal: first,
        }
      },
      explicit: 'expected the first letter of the first name and the last name in small letters',
      vague: 'is not formed as ours are',
      rule: 'as the first letter of the first name and the last name in small letters, e.g. zzebra',
    },
    {
      id: 'total-with-person',
      teaching: 'single',
      property: 'seats',
      schema: { type: 'integer', minimum: 1, maximum: 60 },
      draw: (source) => {
        const others = between(source, 2, 49)
        return {
          wish: `${others} friends come along`,
          accepted: others + 1,
          literal: others,
        }
      },
      explicit: 'expected the friends and the person as well',
      vague: 'too few',
      rule: 'as one more than the friends, e.g. 81 for 80 friends',
    },
    {
      id: 'minutes-rounded-up',
      teaching: 'single',
      property: 'minutes',
      schema: { type: 'integer', multipleOf: 5, maximum: 900 },
      draw: (source) => {
        const minutes = between(source, 11, 799)
        return {
          wish: `it takes ${minutes} minutes`,
          accepted: Math.ceil(minutes / step) * step,
          literal: minutes,
        }
      },
      explicit: `expected full ${step} minutes, rounded up`,
      vague: 'is not one of our time slots',
      rule: `rounded up to full ${step} minutes`,
    },
    {
      id: 'share',
      teaching: 'guessable',
      property: 'rebate',
      schema: { type: 'number', minimum: 0, maximum: 1 },
      draw: (source) => {
        const percent = between(source, 2, 98)
        return {
          wish: `the rebate is ${percent} percent`,
          accepted: percent / 100,
          literal: percent,
        }
      },
      explicit: 'expected a share between 0 and 1',
      vague: 'out of range',
      rule: 'as a share of 1, e.g. 0.015 for 1.5 percent',
    },
    {
      id: 'iso-day',
      teaching: 'guessable',
      property: 'begin',
      schema: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
      draw: (source) => {
        const [year, month, day] = drawDay(source)
        return {
          wish: `it begins on ${MONTHS[month - 1] ?? ''} ${day}, ${year}`,
          accepted: `${year}-${pad(month)}-${pad(day)}`,
          literal: `${year}-${month}-${day}`,
        }
      },
      explicit: 'expected YYYY-MM-DD',
      vague: 'is not that day',
      rule: 'as YYYY-MM-DD, e.g. 2031-05-09',
    },
    {
      id: 'compact-day',
      teaching: 'single',
      property: 'begin',
      schema: { type: 'integer', minimum: 10_000, maximum: 999_999 },
      draw: (source) => {
        const [year, month, day] = drawDay(source)
        return {
          wish: `it begins on ${MONTHS[month - 1] ?? ''} ${day}, ${year}`,
          accepted: day * 10_000 + month * 100 + (year % 100),
          literal: `${year}-${month}-${day}`,
        }
      },
      explicit: 'expected day, month and year with two digits each',
      vague: 'is not that day',
      rule: 'as day, month and year in two digits each, without a leading zero, e.g. 90531 for May 9, 2031',
    },
    {
      id: 'tags-sorted',
      teaching: 'single',
      property: 'tags',
      schema: { type: 'array', items: { type: 'string' }, minItems: 3, uniqueItems: true },
      draw: (source) => {
        const words = sample(source, WORDS, 3)
        return {
          wish: `the tags are ${listWords(words)}`,
          accepted: words.toSorted(),
          literal: words.join(' '),
        }
      },
      explicit: 'expected the tags in alphabetical order',
      vague: 'is not in order',
      rule: 'as a list in alphabetical order',
    },
    {
      id: 'remark-none',
      teaching: 'single',
      property: 'remark',
      schema: { type: 'string', minLength: 1, maxLength: 40 },
      draw: (source) => {
        const word = pick(source, WORDS)
        const hasRemark = source.integer(3) === 0
        return {
          wish: hasRemark ? `the remark is "${word}"` : 'there is no remark',
          accepted: hasRemark ? word : '-',
          literal: hasRemark ? word : '',
          case: String(hasRemark),
        }
      },
      explicit: 'expected a dash where there is no remark',
      vague: 'is not filled in as ours are',
      rule: 'as it is, or as a dash where there is none',
    },
    {
      id: 'label',
      teaching: 'single',
      property: 'label',
      schema: { type: 'string', pattern: '^[A-Z][A-Za-z0-9/-]*$', maxLength: 20 },
      draw: (source, { count }) => {
        const word = pick(source, WORDS)
        return {
          wish: `the label is for the ${word}`,
          accepted: `${cap(word)}/${count}`,
          literal: word,
        }
      },
      explicit: 'expected the word with a capital, a slash and the number from the request',
      vague: 'is not formed as ours are',
      rule: "as the word with a capital, a slash and the request's number, e.g. Zebra/700",
    },
  ]
}

function drawDay(random: Random): [year: number, month: number, day: number] {
  return [between(random, 2024, 2029), between(random, 1, 12), between(random, 1, 28)]
}
