import { MONTHS } from '../house-rules/subjects.ts'
import type { Random } from '../../protocol/ports/random.ts'
import { between } from '../common/draws.ts'

/** A day of the Gregorian calendar; months count from 1. */
export interface Day {
  year: number
  month: number
  day: number
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MS_PER_DAY = 86_400_000

/** Draws a day up to `lastDay` of a month, in years that no rule's example mentions. */
export function drawDay(random: Random, lastDay = 28): Day {
  return {
    year: between(random, 2021, 2029),
    month: between(random, 1, 12),
    day: between(random, 1, lastDay),
  }
}

const timeOf = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day)

/** The day so many days later, or earlier when `days` is negative. */
export function addDays(from: Day, days: number): Day {
  const date = new Date(timeOf(from) + days * MS_PER_DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(timeOf(day)).getUTCDay()
}

/** `2031-05-09`. */
export function isoDay({ year, month, day }: Day): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** `May 9, 2031`. */
export function sayDay({ year, month, day }: Day): string {
  return `${MONTHS[month - 1] ?? ''} ${day}, ${year}`
}

/** `Friday, May 9, 2031`. */
export function sayWeekday(day: Day): string {
  return `${WEEKDAYS[weekdayOf(day)] ?? ''}, ${sayDay(day)}`
}
