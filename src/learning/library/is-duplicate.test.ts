import { describe, expect, test } from 'vitest'
import { CONTRADICTIONS, makeItem, WORDINGS } from '../../../test/fixtures/library-items.ts'
import { isDuplicate } from './is-duplicate.ts'
import type { LibraryItem } from './library-item.ts'

const near = Float32Array.of(1, 0)
const sentence = (text: string, fields: Partial<LibraryItem> = {}) =>
  makeItem({ cid: text, text, embedding: near, ...fields })

describe('isDuplicate', () => {
  test('the wordings of a fact are one, those of two facts are not', () => {
    for (const [fact, group] of WORDINGS.entries()) {
      for (const one of group) {
        for (const [other, wordings] of WORDINGS.entries()) {
          for (const each of wordings) expect(isDuplicate(one, each)).toBe(fact === other)
        }
      }
    }
  })

  test('a contradiction is never a duplicate, however near', () => {
    for (const [fact, against] of CONTRADICTIONS.entries()) {
      for (const one of WORDINGS[fact]!) expect(isDuplicate(one, against)).toBe(false)
    }
  })

  test.each([
    ['another tool', sentence('Write weight in grams.', { domain: 'parcel.track' })],
    ['another field', sentence('Write length in grams.')],
    ['a further field', sentence('Write weight in grams; write date as DD.MM.')],
    ['another number', sentence('Write weight in 5 grams.')],
    ['a prohibition', sentence('Never write weight in grams.')],
    [
      'a vector of another length',
      sentence('Give weight in grams.', { embedding: Float32Array.of(1) }),
    ],
    ['a zero vector', sentence('Give weight in grams.', { embedding: new Float32Array(2) })],
    ['a far vector', sentence('Give weight in grams.', { embedding: Float32Array.of(0, 1) })],
  ])('not with %s', (_, other) => {
    expect(isDuplicate(sentence('Write weight in grams.'), other)).toBe(false)
  })

  test('examples are the same only with the same answer', () => {
    const call = (input: string, output: string) =>
      makeItem({ cid: input, example: { input, output }, embedding: near })
    expect(isDuplicate(call('Ship 7 kg.', '{"w":7000}'), call('Ship 7 kg!', '{"w":7000}'))).toBe(
      true,
    )
    expect(isDuplicate(call('Ship 7 kg.', '{"w":7000}'), call('Ship 9 kg.', '{"w":9000}'))).toBe(
      false,
    )
    expect(isDuplicate(call('Ship 7 kg.', '{"w":7000}'), sentence('Ship 7 kg.'))).toBe(false)
  })
})
