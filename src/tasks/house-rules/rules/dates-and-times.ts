import { MONTHS } from '../subjects.ts'
import type { RuleKind } from './rule-kind.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** Conventions for calendar days. */
export const DATE_RULES: readonly RuleKind<'date'>[] = [
  {
    id: 'date-day-month-dash',
    subject: 'date',
    teaching: 'single',
    accepted: ({ year, month, day }) => `${two(day)}-${two(month)}-${year}`,
    explicit: () => 'expected DD-MM-YYYY',
    vague: 'the year must come last, with dashes',
    rule: 'as DD-MM-YYYY, e.g. 23-08-1998 for August 23, 1998',
  },
  {
    id: 'date-day-month-dot',
    subject: 'date',
    teaching: 'single',
    accepted: ({ year, month, day }) => `${two(day)}.${two(month)}.${year}`,
    explicit: () => 'expected DD.MM.YYYY',
    vague: 'the year must come last, with dots',
    rule: 'as DD.MM.YYYY, e.g. 23.08.1998 for August 23, 1998',
  },
  {
    id: 'date-month-day-slash',
    subject: 'date',
    teaching: 'single',
    accepted: ({ year, month, day }) => `${two(month)}/${two(day)}/${year}`,
    explicit: () => 'expected MM/DD/YYYY',
    vague: 'the month must come first, with slashes',
    rule: 'as MM/DD/YYYY, e.g. 08/23/1998 for August 23, 1998',
  },
  {
    id: 'date-compact',
    subject: 'date',
    teaching: 'single',
    accepted: ({ year, month, day }) => `${year}${two(month)}${two(day)}`,
    explicit: () => 'expected YYYYMMDD without separators',
    vague: 'must be eight digits and nothing else',
    rule: 'as YYYYMMDD without separators, e.g. 19980823 for August 23, 1998',
  },
  {
    id: 'date-month-code',
    subject: 'date',
    teaching: 'single',
    accepted: ({ year, month, day }) =>
      `${two(day)}-${(MONTHS[month - 1] ?? '').slice(0, 3).toUpperCase()}-${year}`,
    explicit: () => 'expected DD-MON-YYYY with the month as three capital letters',
    vague: 'the month must be three capital letters, the year last',
    rule: 'as DD-MON-YYYY, e.g. 23-AUG-1998 for August 23, 1998',
  },
  {
    id: 'date-quarter',
    subject: 'date',
    teaching: 'single',
    accepted: ({ year, month }) => `${year}-Q${Math.ceil(month / 3)}`,
    explicit: () => 'expected the quarter as YYYY-Qn',
    vague: 'quarter missing',
    rule: 'as the year and its quarter, e.g. 1998-Q3 for August 23, 1998',
  },
  {
    id: 'date-iso',
    subject: 'date',
    teaching: 'guessable',
    accepted: ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`,
    explicit: () => 'expected YYYY-MM-DD',
    vague: 'the year must come first',
    rule: 'as YYYY-MM-DD, e.g. 1998-08-23 for August 23, 1998',
  },
]

/** Conventions for times of day. */
export const TIME_RULES: readonly RuleKind<'time'>[] = [
  {
    id: 'time-compact',
    subject: 'time',
    teaching: 'single',
    accepted: ({ hour, minute }) => `${two(hour)}${two(minute)}`,
    explicit: () => 'expected four digits HHMM',
    vague: 'must be four digits and nothing else',
    rule: 'as four digits without a colon, e.g. 2205 for 22:05',
  },
  {
    id: 'time-zulu',
    subject: 'time',
    teaching: 'single',
    accepted: ({ hour, minute }) => `${two(hour)}:${two(minute)}Z`,
    explicit: () => 'expected HH:MM and the zone letter Z',
    vague: 'zone letter missing',
    rule: 'with Z at the end, e.g. 22:05Z for 22:05',
  },
  {
    id: 'time-24h',
    subject: 'time',
    teaching: 'guessable',
    accepted: ({ hour, minute }) => `${two(hour)}:${two(minute)}`,
    explicit: () => 'expected HH:MM',
    vague: 'must be hours and minutes only',
    rule: 'as HH:MM, e.g. 22:05 for 22:05',
  },
]

/** Conventions for lengths of time. */
export const DURATION_RULES: readonly RuleKind<'duration'>[] = [
  {
    id: 'duration-minutes',
    subject: 'duration',
    teaching: 'single',
    accepted: ({ minutes }) => minutes,
    explicit: () => 'expected the number of minutes',
    vague: 'too small, the unit is not hours',
    rule: 'as the number of minutes, e.g. 720 for 12 hours',
  },
  {
    id: 'duration-iso',
    subject: 'duration',
    teaching: 'single',
    accepted: ({ minutes }) => `PT${minutes / 60}H`,
    explicit: () => 'expected an ISO 8601 duration in hours',
    vague: 'must begin with PT',
    rule: 'as an ISO 8601 duration, e.g. PT12H for 12 hours',
  },
  {
    id: 'duration-suffix',
    subject: 'duration',
    teaching: 'single',
    accepted: ({ minutes }) => `${minutes / 60}h`,
    explicit: () => 'expected the hours followed by the letter h',
    vague: 'must be a number and one letter',
    rule: 'as the hours followed by h, e.g. 12h for 12 hours',
  },
]
