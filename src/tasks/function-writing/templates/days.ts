import { between } from '../../common/draws.ts'
import { drawDate } from './draw-inputs.ts'
import { type FunctionTemplate, template } from './template.ts'

const dates: readonly FunctionTemplate[] = [
  template('dates', {
    name: 'addDays',
    parameters: ['date'],
    constants: (random) => [between(random, 2, 90)],
    task: ([days]) => `the date ${days} days later; the argument is a text such as 2030-12-31`,
    inputs: (random) => [drawDate(random)],
    core: (date, days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10),
  }),
  template('dates', {
    name: 'goBack',
    parameters: ['date'],
    constants: (random) => [between(random, 2, 90)],
    task: ([days]) => `the date ${days} days earlier; the argument is a text such as 2030-12-31`,
    inputs: (random) => [drawDate(random)],
    core: (date, days) => new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10),
  }),
  template('dates', {
    name: 'addWeeks',
    parameters: ['date'],
    constants: (random) => [between(random, 2, 60)],
    task: ([weeks]) => `the date ${weeks} weeks later; the argument is a text such as 2030-12-31`,
    inputs: (random) => [drawDate(random)],
    core: (date, weeks) =>
      new Date(Date.parse(date) + weeks * 604_800_000).toISOString().slice(0, 10),
  }),
  template('dates', {
    name: 'dayOfMonth',
    parameters: ['date'],
    constants: (random) => [between(random, 1, 28)],
    task: ([day]) =>
      `day ${day} of the month of the date; the argument is a text such as 2030-12-31`,
    inputs: (random) => [drawDate(random)],
    core: (date, day) => `${date.slice(0, 8)}${String(day).padStart(2, '0')}`,
  }),
]

const counts: readonly FunctionTemplate[] = [
  template('days', {
    name: 'daysUntil',
    parameters: ['date'],
    constants: (random) => [drawDate(random)],
    task: ([end]) => `the days from the date, a text such as 2018-12-31, to ${end}`,
    inputs: (random, [end]) => [
      new Date(Date.parse(end) - between(random, 9, 300) * 86_400_000).toISOString().slice(0, 10),
    ],
    core: (date, end) => (Date.parse(end) - Date.parse(date)) / 86_400_000,
  }),
  template('days', {
    name: 'daysSince',
    parameters: ['date'],
    constants: (random) => [drawDate(random)],
    task: ([start]) => `the days from ${start} to the date, a text such as 2032-12-31`,
    inputs: (random, [start]) => [
      new Date(Date.parse(start) + between(random, 9, 300) * 86_400_000).toISOString().slice(0, 10),
    ],
    core: (date, start) => (Date.parse(date) - Date.parse(start)) / 86_400_000,
  }),
  template('days', {
    name: 'daysAcross',
    parameters: ['first', 'last'],
    constants: (random) => [between(random, 2, 60)],
    task: ([later]) =>
      `the days to last from the day that is ${later} days after first, both texts such as 2032-12-31`,
    inputs: (random, [later]) => {
      const first = drawDate(random)
      const end = Date.parse(first) + (later + between(random, 9, 200)) * 86_400_000
      return [first, new Date(end).toISOString().slice(0, 10)]
    },
    core: (first, last, later) => (Date.parse(last) - Date.parse(first)) / 86_400_000 - later,
  }),
]

/** Functions of dates. */
export const DAY_TEMPLATES: readonly FunctionTemplate[] = [...dates, ...counts]
