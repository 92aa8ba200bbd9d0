import type { Random } from '../../protocol/ports.ts'
import { between, pick } from '../common/draws.ts'
import {
  COUNTRIES,
  type Country,
  DEPARTMENTS,
  FIRST_NAMES,
  ITEMS,
  type Item,
  LANGUAGES,
  type Language,
  LAST_NAMES,
} from './word-lists.ts'

/** What a request can talk about, and the facts behind the words. */
export interface SubjectFacts {
  date: { year: number; month: number; day: number }
  time: { hour: number; minute: number }
  duration: { minutes: number }
  money: { cents: number }
  weight: { grams: number }
  person: { first: string; last: string }
  country: Country
  percent: { percent: number }
  order: { number: number }
  status: { words: string }
  priority: { words: string }
  department: { words: string }
  item: Item
  age: { years: number }
  phone: { exchange: string; line: string }
  language: Language
  channel: { words: string }
  size: { words: string }
  quantity: { count: number }
  consent: Record<string, never>
}

/** The kind of thing a parameter is about. */
export type Subject = keyof SubjectFacts

/** How a subject is drawn and how a person would mention it. */
export interface SubjectSource<S extends Subject> {
  draw(random: Random): SubjectFacts[S]
  /** The words in the request; never the form that a house rule asks for. */
  mention(facts: SubjectFacts[S]): string
}

/** Month names in order. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Order states, as people say them. */
const STATUSES = ['in progress', 'on hold', 'ready for pickup', 'sent back'] as const
/** Urgencies, as people say them. */
const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const
/** Ways of contact, as people say them. */
const CHANNELS = ['e-mail', 'telephone', 'letter', 'text message'] as const
/** Garment sizes, as people say them. */
const SIZES = ['small', 'medium', 'large'] as const

/** Every subject's source. Years, amounts and names stay clear of the values that error messages use as examples. */
export const SUBJECTS: { [S in Subject]: SubjectSource<S> } = {
  date: {
    // Days above 12 tell day from month in every example; practice and test both draw from all days.
    draw: (random) => ({
      year: between(random, 2024, 2027),
      month: between(random, 1, 12),
      day: between(random, 1, 28),
    }),
    mention: ({ year, month, day }) => `${MONTHS[month - 1]} ${day}, ${year}`,
  },
  time: {
    draw: (random) => ({
      hour: between(random, 13, 21),
      minute: pick(random, [15, 20, 30, 40, 45]),
    }),
    mention: ({ hour, minute }) => `${hour}:${minute}`,
  },
  duration: {
    draw: (random) => ({ minutes: 60 * between(random, 2, 9) }),
    mention: ({ minutes }) => `${minutes / 60} hours`,
  },
  money: {
    draw: (random) => ({ cents: between(random, 11, 989) * 100 + pick(random, [25, 50, 75, 90]) }),
    mention: ({ cents }) => `$${(cents / 100).toFixed(2)}`,
  },
  weight: {
    draw: (random) => ({ grams: between(random, 2, 29) * 1000 }),
    mention: ({ grams }) => `${grams / 1000} kg`,
  },
  person: {
    draw: (random) => ({ first: pick(random, FIRST_NAMES), last: pick(random, LAST_NAMES) }),
    mention: ({ first, last }) => `${first} ${last}`,
  },
  country: { draw: (random) => pick(random, COUNTRIES), mention: ({ name }) => name },
  percent: {
    draw: (random) => ({ percent: between(random, 3, 45) }),
    mention: ({ percent }) => `${percent} percent`,
  },
  order: {
    draw: (random) => ({ number: between(random, 1200, 9800) }),
    mention: ({ number }) => String(number),
  },
  status: { draw: (random) => ({ words: pick(random, STATUSES) }), mention: ({ words }) => words },
  priority: {
    draw: (random) => ({ words: pick(random, PRIORITIES) }),
    mention: ({ words }) => words,
  },
  department: {
    draw: (random) => ({ words: pick(random, DEPARTMENTS) }),
    mention: ({ words }) => words,
  },
  item: { draw: (random) => pick(random, ITEMS), mention: ({ name }) => name },
  age: {
    draw: (random) => ({
      years: random.integer(2) === 0 ? between(random, 5, 15) : between(random, 22, 79),
    }),
    mention: ({ years }) => String(years),
  },
  phone: {
    draw: (random) => ({
      exchange: String(between(random, 210, 989)),
      line: String(between(random, 2100, 9899)),
    }),
    mention: ({ exchange, line }) => `${exchange} ${line}`,
  },
  language: { draw: (random) => pick(random, LANGUAGES), mention: ({ name }) => name },
  channel: { draw: (random) => ({ words: pick(random, CHANNELS) }), mention: ({ words }) => words },
  size: { draw: (random) => ({ words: pick(random, SIZES) }), mention: ({ words }) => words },
  quantity: {
    draw: (random) => ({ count: between(random, 11, 98) }),
    mention: ({ count }) => String(count),
  },
  consent: { draw: () => ({}), mention: () => '' },
}
