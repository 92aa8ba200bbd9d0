import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { countUtf8Bytes } from '../../protocol/encoding/count-utf8-bytes.ts'
import type { ProposedLesson } from '../propose-lessons.ts'
import { mergeLessons } from './merge-lessons.ts'

const domain = 'parcel.ship'
const lesson = (field: string, strategy: string): ProposedLesson => ({
  field,
  mode: 'contrast-pair',
  text: `When calling ${domain}, write ${field} ${strategy}.`,
})
const words = (count: number, word = 'so') => Array.from({ length: count }, () => word).join(' ')
const strategies = fc
  .array(fc.stringMatching(/^[a-zé€]{1,20}$/), { minLength: 1, maxLength: 27 })
  .map((parts) => parts.join(' '))
  .filter((text) => countUtf8Bytes(text) < 360)

describe('mergeLessons', () => {
  test('joins the strategies under one condition', () => {
    expect(
      mergeLessons(domain, [
        lesson('weight', 'in grams'),
        lesson('country', 'as FRA'),
        lesson('date', 'as DD.MM.'),
      ]),
    ).toEqual([
      {
        text: 'When calling parcel.ship, write weight in grams; write country as FRA; write date as DD.MM..',
      },
    ])
  })

  test('leaves a single sentence as it is, and nothing as nothing', () => {
    const only = lesson('weight', 'in grams')
    expect(mergeLessons(domain, [only])).toEqual([{ text: only.text }])
    expect(mergeLessons(domain, [])).toEqual([])
  })

  test('fills 32 words and begins a new sentence at the next', () => {
    // Five words open the first sentence, two more each strategy after it.
    const first = lesson('weight', words(10))
    expect(mergeLessons(domain, [first, lesson('country', words(15))])).toHaveLength(1)
    expect(mergeLessons(domain, [first, lesson('country', words(16))])).toEqual([
      { text: first.text },
      { text: lesson('country', words(16)).text },
    ])
  })

  test('begins a new sentence above 400 bytes', () => {
    const long = (field: string) => lesson(field, words(8, 'x'.repeat(22)))
    expect(mergeLessons(domain, [long('weight'), long('country')])).toHaveLength(2)
  })

  test.prop([fc.array(strategies, { maxLength: 5 })])(
    'keeps every strategy, in order, within the limits',
    (texts) => {
      const lessons = texts.map((strategy, index) => lesson(`f${index}`, strategy))
      const merged = mergeLessons(domain, lessons).map(({ text }) => text ?? '')
      const parts = lessons.map(({ field }, index) => `write ${field} ${texts[index]}`)
      const found = merged.join(' ').match(/write f\d (?:(?! When calling)[^;.])*/g) ?? []
      expect(found).toEqual(parts)
      for (const text of merged) {
        expect(text.split(' ').length).toBeLessThanOrEqual(32)
        expect(countUtf8Bytes(text)).toBeLessThanOrEqual(400)
        expect(text).toMatch(/^When calling parcel\.ship, write f\d .*[^.]\.$/)
      }
    },
  )
})
