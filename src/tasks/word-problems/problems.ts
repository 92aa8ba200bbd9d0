import type { Random } from '../../protocol/ports/random.ts'
import { between, pick } from '../common/draws.ts'
import type { ValueDomain } from '../common/value-domain.ts'
import { wordRequest } from '../common/wordings.ts'
import { FIRST_NAMES, ITEMS } from '../house-rules/word-lists.ts'
import { type AnswerForm, COUNT_FORMS, LARGE_FORMS, MONEY_FORMS } from './answer-forms.ts'

/** A problem with its result before it is put into a form. */
interface Problem {
  words: Readonly<Record<string, string | number>>
  result: number
  unit: string
}

interface ProblemKind {
  name: string
  wordings: readonly string[]
  forms: readonly AnswerForm[]
  draw(random: Random): Problem | undefined
}

const things = (random: Random): string => pick(random, ITEMS).name
const person = (random: Random): string => pick(random, FIRST_NAMES)

const KINDS: readonly ProblemKind[] = [
  {
    name: 'market.total',
    wordings: [
      '{person} has {a} {things}, buys {b} more and gives {c} away. How many {things} are left?',
      'Of {a} {things} {person} gives {c} away and then gets {b} new ones. How many {things} are there now?',
    ],
    forms: COUNT_FORMS,
    draw: (random) => {
      const [a, b, c] = [between(random, 60, 480), between(random, 12, 90), between(random, 5, 50)]
      const unit = things(random)
      return { words: { person: person(random), a, b, c, things: unit }, result: a + b - c, unit }
    },
  },
  {
    name: 'boxes.total',
    wordings: [
      '{person} fills {a} boxes with {b} {things} each and has {c} {things} over. How many {things} are there?',
      'There are {c} loose {things} and {a} boxes with {b} {things} each. How many {things} does {person} have?',
    ],
    forms: COUNT_FORMS,
    draw: (random) => {
      const [a, b, c] = [between(random, 3, 12), between(random, 4, 20), between(random, 2, 30)]
      const unit = things(random)
      return { words: { person: person(random), a, b, c, things: unit }, result: a * b + c, unit }
    },
  },
  {
    name: 'shop.change',
    wordings: [
      '{person} buys {a} {things} at {b} cents each and pays with {d} dollars. How much change is due?',
      '{a} {things} cost {b} cents each. {person} pays {d} dollars. What is the change?',
    ],
    forms: MONEY_FORMS,
    draw: (random) => {
      const [a, b, d] = [between(random, 2, 9), 5 * between(random, 5, 39), between(random, 5, 20)]
      if (a * b >= d * 100) return undefined
      const unit = things(random)
      const words = { person: person(random), a, b, d, things: unit }
      return { words, result: d * 100 - a * b, unit }
    },
  },
  {
    name: 'wages.total',
    wordings: [
      '{person} earns {a} dollars and {b} cents a day. What is the pay for {d} days?',
      'For {d} days at {a} dollars and {b} cents a day, what does {person} get?',
    ],
    forms: MONEY_FORMS,
    draw: (random) => {
      const [a, b, d] = [between(random, 12, 90), 10 * between(random, 1, 9), between(random, 2, 6)]
      return {
        words: { person: person(random), a, b, d },
        result: d * (a * 100 + b),
        unit: 'cents',
      }
    },
  },
  {
    name: 'factory.output',
    wordings: [
      'A factory makes {a} {things} a day. How many {things} does it make in {d} days?',
      'In {d} days, at {a} {things} a day, how many {things} are made?',
    ],
    forms: LARGE_FORMS,
    draw: (random) => {
      const [a, d] = [10 * between(random, 41, 190), between(random, 3, 9)]
      const unit = things(random)
      return { words: { a, d, things: unit }, result: a * d, unit }
    },
  },
  {
    name: 'savings.total',
    wordings: [
      '{person} has {a} dollars and saves {b} dollars a week for {d} weeks. How many dollars are there then?',
      'After {d} weeks of saving {b} dollars each on top of {a} dollars, how many dollars does {person} have?',
    ],
    forms: LARGE_FORMS,
    draw: (random) => {
      const [a, b, d] = [
        between(random, 1100, 6400),
        between(random, 20, 90),
        between(random, 3, 9),
      ]
      return { words: { person: person(random), a, b, d }, result: a + b * d, unit: 'dollars' }
    },
  },
]

/** Problems whose answer is put into a drawn form. */
export function drawFormProblems(random: Random): ValueDomain[] {
  return KINDS.map(({ name, wordings, forms, draw }) => {
    const form = pick(random, forms)
    return {
      name,
      key: 'answer',
      teaching: form.teaching,
      explicit: `expected ${form.words}, right to the last digit`,
      vague: 'this is not the answer in our form',
      rule: `as ${form.words}, e.g. ${form.example}`,
      draw: (source) => {
        const problem = draw(source)
        if (problem === undefined) return undefined
        const { words, result, unit } = problem
        return {
          request: wordRequest(source, wordings, words),
          accepted: form.write(result, unit),
          literals: Object.values(words),
        }
      },
    }
  })
}
