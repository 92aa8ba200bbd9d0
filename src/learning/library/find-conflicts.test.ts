import { describe, expect, test } from 'vitest'
import { makeItem } from '../../../test/fixtures/library-items.ts'
import { findConflicts, withoutConflicts } from './find-conflicts.ts'

const say = (cid: string, text: string, wins = 3) => makeItem({ cid, text, wins })

describe('findConflicts', () => {
  test('different prescriptions for one field: the better proved one is used', () => {
    const items = [
      say('a', 'When calling parcel.ship, write weight in grams.', 2),
      say('b', 'When calling parcel.ship, write weight in kilograms.', 5),
      say('c', 'When calling parcel.ship, give the weight in pounds.', 1),
    ]
    expect(findConflicts(items)).toEqual([
      { domain: 'parcel.ship', subject: 'field:weight', used: 'b', setAside: ['a', 'c'] },
    ])
    expect(withoutConflicts(items).map(({ cid }) => cid)).toEqual(['b'])
  })

  test('advice under one condition conflicts where it speaks of the same thing', () => {
    const items = [
      say('a', 'When the total is odd, round to two decimals.'),
      say('b', 'When the total is odd, round to three decimals.', 4),
      say('c', 'When the total is odd, name the currency.'),
      say('d', 'When the total is odd, never name the currency.', 1),
    ]
    expect(findConflicts(items).flatMap(({ used, setAside }) => [used, ...setAside])).toEqual([
      'b',
      'a',
    ])
    expect(findConflicts(items.slice(2)).map(({ used }) => used)).toEqual(['c'])
  })

  test('two answers to one request conflict', () => {
    const call = (cid: string, output: string) =>
      makeItem({ cid, example: { input: 'Ship 7 kg.', output } })
    expect(
      findConflicts([call('a', '{"w":7}'), call('b', '{"w":7000}'), call('c', '{"w":7}')]),
    ).toEqual([{ domain: 'parcel.ship', subject: 'request', used: 'a', setAside: ['b'] }])
  })

  test.each([
    [
      'the same in more words',
      'When calling parcel.ship, write weight as a whole number in grams.',
    ],
    ['another field', 'When calling parcel.ship, write size in centimetres.'],
    ['another example', 'When calling parcel.ship, write weight in grams, e.g. 7000 for 7 kg.'],
  ])('not with %s', (_, text) => {
    const one = say('a', 'When calling parcel.ship, write weight in grams, e.g. 500.')
    expect(findConflicts([one, say('b', text)])).toEqual([])
  })

  test('not between tools', () => {
    const one = say('a', 'Write weight in grams.')
    const other = { ...say('b', 'Write weight in pounds.'), domain: 'parcel.track' }
    expect(findConflicts([one, other])).toEqual([])
  })
})
