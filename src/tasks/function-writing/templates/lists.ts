import { between, shuffle } from '../../common/draws.ts'
import { drawLetter, drawNumbers, drawText, drawWords } from './draw-inputs.ts'
import { type FunctionTemplate, template } from './template.ts'

const positions: readonly FunctionTemplate[] = [
  template('position', {
    name: 'firstAbove',
    parameters: ['numbers'],
    constants: (random) => [between(random, 3, 60)],
    task: ([limit]) => `the position of the first number above ${limit}; there is always one`,
    inputs: (random, [limit]) => {
      const others = drawNumbers(random, 5, -40, limit + 40)
      return [shuffle(random, [...others, limit + between(random, 41, 60)])]
    },
    core: (numbers, limit) => numbers.findIndex((number) => number > limit),
  }),
  template('position', {
    name: 'lastBelow',
    parameters: ['numbers'],
    constants: (random) => [between(random, 3, 60)],
    task: ([limit]) => `the position of the last number below ${limit}; there is always one`,
    inputs: (random, [limit]) => {
      const others = drawNumbers(random, 5, limit - 40, 120)
      return [shuffle(random, [...others, limit - between(random, 41, 60)])]
    },
    core: (numbers, limit) => numbers.findLastIndex((number) => number < limit),
  }),
  template('position', {
    name: 'firstMultiple',
    parameters: ['numbers'],
    constants: (random) => [between(random, 3, 29)],
    task: ([step]) => `the position of the first multiple of ${step}; there is always one`,
    inputs: (random, [step]) => {
      const others = drawNumbers(random, 6, 1, 99)
      return [shuffle(random, [...others, step * between(random, 5, 9)])]
    },
    core: (numbers, step) => numbers.findIndex((number) => number % step === 0),
  }),
  template('position', {
    name: 'lastLetter',
    parameters: ['text'],
    constants: (random) => [drawLetter(random)],
    task: ([letter]) => `the position of the last ${letter} in the text; there is always one`,
    inputs: (random, [letter]) => [`${letter}-${drawText(random)}`],
    core: (text, letter) => text.lastIndexOf(letter),
  }),
]

const orders: readonly FunctionTemplate[] = [
  template('order', {
    name: 'sortedAbove',
    parameters: ['numbers'],
    constants: (random) => [between(random, -30, 30)],
    task: ([limit]) => `an array of the numbers above ${limit}, in order`,
    inputs: (random) => [distinctFromZero(drawNumbers(random, 9))],
    core: (numbers, limit) => numbers.filter((number) => number > limit).sort((a, b) => a - b),
  }),
  template('order', {
    name: 'sortedPlus',
    parameters: ['numbers'],
    constants: (random) => [between(random, 61, 99)],
    task: ([added]) => `an array of all numbers plus ${added}, in order`,
    inputs: (random) => [drawNumbers(random, 6)],
    core: (numbers, added) => numbers.map((number) => number + added).sort((a, b) => a - b),
  }),
  template('order', {
    name: 'sortedRemainders',
    parameters: ['numbers'],
    constants: (random) => [between(random, 6, 40)],
    task: ([divisor]) =>
      `an array of the remainders of the numbers divided by ${divisor}, each remainder once, in order`,
    inputs: (random) => [drawNumbers(random, 7, 1, 200)],
    core: (numbers, divisor) =>
      [...new Set(numbers.map((number) => number % divisor))].sort((a, b) => a - b),
  }),
  template('order', {
    name: 'sortedWithout',
    parameters: ['numbers'],
    constants: (random) => [between(random, 2, 9), between(random, 11, 19)],
    task: ([one, other]) =>
      `an array of the numbers that are multiples neither of ${one} nor of ${other}, in order`,
    inputs: (random) => [distinctFromZero(drawNumbers(random, 9))],
    core: (numbers, one, other) =>
      numbers.filter((number) => number % one !== 0 && number % other !== 0).sort((a, b) => a - b),
  }),
]

/** Leaves out numbers whose opposite is there too, so that the distance from zero orders them. */
function distinctFromZero(numbers: readonly number[]): number[] {
  return numbers.filter((number) => number >= 0 || !numbers.includes(-number))
}

const shapes: readonly FunctionTemplate[] = [
  template('shape', {
    name: 'countLetter',
    parameters: ['text'],
    constants: (random) => [drawLetter(random), between(random, 1, 20)],
    task: ([letter, added]) => `how often the text holds the letter ${letter}, plus ${added}`,
    inputs: (random) => [drawText(random)],
    core: (text, letter, added) => text.split(letter).length - 1 + added,
  }),
  template('shape', {
    name: 'countAbove',
    parameters: ['numbers'],
    constants: (random) => [between(random, -30, 90)],
    task: ([limit]) => `how many numbers are above ${limit}`,
    inputs: (random) => [drawNumbers(random, between(random, 3, 9))],
    core: (numbers, limit) => numbers.filter((number) => number > limit).length,
  }),
  template('shape', {
    name: 'sumTimes',
    parameters: ['numbers'],
    constants: (random) => [between(random, 2, 60)],
    task: ([factor]) => `the sum of the numbers times ${factor}`,
    inputs: (random) => [drawNumbers(random, between(random, 2, 6))],
    core: (numbers, factor) => numbers.reduce((sum, number) => sum + number, 0) * factor,
  }),
  template('shape', {
    name: 'lengthBeyond',
    parameters: ['words'],
    constants: (random) => [between(random, 1, 40)],
    task: ([taken]) => `the number of letters of all words together, minus ${taken}`,
    inputs: (random) => [drawWords(random, between(random, 2, 5))],
    core: (words, taken) => words.join('').length - taken,
  }),
]

const shares: readonly FunctionTemplate[] = [
  template('share', {
    name: 'shareAbove',
    parameters: ['numbers'],
    constants: (random) => [between(random, -20, 80)],
    task: ([limit]) => `the share of numbers above ${limit}`,
    inputs: (random) => [drawNumbers(random, roundCount(between(random, 0, 2)))],
    core: (numbers, limit) => numbers.filter((number) => number > limit).length / numbers.length,
  }),
  template('share', {
    name: 'shareMultiples',
    parameters: ['numbers'],
    constants: (random) => [between(random, 2, 12)],
    task: ([step]) => `the share of multiples of ${step} among the numbers`,
    inputs: (random) => [drawNumbers(random, roundCount(between(random, 0, 2)), 1, 60)],
    core: (numbers, step) =>
      numbers.filter((number) => number % step === 0).length / numbers.length,
  }),
  template('share', {
    name: 'shareLonger',
    parameters: ['words'],
    constants: (random) => [between(random, 3, 8), drawLetter(random)],
    task: ([length, letter]) =>
      `the share of words that have more than ${length} letters or hold the letter ${letter}`,
    inputs: (random) => [drawWords(random, roundCount(between(random, 0, 2)))],
    core: (words, length, letter) =>
      words.filter((word) => word.length > length || word.includes(letter)).length / words.length,
  }),
  template('share', {
    name: 'shareBetween',
    parameters: ['numbers'],
    constants: (random) => [between(random, -30, 20), between(random, 40, 90)],
    task: ([low, high]) => `the share of numbers above ${low} and below ${high}`,
    inputs: (random) => [drawNumbers(random, roundCount(between(random, 0, 2)))],
    core: (numbers, low, high) =>
      numbers.filter((number) => number > low && number < high).length / numbers.length,
  }),
]

/** Counts by which every share is a whole number of percent. */
function roundCount(index: number): number {
  return [4, 5, 10][index] ?? 10
}

/** Functions of lists. */
export const LIST_TEMPLATES: readonly FunctionTemplate[] = [
  ...positions,
  ...orders,
  ...shapes,
  ...shares,
]
