import { MONTHS } from '../../house-rules/subjects.ts'
import type { Random } from '../../../protocol/ports/random.ts'
import { between, pick } from '../../common/draws.ts'
import type { Column, FilterConvention } from './convention.ts'

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

const isoColumn: Column = {
  name: 'day',
  shown: "day (e.g. '2024-11-05')",
  cell: (random) => iso(drawDay(random)),
}
const during = (from: string, to: string): string => `day >= '${from}' AND day < '${to}'`

/** First day of a month counted from January of a year, e.g. 13 months after January 2024. */
function firstOf(year: number, monthsLater: number): string {
  return iso({ year: year + Math.floor(monthsLater / 12), month: (monthsLater % 12) + 1, day: 1 })
}

/** Conventions about days, years and sizes; the beginning of the fiscal year and what counts as large are drawn. */
export function drawPeriods(random: Random): FilterConvention[] {
  const start = pick(random, [2, 4, 7, 10])
  const startName = MONTHS[start - 1] ?? ''
  const large = between(random, 9, 16)
  /** A fiscal year is named after the calendar year in which it ends. */
  const offset = (quarter: number): number => start - 1 + 3 * quarter
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
      id: 'fiscal-year',
      teaching: 'single',
      columns: [isoColumn],
      draw: (source) => {
        const year = between(source, 2023, 2026)
        return {
          phrase: `in fiscal year ${year}`,
          literal: year,
          where: during(firstOf(year - 1, start - 1), firstOf(year, start - 1)),
          naive: during(firstOf(year, 0), firstOf(year + 1, 0)),
        }
      },
      explicit: `a fiscal year begins on ${startName} 1 of the year before`,
      vague: 'a fiscal year is not a calendar year',
      rule: `sql with ${during(firstOf(2030, start - 1), firstOf(2031, start - 1))} for fiscal year 2031`,
    },
    {
      kind: 'filter',
      id: 'fiscal-quarter',
      teaching: 'several',
      columns: [
        {
          ...isoColumn,
          cell: (source) => iso({ ...drawDay(source), year: between(source, 2023, 2025) }),
        },
      ],
      draw: (source) => {
        const year = between(source, 2024, 2025)
        const quarter = source.integer(4)
        const calendar = [3 * quarter, 3 * quarter + 3] as const
        return {
          phrase: `in quarter ${quarter + 1} of fiscal year ${year}`,
          literal: `${quarter + 1}/${year}`,
          where: during(firstOf(year - 1, offset(quarter)), firstOf(year - 1, offset(quarter + 1))),
          naive: during(firstOf(year, calendar[0]), firstOf(year, calendar[1])),
          case: String(quarter),
        }
      },
      explicit: `quarter 1 of a fiscal year begins on ${startName} 1 of the year before`,
      vague: 'a fiscal year is not a calendar year',
      rule:
        `sql with ${during(firstOf(2030, offset(0)), firstOf(2030, offset(1)))} for quarter 1 of fiscal year 2031, ` +
        'three months later for each further quarter',
    },
    {
      kind: 'filter',
      id: 'archive-table',
      teaching: 'several',
      columns: [
        {
          name: 'year',
          shown: 'year (2020 to 2026)',
          cell: (source) => between(source, 2020, 2026),
        },
      ],
      archivedUntil: 2023,
      draw: (source) => {
        const year = between(source, 2020, 2026)
        return {
          phrase: `in ${year}`,
          literal: year,
          where: `year = ${year}`,
          naive: `year = ${year}`,
          ...(year <= 2023 ? { table: 'archive' as const } : {}),
          case: year <= 2023 ? 'archive' : 'current',
        }
      },
      explicit: 'rows up to 2023 lie in {table}_archive, later ones in {table}',
      vague: 'this table has no such rows',
      rule: 'sql from {table}_archive for years up to 2023 and from {table} for later years',
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
