import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { createStageModel } from '../../../test/fixtures/stage-model.ts'
import { toyGroup } from '../../../test/fixtures/toy-groups.ts'
import { PARCEL } from '../../../test/fixtures/toy-tools.ts'
import { findContentRefusal } from '../../protocol/experience/find-content-refusal.ts'
import { CONTRAST_PROMPT_VERSION, contrastGroup } from './contrast-group.ts'

const group = toyGroup(PARCEL, 4, [[{ weight: 4000 }], [{ weight: 4 }], [{ weight: 40 }]])
const summaries = [
  { reward: '1', text: 'Wrote grams.' },
  { reward: '0', text: 'Wrote "kilograms".' },
  { reward: '0', text: 'Guessed.' },
]

/** One opening a version. */
const SHOWN: Readonly<Record<number, string>> = {
  1: [
    'Task: "Tool: parcel.ship(weight)"',
    'Request: "Do 4, please."',
    'Attempt 1, reward 1: "Wrote grams."',
    'Attempt 2, reward 0: "Wrote \\"kilograms\\"."',
    'Attempt 3, reward 0: "Guessed."',
  ].join('\n'),
}

describe('contrastGroup', () => {
  test('shows every attempt, and leaves room to think before the lessons', async () => {
    const { model, asked, prompts } = createStageModel({ contrast: {} })
    await contrastGroup(group, summaries, model)
    expect(prompts('contrast')[0]?.split('\n\n')[0]).toBe(SHOWN[CONTRAST_PROMPT_VERSION])
    expect(asked('contrast')[0]?.format).toEqual({
      kind: 'object',
      keys: ['analysis', 'lesson1', 'lesson2'],
    })
    expect(asked('contrast')[0]?.temperature).toBe(0)
  })

  test('what it answers are sentences, as many as were asked for, each once', async () => {
    const contrast = { analysis: 'so', lesson1: 'When a, do b', lesson2: 'When a, do b.' }
    const { model } = createStageModel({ contrast })
    expect(await contrastGroup(group, summaries, model)).toEqual(['When a, do b.'])
    expect(await contrastGroup(group, summaries, model, { maxLessons: 1 })).toHaveLength(1)
  })

  test('a group without a contrast costs no call', async () => {
    const { model, calls } = createStageModel({})
    expect(await contrastGroup(toyGroup(PARCEL, 4, [[{ weight: 4 }]]), [], model)).toEqual([])
    expect(calls()).toBe(0)
  })

  test.each([0, 9, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    '%d lessons are refused',
    async (maxLessons) => {
      const { model } = createStageModel({ contrast: {} })
      await expect(contrastGroup(group, summaries, model, { maxLessons })).toRejectDso(
        'OPTION_INVALID',
      )
    },
  )

  test.prop([fc.oneof(fc.string({ unit: 'binary' }), fc.json())], { numRuns: 300, seed: 5 })(
    'whatever is answered, what comes out may enter a prompt',
    async (said) => {
      const { model } = createStageModel({ contrast: { lesson1: said, lesson2: 7 } })
      const sentences = await contrastGroup(group, summaries, model)
      for (const text of sentences) expect(findContentRefusal({ text })).toBeUndefined()
    },
  )
})
