import type { Random } from '../../../protocol/ports/random.ts'
import { between, pick } from '../../common/draws.ts'
import type { Aggregate, MeasureConvention } from './convention.ts'

/** The usual four aggregates of a column whose values are stored at another scale than people speak in. */
function scaled(column: string, noun: string, scale: string): Aggregate[] {
  const aggregates = { total: 'SUM', average: 'AVG', largest: 'MAX', smallest: 'MIN' }
  return Object.entries(aggregates).map(([word, name]) => ({
    phrase: `${word} ${noun}`,
    sql: `${name}(${column})${scale}`,
    naive: `${name}(${column})`,
  }))
}

/** Conventions about amounts, weights, durations and levels; the tax rate is drawn. */
export function drawMeasures(random: Random): MeasureConvention[] {
  const tax = pick(random, [10, 20, 25])
  return [
    {
      kind: 'measure',
      id: 'cents',
      teaching: 'single',
      columns: [
        { name: 'amount', shown: 'amount (e.g. 4250)', cell: (r) => between(r, 900, 98_000) },
      ],
      aggregates: scaled('amount', 'amount in dollars', '/100.0'),
      explicit: 'amount is stored in cents, the question asks for dollars',
      vague: 'the result is out of range',
      rule: 'sql with SUM(amount / 100.0), AVG(amount / 100.0), MIN(amount / 100.0) or MAX(amount / 100.0) as asked, since amount is in cents',
    },
    {
      kind: 'measure',
      id: 'thousands',
      teaching: 'single',
      columns: [{ name: 'amount', shown: 'amount (e.g. 42)', cell: (r) => between(r, 3, 950) }],
      aggregates: scaled('amount', 'amount in dollars', '*1000'),
      explicit: 'amount is stored in thousands of dollars',
      vague: 'the result is out of range',
      rule: 'sql with SUM(amount * 1000), AVG(amount * 1000), MIN(amount * 1000) or MAX(amount * 1000) as asked, since amount is in thousands',
    },
    {
      kind: 'measure',
      id: 'gross',
      teaching: 'single',
      columns: [{ name: 'amount', shown: 'amount (e.g. 42)', cell: (r) => between(r, 3, 950) }],
      aggregates: scaled('amount', 'amount in dollars', `*${(100 + tax) / 100}`),
      explicit: `amount is stored without tax and reported with ${tax} percent tax`,
      vague: 'amounts are reported in another way than they are stored',
      rule: `sql with SUM(amount * ${(100 + tax) / 100}), AVG(amount * ${(100 + tax) / 100}), MIN(amount * ${(100 + tax) / 100}) or MAX(amount * ${(100 + tax) / 100}) as asked, since reports add tax`,
    },
    {
      kind: 'measure',
      id: 'grams',
      teaching: 'single',
      columns: [
        { name: 'weight', shown: 'weight (e.g. 7300)', cell: (r) => 100 * between(r, 4, 460) },
      ],
      aggregates: scaled('weight', 'weight in kilograms', '/1000.0'),
      explicit: 'weight is stored in grams, the question asks for kilograms',
      vague: 'the result is out of range',
      rule: 'sql with SUM(weight / 1000.0), AVG(weight / 1000.0), MIN(weight / 1000.0) or MAX(weight / 1000.0) as asked, since weight is in grams',
    },
    {
      kind: 'measure',
      id: 'minutes',
      teaching: 'single',
      columns: [{ name: 'worked', shown: 'worked (e.g. 95)', cell: (r) => between(r, 12, 580) }],
      aggregates: scaled('worked', 'time worked in hours', '/60.0'),
      explicit: 'worked is stored in minutes, the question asks for hours',
      vague: 'the result is out of range',
      rule: 'sql with SUM(worked / 60.0), AVG(worked / 60.0), MIN(worked / 60.0) or MAX(worked / 60.0) as asked, since worked is in minutes',
    },
    {
      kind: 'measure',
      id: 'unknown-is-negative',
      teaching: 'single',
      columns: [
        {
          name: 'amount',
          shown: 'amount (e.g. 42, -1)',
          cell: (r) => (r.integer(3) === 0 ? -1 : between(r, 3, 950)),
        },
      ],
      aggregates: [
        {
          phrase: 'average amount in dollars',
          sql: 'AVG(amount)',
          naive: 'AVG(amount)',
        },
        { phrase: 'total amount in dollars', sql: 'SUM(amount)', naive: 'SUM(amount)' },
        { phrase: 'smallest amount in dollars', sql: 'MIN(amount)', naive: 'MIN(amount)' },
      ],
      where: 'amount >= 0',
      explicit: 'an amount of -1 is unknown and must be left out',
      vague: 'some rows do not count',
      rule: 'sql with amount >= 0 as a condition, since -1 means unknown',
    },
    {
      kind: 'measure',
      id: 'one-is-highest',
      teaching: 'single',
      columns: [{ name: 'level', shown: 'level (1 to 90)', cell: (r) => between(r, 1, 90) }],
      aggregates: [
        { phrase: 'highest level', sql: 'MIN(level)', naive: 'MAX(level)' },
        { phrase: 'lowest level', sql: 'MAX(level)', naive: 'MIN(level)' },
      ],
      explicit: 'level 1 is the highest',
      vague: 'this is not the level asked for',
      rule: 'sql with MIN(level) for the highest and MAX(level) for the lowest level',
    },
  ]
}
