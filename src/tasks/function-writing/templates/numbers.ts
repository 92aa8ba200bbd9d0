import { between } from '../../common/draws.ts'
import { drawAmount, drawNumbers, drawWord } from './draw-inputs.ts'
import { type FunctionTemplate, template } from './template.ts'

const roundings: readonly FunctionTemplate[] = [
  template('rounding', {
    name: 'withTax',
    parameters: ['price'],
    constants: (random) => [between(random, 3, 49)],
    task: ([percent]) => `the price with ${percent} percent added`,
    inputs: (random) => [drawAmount(random)],
    core: (price, percent) => price * (1 + percent / 100),
  }),
  template('rounding', {
    name: 'exchange',
    parameters: ['amount'],
    constants: (random) => [between(random, 113, 987) / 1000],
    task: ([rate]) => `the amount times ${rate}`,
    inputs: (random) => [drawAmount(random)],
    core: (amount, rate) => amount * rate,
  }),
  template('rounding', {
    name: 'eachPays',
    parameters: ['total'],
    constants: (random) => [between(random, 3, 47)],
    task: ([people]) => `what each of ${people} people pays of the total`,
    inputs: (random) => [drawAmount(random)],
    core: (total, people) => total / people,
  }),
  template('rounding', {
    name: 'meanPlus',
    parameters: ['numbers'],
    constants: (random) => [between(random, 1, 60)],
    task: ([added]) => `the mean of the numbers, plus ${added}`,
    inputs: (random) => [drawNumbers(random, 7)],
    core: (numbers, added) =>
      numbers.reduce((sum, number) => sum + number, 0) / numbers.length + added,
  }),
]

const errors: readonly FunctionTemplate[] = [
  template('errors', {
    name: 'readUpTo',
    parameters: ['text'],
    constants: (random) => [between(random, 20, 90)],
    task: ([most]) =>
      `the whole number that the text writes in digits; any other text and a number above ${most} are not valid`,
    inputs: (random, [most]) => {
      const texts = [`${between(random, 1, most)}`, `${most + between(random, 1, 50)}`, 'none', '']
      return [texts[random.integer(4)] ?? '']
    },
    core: (text, most) => (/^[0-9]+$/.test(text) && Number(text) <= most ? Number(text) : null),
  }),
  template('errors', {
    name: 'largestBelow',
    parameters: ['numbers'],
    constants: (random) => [between(random, 1, 60)],
    task: ([limit]) =>
      `the largest of the numbers below ${limit}; an array without such a number is not valid`,
    inputs: (random, [limit]) => {
      const low = random.integer(2) === 0 ? limit : limit - 60
      return [drawNumbers(random, between(random, 2, 5), low, limit + 60)]
    },
    core: (numbers, limit) => {
      const below = numbers.filter((number) => number < limit)
      return below.length === 0 ? null : Math.max(...below)
    },
  }),
  template('errors', {
    name: 'timesIn',
    parameters: ['number'],
    constants: (random) => [between(random, 2, 60)],
    task: ([step]) => `the number divided by ${step}; only multiples of ${step} are valid`,
    inputs: (random, [step]) => [
      step * between(random, 1, 40) + (random.integer(2) === 0 ? 0 : between(random, 1, step - 1)),
    ],
    core: (number, step) => (number % step === 0 ? number / step : null),
  }),
  template('errors', {
    name: 'afterMark',
    parameters: ['text'],
    constants: (random) => [drawWord(random).slice(0, 2), between(random, 1, 60)],
    task: ([mark, number]) =>
      `the text without its first part ${mark}${number}-; a text that does not begin with it is not valid`,
    inputs: (random, [mark, number]) => {
      const starts = [`${mark}${number}-`, `${mark}${number + 1}-`, '']
      return [`${starts[random.integer(3)] ?? ''}${drawWord(random)}`]
    },
    core: (text, mark, number) => {
      const start = `${mark}${number}-`
      return text.startsWith(start) ? text.slice(start.length) : null
    },
  }),
]

const ranges: readonly FunctionTemplate[] = [
  template('range', {
    name: 'sumBetween',
    parameters: ['from', 'to'],
    constants: (random) => [between(random, 1, 60)],
    task: ([added]) => `the sum of the whole numbers from one to the other, plus ${added}`,
    inputs: (random) => drawEnds(between(random, 1, 40), between(random, 3, 12)),
    core: (from, to, added) => {
      let sum = added
      for (let number = from; number <= to; number++) sum += number
      return sum
    },
  }),
  template('range', {
    name: 'timesBetween',
    parameters: ['from', 'to'],
    constants: (random) => [between(random, 2, 60)],
    task: ([factor]) => `an array of the whole numbers from one to the other, each times ${factor}`,
    inputs: (random) => drawEnds(between(random, 1, 40), between(random, 3, 7)),
    core: (from, to, factor) => {
      const out: number[] = []
      for (let number = from; number <= to; number++) out.push(number * factor)
      return out
    },
  }),
  template('range', {
    name: 'countMultiples',
    parameters: ['from', 'to'],
    constants: (random) => [between(random, 2, 12)],
    task: ([step]) => `how many whole numbers from one to the other are multiples of ${step}`,
    inputs: (random, [step]) =>
      drawEnds(step * between(random, 1, 5), step * between(random, 1, 3) + random.integer(2)),
    core: (from, to, step) => {
      let count = 0
      for (let number = from; number <= to; number++) if (number % step === 0) count++
      return count
    },
  }),
  template('range', {
    name: 'squaresBetween',
    parameters: ['from', 'to'],
    constants: (random) => [between(random, 1, 60)],
    task: ([taken]) =>
      `an array of the squares of the whole numbers from one to the other, each minus ${taken}`,
    inputs: (random) => drawEnds(between(random, 1, 15), between(random, 3, 6)),
    core: (from, to, taken) => {
      const out: number[] = []
      for (let number = from; number <= to; number++) out.push(number * number - taken)
      return out
    },
  }),
]

function drawEnds(from: number, length: number): [number, number] {
  return [from, from + length]
}

/** Functions of numbers. */
export const NUMBER_TEMPLATES: readonly FunctionTemplate[] = [...roundings, ...errors, ...ranges]
