import { expect, test } from 'vitest'
import { copiesFailure, withoutExample } from './copied-example.ts'

const call = (weight: unknown) => ({ input: 'Ship.', output: JSON.stringify({ weight, other: 7 }) })
const evidence = {
  field: 'weight',
  refused: [
    { ...call(55), message: '' },
    { ...call('x y'), message: '' },
    { ...call(4000), message: '' },
  ],
  worked: [call(4000)],
}

test.each([
  ['in grams, e.g. 55 for 5 kg.', true],
  ['in grams, e.g. "55".', true],
  ['as words, e.g. x y if asked.', true],
  ['in grams, e.g. 4000 for 4 kg.', false],
  ['in grams, e.g. 72000 for 72 kg.', false],
  ['in grams, e.g. 7 for 7 kg.', false],
  ['in grams.', false],
])('"%s" copies a failure: %s', (text, expected) => {
  expect(copiesFailure(text, evidence)).toBe(expected)
})

test.each([
  ['Write weight in grams, e.g. 55 for 5 kg.', 'Write weight in grams.'],
  ['Write weight in grams (e.g. 55).', 'Write weight in grams.'],
])('of "%s" the rule is "%s"', (text, rule) => {
  expect(withoutExample(text)).toBe(rule)
})
