import type { Teaching } from '../common/grades.ts'

/** A convention about how a count is written. */
export interface AnswerForm {
  teaching: Teaching
  /** What is expected, to stand after "expected " or "as ". */
  words: string
  /** A value of the form that no request asks for. */
  example: string
  write(value: number, unit: string): string | number
}

const group = (value: number, mark: string): string =>
  String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, mark)

/** Ways to write a count. */
export const COUNT_FORMS: readonly AnswerForm[] = [
  { teaching: 'guessable', words: 'the bare number', example: '7001', write: (value) => value },
  {
    teaching: 'single',
    words: 'the number and the word for what is counted',
    example: '7001 zebras',
    write: (value, unit) => `${value} ${unit}`,
  },
  {
    teaching: 'single',
    words: 'four digits with zeros in front',
    example: '0091',
    write: (value) => String(value).padStart(4, '0'),
  },
  {
    teaching: 'single',
    words: 'the word for what is counted, an equals sign and the number, without blanks',
    example: 'zebras=7001',
    write: (value, unit) => `${unit}=${value}`,
  },
  {
    teaching: 'single',
    words: 'the number in square brackets',
    example: '[7001]',
    write: (value) => `[${value}]`,
  },
  {
    teaching: 'single',
    words: 'the number with a hash in front',
    example: '#7001',
    write: (value) => `#${value}`,
  },
]

/** Ways to write numbers above a thousand. */
export const LARGE_FORMS: readonly AnswerForm[] = [
  {
    teaching: 'single',
    words: 'the number with a blank before the last three digits',
    example: '95 001',
    write: (value) => group(value, ' '),
  },
  {
    teaching: 'single',
    words: 'the number with a dot before the last three digits',
    example: '95.001',
    write: (value) => group(value, '.'),
  },
  {
    teaching: 'single',
    words: 'the number with a comma before the last three digits',
    example: '95,001',
    write: (value) => group(value, ','),
  },
]

/** Ways to write an amount of money, given in cents. */
export const MONEY_FORMS: readonly AnswerForm[] = [
  {
    teaching: 'single',
    words: 'the number of cents',
    example: '700150',
    write: (cents) => cents,
  },
  {
    teaching: 'guessable',
    words: 'a dollar sign and the amount with two decimals',
    example: '$7001.50',
    write: (cents) => `$${(cents / 100).toFixed(2)}`,
  },
  {
    teaching: 'single',
    words: 'the amount with a decimal comma and USD behind it',
    example: '7001,50 USD',
    write: (cents) => `${(cents / 100).toFixed(2).replace('.', ',')} USD`,
  },
]
