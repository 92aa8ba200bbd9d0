import { MONTHS } from '../../house-rules/subjects.ts'
import type { Random } from '../../../protocol/ports/random.ts'
import { between, pick } from '../../common/draws.ts'
import type { FilterConvention } from './convention.ts'

interface Day {
  year: number
  month: number
  day: number
}

const drawDay = (random: Random): Day => ({
  year: between(random, 2022, 2026),
  month: between(random, 1, 12),
  day: between(random, 1, 28),
})
const pad = (value: number): string => String(value).padStart(2, '0')
const iso = ({ year, month, day }: Day): string => `${year}-${pad(month)}-${pad(day)}`
const compact = ({ year, month, day }: Day): number => year * 10_000 + month * 100 + day
const say = ({ year, month, day }: Day): string => `${MONTHS[month - 1] ?? ''} ${day}, ${year}`

const monthNumber = ({ year, month }: Day): number => year * 100 + month

/** Conventions about days, years and sizes; what counts as small, medium, big and large is drawn. */
export function drawPeriods(random: Random): FilterConvention[] {
  const large = between(random, 9, 16)
  const bandFrom = between(random, 6, 10)
  const bandTo = bandFrom + between(random, 7, 11)
  return [
    {
      kind: 'filter',
      id: 'day-as-integer',
      teaching: 'guessable',
      columns: [
        {
          name: 'day',
          shown: 'day (e.g. 20241105)',
          cell: (source) => compact(drawDay(source)),
        },
      ],
      draw: (source) => {
        const day = drawDay(source)
        return {
          phrase: `on or after ${say(day)}`,
          literal: iso(day),
          where: `day >= ${compact(day)}`,
          naive: `day >= '${iso(day)}'`,
        }
      },
      explicit: 'day is a number of eight digits: year, month, day',
      vague: 'day is a number',
      rule: 'sql with days as numbers YYYYMMDD, e.g. 20310509 for May 9, 2031',
    },
    {
      kind: 'filter',
      id: 'day-as-unix-seconds',
      teaching: 'single',
      columns: [
        {
          name: 'since',
          shown: 'since (e.g. 1730764800)',
          cell: (source) => Date.parse(iso(drawDay(source))) / 1000,
        },
      ],
      draw: (source) => {
        const day = drawDay(source)
        return {
          phrase: `on or after ${say(day)}`,
          literal: iso(day),
          where: `since >= unixepoch('${iso(day)}')`,
          naive: `since >= '${iso(day)}'`,
        }
      },
      explicit: "since is in seconds: compare it with unixepoch('YYYY-MM-DD')",
      vague: 'since is a number of seconds',
      rule: "sql with since >= unixepoch('2031-05-09') for on or after May 9, 2031",
    },
    {
      kind: 'filter',
      id: 'short-year',
      teaching: 'single',
      columns: [{ name: 'yr', shown: 'yr (e.g. 21)', cell: (source) => between(source, 20, 26) }],
      draw: (source) => {
        const year = between(source, 20, 26)
        return {
          phrase: `in 20${year}`,
          literal: year,
          where: `yr = ${year}`,
          naive: `yr = 20${year}`,
        }
      },
      explicit: 'yr holds the last two digits of the year',
      vague: 'there is no such year',
      rule: 'sql with yr as the last two digits of the year, e.g. yr = 31 for 2031',
    },
    {
      kind: 'filter',
      id: 'month-as-integer',
      teaching: 'single',
      columns: [
        {
          name: 'period',
          shown: 'period (e.g. 202411)',
          cell: (source) => monthNumber(drawDay(source)),
        },
      ],
      draw: (source) => {
        const day = drawDay(source)
        return {
          phrase: `since ${MONTHS[day.month - 1] ?? ''} ${day.year}`,
          literal: monthNumber(day),
          where: `period >= ${monthNumber(day)}`,
          naive: `period >= '${iso(day).slice(0, 7)}'`,
        }
      },
      explicit: 'period is a number of six digits: year, month',
      vague: 'period is a number',
      rule: 'sql with months as numbers YYYYMM, e.g. period >= 203105 for since May 2031',
    },
    {
      kind: 'filter',
      id: 'size-bands',
      usesQuantity: true,
      teaching: 'several',
      columns: [],
      draw: (source, { area }) => {
        const bands = {
          small: `${area.quantity} < ${bandFrom}`,
          medium: `${area.quantity} BETWEEN ${bandFrom} AND ${bandTo}`,
          big: `${area.quantity} > ${bandTo}`,
        }
        const word = pick(source, ['small', 'medium', 'big'] as const)
        return {
          phrase: `that count as ${word}`,
          literal: word,
          where: bands[word],
          naive: `${area.quantity} >= 1`,
          case: word,
          explicit: `${word} means ${bands[word]}`,
        }
      },
      explicit: 'small, medium and big are told by {quantity}',
      vague: 'the limits are others',
      rule:
        `sql with {quantity} < ${bandFrom} for small, {quantity} BETWEEN ${bandFrom} AND ${bandTo} for medium, ` +
        `{quantity} > ${bandTo} for big`,
    },
    {
      kind: 'filter',
      id: 'open-end',
      teaching: 'guessable',
      columns: [
        {
          name: 'ended',
          shown: "ended ('2024-11-05', '9999-12-31')",
          cell: (source) => (source.integer(2) === 0 ? '9999-12-31' : iso(drawDay(source))),
        },
      ],
      draw: (source) => {
        const over = source.integer(2) === 0
        return {
          phrase: over ? 'that have ended' : 'that have not ended',
          literal: over ? 'ended' : 'not ended',
          where: `ended ${over ? '<>' : '='} '9999-12-31'`,
          naive: `ended IS ${over ? 'NOT ' : ''}NULL`,
          case: String(over),
        }
      },
      explicit: "ended is '9999-12-31' while something has not ended",
      vague: 'ended is never empty',
      rule: "sql with ended = '9999-12-31' for what has not ended and ended <> '9999-12-31' for what has",
    },
    {
      kind: 'filter',
      id: 'large',
      usesQuantity: true,
      teaching: 'single',
      columns: [],
      draw: (_, { area }) => ({
        phrase: 'that count as large',
        literal: 'large',
        where: `${area.quantity} >= ${large}`,
        naive: `${area.quantity} >= 1`,
      }),
      explicit: `large means {quantity} of at least ${large}`,
      vague: 'these are not the large ones',
      rule: `sql with {quantity} >= ${large} as the condition for large`,
    },
    {
      kind: 'filter',
      id: 'grams-limit',
      teaching: 'single',
      columns: [
        {
          name: 'weight',
          shown: 'weight (e.g. 7300)',
          cell: (source) => 100 * between(source, 5, 400),
        },
      ],
      draw: (source) => {
        const kilograms = between(source, 4, 30)
        return {
          phrase: `heavier than ${kilograms} kg`,
          literal: kilograms,
          where: `weight > ${kilograms * 1000}`,
          naive: `weight > ${kilograms}`,
        }
      },
      explicit: 'weight is stored in grams',
      vague: 'weight is out of range',
      rule: 'sql with weights in grams, e.g. weight > 72000 for heavier than 72 kg',
    },
  ]
}
