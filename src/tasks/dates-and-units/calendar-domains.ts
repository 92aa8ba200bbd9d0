import type { Random } from '../../protocol/ports/random.ts'
import { between, pick } from '../common/draws.ts'
import type { ValueDomain } from '../common/value-domain.ts'
import { wordRequest } from '../common/wordings.ts'
import { COMPANIES } from '../house-rules/word-lists.ts'
import { MONTHS } from '../house-rules/subjects.ts'
import { type Day, addDays, drawDay, isoDay, sayDay, sayWeekday, weekdayOf } from './days.ts'

/** Tools that calculate with days, each with a drawn convention. */
export function drawCalendarDomains(random: Random): ValueDomain[] {
  return [
    fiscalQuarter(random),
    invoiceDue(random),
    weekendDue(random),
    leaseEnd(random),
    workingDays(random),
    dateFormat(random),
    countedAge(random),
  ]
}

function fiscalQuarter(random: Random): ValueDomain {
  const start = pick(random, [2, 4, 7, 10])
  const label = ({ year, month }: Day): string => {
    const later = (month - start + 12) % 12
    // A fiscal year is named after the calendar year in which it ends.
    return `${month >= start ? year + 1 : year}-Q${Math.floor(later / 3) + 1}`
  }
  const startName = MONTHS[start - 1] ?? ''
  return {
    name: 'ledger.quarter',
    key: 'quarter',
    teaching: 'several',
    explicit: `expected the fiscal year that begins in ${startName} and is named after its end, as 2041-Q3`,
    vague: 'this day belongs to another period',
    rule: `as YEAR-Q1 to Q4, counted from ${startName}, with the year in which that fiscal year ends, e.g. 2041-Q3`,
    draw: (source) => {
      const day = { ...drawDay(source), year: between(source, 2004, 2034) }
      const accepted = label(day)
      return {
        request: wordRequest(source, ['Book {day}.', 'Which quarter does {day} belong to?'], {
          day: sayDay(day),
        }),
        accepted,
        literals: [isoDay(day)],
        case: accepted.slice(-2),
      }
    },
  }
}

function invoiceDue(random: Random): ValueDomain {
  const rule = pick(random, [
    { shift: -1, teaching: 'single', words: 'counting the day of the invoice as the first' },
    { shift: 1, teaching: 'single', words: 'plus one day of grace' },
    { shift: 0, teaching: 'guessable', words: 'counting from the day after the invoice' },
  ] as const)
  return {
    name: 'invoice.due',
    key: 'due',
    teaching: rule.teaching,
    explicit: `expected YYYY-MM-DD, ${rule.words}`,
    vague: 'this is not the last day',
    rule: `as YYYY-MM-DD, ${rule.words}`,
    draw: (source) => {
      const from = drawDay(source, 12)
      const days = between(source, 3, 14)
      const company = pick(source, COMPANIES)
      return {
        request: wordRequest(
          source,
          [
            '{company} got an invoice on {day}, payable within {days} days.',
            'An invoice to {company} of {day}: {days} days to pay.',
          ],
          { company, day: sayDay(from), days },
        ),
        accepted: isoDay(addDays(from, days + rule.shift)),
        literals: [isoDay(from), days],
      }
    },
  }
}

function weekendDue(random: Random): ValueDomain {
  const isLater = random.integer(2) === 0
  const words = isLater ? 'the Monday after' : 'the Friday before'
  return {
    name: 'payment.day',
    key: 'day',
    teaching: 'several',
    explicit: `expected YYYY-MM-DD, for a day of a weekend ${words}`,
    vague: 'nothing is paid on this day',
    rule: `as YYYY-MM-DD; in place of a Saturday or Sunday ${words}`,
    draw: (source) => {
      const asked = drawDay(source)
      const weekday = weekdayOf(asked)
      // Half of the days asked for are of a weekend.
      if (weekday !== 0 && weekday !== 6 && source.integer(5) < 3) return undefined
      const shift = { 6: isLater ? 2 : -1, 0: isLater ? 1 : -2 }[weekday] ?? 0
      return {
        request: wordRequest(source, ['Pay on {day}.', 'The payment falls on {day}.'], {
          day: sayWeekday(asked),
        }),
        accepted: isoDay(addDays(asked, shift)),
        literals: [isoDay(asked)],
        case: weekday === 0 || weekday === 6 ? String(weekday) : 'week',
      }
    },
  }
}

function leaseEnd(random: Random): ValueDomain {
  const isMonthEnd = random.integer(2) === 0
  const words = isMonthEnd
    ? 'the last day of the month in which it runs out'
    : 'the day before its day of the month'
  return {
    name: 'lease.end',
    key: 'end',
    teaching: 'single',
    explicit: `expected YYYY-MM-DD, ${words}`,
    vague: 'the lease ends on another day',
    rule: `as YYYY-MM-DD, ${words}`,
    draw: (source) => {
      const from = { ...drawDay(source), month: between(source, 1, 6) }
      from.day = between(source, 3, 27)
      const months = between(source, 2, 6)
      const to = { ...from, month: from.month + months }
      const end = isMonthEnd
        ? addDays({ ...to, month: to.month + 1, day: 1 }, -1)
        : { ...to, day: to.day - 1 }
      return {
        request: wordRequest(
          source,
          ['A lease from {day} for {months} months.', '{months} months of lease, from {day} on.'],
          { day: sayDay(from), months },
        ),
        accepted: isoDay(end),
        literals: [isoDay(from), months],
      }
    },
  }
}

function workingDays(random: Random): ValueDomain {
  const [first, second, words] = pick(random, [
    [5, 6, 'Fridays and Saturdays'],
    [0, 1, 'Sundays and Mondays'],
    [6, 0, 'Saturdays and Sundays'],
  ] as const)
  return {
    name: 'project.deadline',
    key: 'deadline',
    teaching: first === 6 ? 'guessable' : 'single',
    explicit: `expected YYYY-MM-DD; nobody works on ${words}`,
    vague: 'this is not the last working day',
    rule: `as YYYY-MM-DD, so many days later without ${words}`,
    draw: (source) => {
      const from = drawDay(source, 20)
      const isFree = (day: Day): boolean => weekdayOf(day) === first || weekdayOf(day) === second
      if (isFree(from)) return undefined
      const days = between(source, 2, 7)
      let end = from
      for (let left = days; left > 0; ) {
        end = addDays(end, 1)
        if (!isFree(end)) left--
      }
      return {
        request: wordRequest(
          source,
          [
            '{days} working days from {day}.',
            'Started on {day}, it takes {days} working days more.',
          ],
          { day: sayWeekday(from), days },
        ),
        accepted: isoDay(end),
        literals: [isoDay(from), days],
      }
    },
  }
}

function dateFormat(random: Random): ValueDomain {
  const pad = (value: number): string => String(value).padStart(2, '0')
  const format = pick(random, [
    { words: 'YYYY-MM-DD', write: isoDay },
    { words: 'DD.MM.YY', write: (d: Day) => `${pad(d.day)}.${pad(d.month)}.${pad(d.year % 100)}` },
    { words: 'YYYY/MM/DD', write: (d: Day) => isoDay(d).replaceAll('-', '/') },
    { words: 'YYMMDD', write: (d: Day) => isoDay(d).slice(2).replaceAll('-', '') },
  ])
  const example = { year: 2031, month: 5, day: 9 }
  return {
    name: 'archive.stamp',
    key: 'stamp',
    teaching: format.words === 'YYYY-MM-DD' ? 'guessable' : 'single',
    explicit: `expected ${format.words}`,
    vague: 'this is not how we write a day',
    rule: `as ${format.words}, e.g. ${format.write(example)} for May 9, 2031`,
    draw: (source) => {
      const from = drawDay(source, 20)
      const days = between(source, 2, 7)
      return {
        request: wordRequest(
          source,
          ['{days} days after {day}.', 'It is {day}; stamp it {days} days later.'],
          {
            day: sayDay(from),
            days,
          },
        ),
        accepted: format.write(addDays(from, days)),
        literals: [isoDay(from), days],
      }
    },
  }
}

function countedAge(random: Random): ValueDomain {
  const shift = pick(random, [1, 0])
  const words =
    shift === 1 ? 'one more than the difference of the years' : 'the difference of the years'
  return {
    name: 'club.age',
    key: 'age',
    teaching: shift === 1 ? 'single' : 'guessable',
    explicit: `expected ${words}`,
    vague: 'this is not the age we count',
    rule: `as ${words}`,
    draw: (source) => {
      const born = between(source, 1910, 2005)
      const year = between(source, Math.max(born + 5, 2010), 2029)
      return {
        request: wordRequest(
          source,
          ['Born in {born}, joining in {year}.', 'In {year} somebody born in {born} joins.'],
          {
            born,
            year,
          },
        ),
        accepted: year - born + shift,
        literals: [born, year],
      }
    },
  }
}
