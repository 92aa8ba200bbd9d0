import { between } from '../../common/draws.ts'
import { drawLetter, drawNumbers, drawText, drawWord, drawWords } from './draw-inputs.ts'
import { type FunctionTemplate, template } from './template.ts'

const letters: readonly FunctionTemplate[] = [
  template('letters', {
    name: 'withEnding',
    parameters: ['text'],
    constants: (random) => [drawWord(random), between(random, 1, 60)],
    task: ([ending, number]) => `the text, a hyphen and ${ending}${number}`,
    inputs: (random) => [drawText(random)],
    core: (text, ending, number) => `${text}-${ending}${number}`,
  }),
  template('letters', {
    name: 'firstLetters',
    parameters: ['text'],
    constants: (random) => [between(random, 2, 11)],
    task: ([count]) => `the first ${count} letters of the text`,
    inputs: (random) => [drawText(random)],
    core: (text, count) => text.slice(0, count),
  }),
  template('letters', {
    name: 'repeatWord',
    parameters: ['word'],
    constants: (random) => [between(random, 2, 5), drawLetter(random)],
    task: ([count, mark]) => `the word ${count} times with the letter ${mark} between`,
    inputs: (random) => [drawWord(random)],
    core: (word, count, mark) => Array.from({ length: count }, () => word).join(mark),
  }),
  template('letters', {
    name: 'greet',
    parameters: ['name'],
    constants: (random) => [drawWord(random), between(random, 1, 60)],
    task: ([word, number]) => `${word}, a space, the name and the number ${number}`,
    inputs: (random) => [drawWord(random)],
    core: (name, word, number) => `${word} ${name}${number}`,
  }),
]

const joinings: readonly FunctionTemplate[] = [
  template('joining', {
    name: 'joinAbove',
    parameters: ['numbers'],
    constants: (random) => [between(random, -20, 60)],
    task: ([limit]) => `one text of the numbers above ${limit}, joined`,
    inputs: (random) => [drawNumbers(random, 8)],
    core: (numbers, limit) => numbers.filter((number) => number > limit).map(String),
  }),
  template('joining', {
    name: 'joinTimes',
    parameters: ['numbers'],
    constants: (random) => [between(random, 2, 60)],
    task: ([factor]) => `one text of all numbers times ${factor}, joined`,
    inputs: (random) => [drawNumbers(random, between(random, 2, 5))],
    core: (numbers, factor) => numbers.map((number) => String(number * factor)),
  }),
  template('joining', {
    name: 'joinMarked',
    parameters: ['words'],
    constants: (random) => [drawLetter(random), between(random, 1, 60)],
    task: ([letter, number]) =>
      `one text of all words, each followed by ${letter}${number}, joined`,
    inputs: (random) => [drawWords(random, between(random, 2, 4))],
    core: (words, letter, number) => words.map((word) => `${word}${letter}${number}`),
  }),
  template('joining', {
    name: 'joinLonger',
    parameters: ['words'],
    constants: (random) => [between(random, 3, 6), drawLetter(random)],
    task: ([length, letter]) =>
      `one text of the words with more than ${length} letters or with the letter ${letter}, joined`,
    inputs: (random) => [drawWords(random, 7)],
    core: (words, length, letter) =>
      words.filter((word) => word.length > length || word.includes(letter)),
  }),
]

const passings: readonly FunctionTemplate[] = [
  template('arguments', {
    name: 'repeatText',
    parameters: ['text', 'count'],
    constants: (random) => [drawLetter(random), between(random, 1, 60)],
    task: ([letter, number]) => `the text repeated count times, then ${letter}${number}`,
    inputs: (random) => [drawWord(random), between(random, 1, 4)],
    core: (text, count, letter, number) => `${text.repeat(count)}${letter}${number}`,
  }),
  template('arguments', {
    name: 'takeAbove',
    parameters: ['numbers', 'count'],
    constants: (random) => [between(random, -40, 40)],
    task: ([limit]) => `an array of the first count numbers that are above ${limit}`,
    inputs: (random) => [drawNumbers(random, 8), between(random, 1, 4)],
    core: (numbers, count, limit) => numbers.filter((number) => number > limit).slice(0, count),
  }),
  template('arguments', {
    name: 'reduceBy',
    parameters: ['total', 'steps'],
    constants: (random) => [between(random, 2, 60)],
    task: ([step]) => `the total minus steps times ${step}`,
    inputs: (random) => [between(random, 200, 900), between(random, 2, 9)],
    core: (total, steps, step) => total - steps * step,
  }),
  template('arguments', {
    name: 'holdsWord',
    parameters: ['words', 'word'],
    constants: (random) => [between(random, 2, 30), between(random, 31, 60)],
    task: ([yes, no]) => `${yes} when the words hold the word, ${no} otherwise`,
    inputs: (random) => {
      const words = drawWords(random, 4)
      return [words, random.integer(2) === 0 ? drawWord(random) : (words[1] ?? '')]
    },
    core: (words, word, yes, no) => (words.includes(word) ? yes : no),
  }),
]

/** Functions of texts, and functions of two arguments. */
export const TEXT_TEMPLATES: readonly FunctionTemplate[] = [...letters, ...joinings, ...passings]
