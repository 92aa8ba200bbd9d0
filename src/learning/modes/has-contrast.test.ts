import { expect, test } from 'vitest'
import { playedGroup, toyGroup } from '../../../test/fixtures/toy-groups.ts'
import { PARCEL, toyTask } from '../../../test/fixtures/toy-tools.ts'
import { hasContrast } from './has-contrast.ts'

const [bad, good] = [{ weight: 4 }, { weight: 4000 }]

test.each([
  ['rollouts that differ', [[good], [bad]], true],
  ['one rollout that was refused first', [[bad, good]], true],
  [
    'equal rewards that came after a refusal',
    [
      [bad, good],
      [bad, good],
    ],
    true,
  ],
  ['accepted calls alone', [[good], [good]], false],
  ['refused calls alone', [[bad], [bad, bad]], false],
  ['no rollout', [], false],
])('%s: %j', (_, episodes, expected) => {
  expect(hasContrast(toyGroup(PARCEL, 4, episodes))).toBe(expected)
})

test('what nobody judged is no failure', () => {
  const verdict = { success: false, fields: {}, message: '' }
  const unjudged = { answer: 'so', verdict: { ...verdict, unjudged: true as const } }
  const accepted = { answer: '{"weight":4000}', verdict: { ...verdict, success: true } }
  const task = toyTask(PARCEL, 4)
  expect(hasContrast(playedGroup(task, [[unjudged], [accepted]]))).toBe(false)
  expect(hasContrast(playedGroup(task, [[{ ...unjudged, verdict }], [accepted]]))).toBe(true)
})
