import { describe, expect, test } from 'vitest'
import { type JudgedLesson, chooseUsable } from './share-lessons.ts'

const lesson = (score: number | undefined, hostile = false): JudgedLesson => ({
  domain: 'parcel.ship',
  memory: [{ text: 'When calling parcel.ship, write weight in grams.' }],
  hostile,
  refusal: undefined,
  score,
})

describe('chooseUsable', () => {
  test.each([
    { honest: 10, hostile: 0, score: 500, used: true },
    { honest: 10, hostile: 0, score: 499, used: false },
    { honest: 6, hostile: 4, score: 900, used: true },
    { honest: 5, hostile: 5, score: 900, used: false },
    { honest: 4, hostile: 6, score: 900, used: false },
  ])(
    'an honest lesson worth $score among $hostile adversaries of ten: $used',
    ({ honest, hostile, score, used }) => {
      const chosen = chooseUsable([lesson(score)], { honest, hostile, useFrom: 500 })
      expect(chosen.length === 1).toBe(used)
    },
  )

  test('what fails the reader’s own trial is not used, whoever votes for it', () => {
    const all = { honest: 1, hostile: 9, useFrom: 500 }
    expect(chooseUsable([lesson(200, true)], all)).toEqual([])
  })

  test('what was not tried is not used', () => {
    const nobody = { honest: 10, hostile: 0, useFrom: 500 }
    expect(chooseUsable([lesson(undefined)], nobody)).toEqual([])
  })
})
