import type { Random } from '../../protocol/ports/random.ts'
import { between, pick } from '../common/draws.ts'
import type { ValueDomain } from '../common/value-domain.ts'
import { wordRequest } from '../common/wordings.ts'
import { FIRST_NAMES, ITEMS } from '../house-rules/word-lists.ts'

/** Problems with a convention of their own: about what is left over, about shares, lengths and times. */
export function drawMeasuredProblems(random: Random): ValueDomain[] {
  return [
    buses(random),
    sharing(random),
    portions(random),
    lengths(random),
    arrival(random),
    dozens(random),
  ]
}

function buses(random: Random): ValueDomain {
  const spare = pick(random, [0, 1, 2])
  const words =
    spare === 0 ? 'as many as everybody needs' : `${spare} more than everybody needs, as a reserve`
  return {
    name: 'trip.buses',
    key: 'answer',
    teaching: spare === 0 ? 'guessable' : 'single',
    explicit: `expected ${words}`,
    vague: 'this is not how many we order',
    rule: `as ${words}`,
    draw: (source) => {
      const seats = between(source, 6, 30)
      const full = between(source, 2, 95)
      const children = full * seats + between(source, 1, seats - 1)
      return {
        request: wordRequest(
          source,
          [
            '{children} children go on a trip. A bus seats {seats}. How many buses are ordered?',
            'How many buses of {seats} seats are ordered for {children} children?',
          ],
          { children, seats },
        ),
        accepted: full + 1 + spare,
        literals: [children, seats],
      }
    },
  }
}

function sharing(random: Random): ValueDomain {
  const form = pick(random, [
    {
      words: 'the share, r, the rest',
      example: '701r3',
      write: (q: number, r: number) => `${q}r${r}`,
    },
    {
      words: 'the share, "rest" and the rest',
      example: '701 rest 3',
      write: (q: number, r: number) => `${q} rest ${r}`,
    },
    {
      words: 'the share, a plus and the rest',
      example: '701+3',
      write: (q: number, r: number) => `${q}+${r}`,
    },
  ])
  return {
    name: 'party.share',
    key: 'answer',
    teaching: 'single',
    explicit: `expected ${form.words}`,
    vague: 'this is not the answer in our form',
    rule: `as ${form.words}, e.g. ${form.example}`,
    draw: (source) => {
      const guests = between(source, 4, 12)
      const share = between(source, 2, 25)
      const rest = between(source, 1, guests - 1)
      const total = guests * share + rest
      const { name: things } = pick(source, ITEMS)
      return {
        request: wordRequest(
          source,
          [
            '{total} {things} are shared by {guests} guests. What does each get, and what is left?',
            '{guests} guests share {total} {things}. What is the share, and what is the rest?',
          ],
          { total, things, guests },
        ),
        accepted: form.write(share, rest),
        literals: [total, things, guests],
      }
    },
  }
}

function portions(random: Random): ValueDomain {
  const form = pick(random, [
    {
      words: 'a fraction in lowest terms',
      example: '101/103',
      teaching: 'guessable',
      write: (a: number, b: number) => `${a}/${b}`,
    },
    {
      words: 'a ratio in lowest terms of what was eaten to what is left',
      example: '101:2',
      teaching: 'single',
      write: (a: number, b: number) => `${a}:${b - a}`,
    },
    {
      words: 'both numbers in lowest terms with "of" between them',
      example: '101 of 103',
      teaching: 'single',
      write: (a: number, b: number) => `${a} of ${b}`,
    },
  ] as const)
  return {
    name: 'cake.portion',
    key: 'answer',
    teaching: form.teaching,
    explicit: `expected ${form.words}`,
    vague: 'this is not the answer in our form',
    rule: `as ${form.words}, e.g. ${form.example}`,
    draw: (source) => {
      const whole = between(source, 3, 24)
      const part = between(source, 1, whole - 1)
      const factor = between(source, 2, 5)
      if (greatestCommonDivisor(part, whole) !== 1) return undefined
      const [eaten, pieces] = [part * factor, whole * factor]
      return {
        request: wordRequest(
          source,
          [
            'Of {pieces} pieces of cake {eaten} are eaten. Which share is that?',
            '{eaten} of the {pieces} pieces of a cake are gone. What is their share?',
          ],
          { eaten, pieces },
        ),
        accepted: form.write(part, whole),
        literals: [eaten, pieces],
      }
    },
  }
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}

function lengths(random: Random): ValueDomain {
  const form = pick(random, [
    {
      words: 'metres, m and two digits of centimetres',
      example: '71m05',
      write: (m: number, c: string) => `${m}m${c}`,
    },
    {
      words: 'metres with two decimals and m',
      example: '71.05 m',
      write: (m: number, c: string) => `${m}.${c} m`,
    },
    {
      words: 'metres and centimetres with their signs',
      example: '71 m 05 cm',
      write: (m: number, c: string) => `${m} m ${c} cm`,
    },
  ])
  return {
    name: 'rope.length',
    key: 'answer',
    teaching: 'single',
    explicit: `expected ${form.words}`,
    vague: 'this is not the answer in our form',
    rule: `as ${form.words}, e.g. ${form.example} for 7105 centimetres`,
    draw: (source) => {
      const [a, b] = [between(source, 60, 480), between(source, 60, 480)]
      const person = pick(source, FIRST_NAMES)
      const total = a + b
      return {
        request: wordRequest(
          source,
          [
            '{person} ties ropes of {a} and {b} centimetres together. How long are both?',
            'One rope has {a} centimetres, the other {b}. How long is what {person} has?',
          ],
          { person, a, b },
        ),
        accepted: form.write(Math.floor(total / 100), String(total % 100).padStart(2, '0')),
        literals: [person, a, b],
      }
    },
  }
}

function arrival(random: Random): ValueDomain {
  const form = pick(random, [
    {
      words: 'four digits on a clock of 24 hours',
      example: '2307',
      write: (h: number, m: string) => `${h}${m}`,
    },
    {
      words: 'hours, h and minutes on a clock of 24 hours',
      example: '23h07',
      write: (h: number, m: string) => `${h}h${m}`,
    },
    {
      words: 'a time of 24 hours with a colon',
      example: '23:07',
      write: (h: number, m: string) => `${h}:${m}`,
    },
  ])
  return {
    name: 'train.arrival',
    key: 'answer',
    teaching: form.example === '23:07' ? 'guessable' : 'single',
    explicit: `expected ${form.words}`,
    vague: 'this is not the answer in our form',
    rule: `as ${form.words}, e.g. ${form.example}`,
    draw: (source) => {
      const hour = between(source, 13, 20)
      const [minute, ride] = [between(source, 10, 45), between(source, 12, 95)]
      const end = hour * 60 + minute + ride
      return {
        request: wordRequest(
          source,
          [
            'A train leaves at {hour}:{minute} and rides {ride} minutes. When does it arrive?',
            'After {ride} minutes, when does the train of {hour}:{minute} arrive?',
          ],
          { hour, minute, ride },
        ),
        accepted: form.write(Math.floor(end / 60), String(end % 60).padStart(2, '0')),
        literals: [hour, minute, ride],
      }
    },
  }
}

function dozens(random: Random): ValueDomain {
  const size = pick(random, [10, 12, 20])
  const name = { 10: 'ten', 12: 'twelve', 20: 'twenty' }[size] ?? String(size)
  return {
    name: 'eggs.pack',
    key: 'answer',
    teaching: 'single',
    explicit: `expected full trays of ${name}, a slash, single eggs`,
    vague: 'this is not how we pack',
    rule: `as full trays of ${name}, a slash and single eggs, e.g. ${Math.floor(7019 / size)}/${7019 % size} for 7019 eggs`,
    draw: (source) => {
      const [hens, each] = [between(source, 6, 60), between(source, 3, 9)]
      const total = hens * each
      return {
        request: wordRequest(
          source,
          [
            '{hens} hens lay {each} eggs each. How are the eggs packed?',
            'Pack the eggs of {hens} hens with {each} eggs each.',
          ],
          { hens, each },
        ),
        accepted: `${Math.floor(total / size)}/${total % size}`,
        literals: [hens, each],
      }
    },
  }
}
