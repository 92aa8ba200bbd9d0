import { expect, test } from 'vitest'
import { playedGroup, toyGroup } from '../../../test/fixtures/toy-groups.ts'
import { PARCEL, toyTask } from '../../../test/fixtures/toy-tools.ts'
import type { Episode } from '../run-episode.ts'
import { describeCalls, describeReward, describeTask } from './describe-attempts.ts'
import { quoteAnswer, quoteText } from './quote-text.ts'

const task = toyTask(PARCEL, 4)
const episodeOf = (answer: string, verdict: Partial<Episode['attempts'][number]['verdict']>) => {
  const whole = { success: false, fields: {}, message: '', ...verdict }
  return playedGroup(task, [[{ answer, verdict: whole }]]).episodes[0]!
}

test('a task is described by what its domain shares, then by its request, both quoted', () => {
  expect(describeTask(task)).toBe('Task: "Tool: parcel.ship(weight)"\nRequest: "Do 4, please."')
})

test('every call stands on a line with what came of it', () => {
  const [episode] = toyGroup(PARCEL, 4, [[{ weight: 4 }, { weight: 4000 }]]).episodes
  expect(describeCalls(episode!)).toBe(
    '1. {"weight":4} → refused: "weight: out of range (got 4)"\n2. {"weight":4000} → accepted',
  )
  expect(describeReward(episode!)).toBe('0.5')
})

test('what nobody judged is said to be so, and its reward is unknown', () => {
  const episode = episodeOf('yes', { unjudged: true })
  expect(describeCalls(episode)).toBe('1. "yes" → not judged')
  expect(describeReward(episode)).toBe('unknown')
})

test('a refusal without a word is just refused', () => {
  expect(describeCalls(episodeOf('{ "weight": 4 }', {}))).toBe('1. {"weight":4} → refused')
})

test('endless texts are cut, deep ones quoted', () => {
  expect(quoteText('x'.repeat(5000))).toHaveLength(1000 + '"…"'.length)
  expect(quoteAnswer(`{"a":"${'x'.repeat(5000)}"}`).startsWith('"{')).toBe(true)
  expect(quoteAnswer('['.repeat(900) + ']'.repeat(90))).toMatch(/^"\[+\]+"$/)
})
