import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { contradict, readPrescriptions } from './read-prescriptions.ts'

const read = (text: string) =>
  readPrescriptions(text, 'parcel.ship').map(
    ({ subject, words, negated }) => `${subject}${negated ? ' !' : ''} {${[...words].join(' ')}}`,
  )

describe('readPrescriptions', () => {
  test.each([
    ['When calling parcel.ship, write weight in grams.', ['field:weight {gram}']],
    ['Give the weight in grams when calling parcel.ship.', ['field:weight {gram}']],
    ['The weight must be given in grams.', ['field:weight {gram}']],
    [
      'When calling parcel.ship, write weight in grams; write date as DD.MM.YYYY, e.g. 03.05.2026; write to as FRA.',
      ['field:weight {gram}', 'field:date {dd.mm.yyyy}', 'field:to {fra}'],
    ],
    ['Never write guest with a title.', ['field:guest ! {title}']],
    ['When the total is odd, round to two decimals.', ['when:odd total {round two decimal}']],
    ['Check the address.', ['when: {check address}']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test.prop([fc.string({ unit: 'binary', maxLength: 400 }), fc.string()])(
    'any text is read, and nothing contradicts itself',
    (text, domain) => {
      for (const each of readPrescriptions(text, domain)) expect(contradict(each, each)).toBe(false)
    },
  )
})
