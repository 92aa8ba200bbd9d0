import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import type { ValueDomain } from '../common/value-domain.ts'
import { drawCalendarDomains } from './calendar-domains.ts'
import { addDays, drawDay, isoDay, sayDay, sayWeekday, weekdayOf } from './days.ts'
import { drawUnitDomains } from './unit-domains.ts'

const day = (text: string) => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number)
  return { year, month, day: date }
}

describe('days', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2025-03-30', 0, '2025-03-30'],
  ])('%s and %d days is %s', (from, days, to) => {
    expect(isoDay(addDays(day(from), days))).toBe(to)
  })

  test('days have weekdays and names', () => {
    expect(weekdayOf(day('2024-01-01'))).toBe(1)
    expect(sayDay(day('2031-05-09'))).toBe('May 9, 2031')
    expect(sayWeekday(day('2031-05-09'))).toBe('Friday, May 9, 2031')
  })

  test.prop([fc.nat(), fc.integer({ min: -400, max: 400 })])(
    'going there and back again',
    (seed, days) => {
      const from = drawDay(createSeededRandom(seed))
      expect(addDays(addDays(from, days), -days)).toEqual(from)
      expect(Math.abs((weekdayOf(addDays(from, days)) - weekdayOf(from) - days) % 7)).toBe(0)
    },
  )
})

/** Accepted answers by request of the tool with this name, for the universe whose rule matches. */
function answers(name: string, rule: RegExp): Map<string, string | number> {
  for (let seed = 0; seed < 200; seed++) {
    const random = createSeededRandom(seed)
    const domains: ValueDomain[] = [...drawCalendarDomains(random), ...drawUnitDomains(random)]
    const domain = domains.find((each) => each.name === name && rule.test(each.rule))
    if (domain === undefined) continue
    const out = new Map<string, string | number>()
    for (let run = 0; run < 4000; run++) {
      const drawn = domain.draw(random)
      if (drawn !== undefined) out.set(String(drawn.literals), drawn.accepted)
    }
    return out
  }
  throw new RangeError(`no universe has ${name} ${String(rule)}`)
}

describe('conventions of dates and units', () => {
  test('a fiscal year is named after its end', () => {
    const july = answers('ledger.quarter', /from July/)
    const of = (text: string) => [...july].find(([literal]) => literal.startsWith(text))?.[1]
    expect(of('2024-07-')).toBe('2025-Q1')
    expect(of('2024-06-')).toBe('2024-Q4')
    expect(of('2024-12-')).toBe('2025-Q2')
    expect(of('2025-01-')).toBe('2025-Q3')
  })

  test('an invoice that counts its own day is due one day earlier', () => {
    for (const [literals, due] of answers('invoice.due', /as the first/)) {
      const [from = '', days = ''] = literals.split(',')
      expect(due).toBe(isoDay(addDays(day(from), Number(days) - 1)))
    }
  })

  test('no payment falls on a weekend', () => {
    for (const [asked, paid] of answers('payment.day', /the Friday before/)) {
      expect([1, 2, 3, 4, 5]).toContain(weekdayOf(day(String(paid))))
      if (weekdayOf(day(asked)) % 6 !== 0) expect(paid).toBe(asked)
      else expect(weekdayOf(day(String(paid)))).toBe(5)
    }
  })

  test('working days skip the free ones', () => {
    for (const [literals, end] of answers('project.deadline', /Fridays and Saturdays/)) {
      const [from = '', days = ''] = literals.split(',')
      expect([5, 6]).not.toContain(weekdayOf(day(String(end))))
      const between = Array.from({ length: 20 }, (_, i) => addDays(day(from), i + 1))
      const worked = between.filter((each) => ![5, 6].includes(weekdayOf(each)))
      expect(end).toBe(isoDay(worked[Number(days) - 1]!))
    }
  })

  test('a lease ends with its month or the day before', () => {
    for (const [literals, end] of answers('lease.end', /last day of the month/)) {
      const [from = '', months = ''] = literals.split(',')
      expect(addDays(day(String(end)), 1).day).toBe(1)
      expect(day(String(end)).month).toBe(day(from).month + Number(months))
    }
  })

  test('halves are rounded as the house does', () => {
    for (const [rule, ofHalf] of [
      [/even number/, (whole: number) => whole + (whole % 2)],
      [/halves down/, (whole: number) => whole],
    ] as const) {
      for (const [literals, rounded] of answers('gauge.round', rule)) {
        const [whole = 0, tenths = 0] = literals.split(',').map(Number)
        const near = Math.round(whole + tenths / 10)
        expect(rounded).toBe(tenths === 5 ? ofHalf(whole) : near)
      }
    }
  })

  test('units add up by the factor of the house', () => {
    for (const [literals, sum] of answers('school.days', /^as 6 /)) {
      const [weeks = 0, days = 0] = literals.split(',').map(Number)
      expect(sum).toBe(6 * weeks + days)
    }
  })
})
