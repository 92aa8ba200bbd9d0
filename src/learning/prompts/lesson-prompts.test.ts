import { describe, expect, test } from 'vitest'
import { contrastPairPrompt, lessonOpening, workingCallsPrompt } from './lesson-prompts.ts'

const target = { domain: 'parcel.ship', signature: 'parcel.ship(weight)', field: 'weight' }
const worked = [5, 6].map((kilograms) => ({
  input: `Ship ${kilograms} kg.`,
  output: `{"weight":${kilograms}000}`,
}))
const refused = [
  { input: 'Ship 4 kg.', output: '{"weight":4}', message: 'weight: out of range (got 4)' },
]

describe('contrastPairPrompt', () => {
  const request = contrastPairPrompt(target, refused, worked)

  test('ends with what was refused, why, and what worked', () => {
    expect(request.turns.at(-1)).toEqual({
      role: 'user',
      text: [
        'Tool: parcel.ship(weight)',
        'Failed: request "Ship 4 kg." call {"weight":4} error: weight: out of range (got 4)',
        'Worked: request "Ship 5 kg." call {"weight":5000}',
        'Worked: request "Ship 6 kg." call {"weight":6000}',
      ].join('\n'),
    })
  })
})

describe('workingCallsPrompt', () => {
  const request = workingCallsPrompt(target, worked)

  test('shows working calls only', () => {
    expect(request.turns.at(-1)?.text).toBe(
      [
        'Tool: parcel.ship(weight)',
        'Worked: request "Ship 5 kg." call {"weight":5000}',
        'Worked: request "Ship 6 kg." call {"weight":6000}',
      ].join('\n'),
    )
    expect(request.turns.every(({ text }) => !text.includes('Failed:'))).toBe(true)
  })
})

describe.each([
  ['contrastPairPrompt', contrastPairPrompt(target, refused, worked)],
  ['workingCallsPrompt', workingCallsPrompt(target, worked)],
])('%s', (_, request) => {
  test('is greedy, opens the answer and stops at the end of its line', () => {
    expect(request.format).toEqual({ kind: 'text', prefill: lessonOpening(target), stop: ['\n'] })
    expect(request.temperature).toBe(0)
  })

  test('shows answered shots in which nothing of the target occurs', () => {
    const shots = request.turns.slice(0, -1)
    expect(shots.map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant'])
    for (const { role, text } of shots) {
      expect(text).not.toMatch(/parcel|weight/)
      expect(text).toMatch(role === 'user' ? /^Tool: / : /^When calling \S+, write \S+ .+\.$/)
    }
  })
})

test('every lesson opens with tool and parameter', () => {
  expect(lessonOpening(target)).toBe('When calling parcel.ship, write weight')
})
