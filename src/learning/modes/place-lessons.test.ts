import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { createStageModel } from '../../../test/fixtures/stage-model.ts'
import type { DraftLesson } from './apply-draft.ts'
import { PLACE_PROMPT_VERSION, placeLessons } from './place-lessons.ts'

const known: DraftLesson[] = [
  { cid: 'cid-0', text: 'When a, do b.' },
  { cid: 'cid-1', example: { input: 'Do 7.', output: '{ "weight": 7000 }' } },
]
const sentences = ['When c, do d.', 'When e, do f.']
const additions = sentences.map((text) => ({ op: 'add', text }))

/** One opening a version. */
const SHOWN: Readonly<Record<number, string>> = {
  1: [
    'Lessons that are known:',
    '[G0] "When a, do b."',
    '[G1] (request "Do 7." was accepted with {"weight":7000})',
    'New lessons:',
    '1. "When c, do d."',
    '2. "When e, do f."',
  ].join('\n'),
}

describe('placeLessons', () => {
  test('shows what is known under short names, and the new lessons', async () => {
    const { model, prompts } = createStageModel({ place: {} })
    await placeLessons(sentences, known, model)
    expect(prompts('place')[0]?.split('\n\n')[0]).toBe(SHOWN[PLACE_PROMPT_VERSION])
  })

  test('does with each lesson what was decided', async () => {
    const place = {
      operation1: 'update',
      id1: 'G0',
      lesson1: 'When a or c, do d.',
      operation2: 'keep',
      id2: 'G1',
      lesson2: '',
    }
    const { model } = createStageModel({ place })
    expect(await placeLessons(sentences, known, model)).toEqual({
      operations: [
        { op: 'update', from: 'cid-0', text: 'When a or c, do d.' },
        { op: 'keep', cid: 'cid-1' },
      ],
      skipped: 0,
    })
  })

  test('an update without words takes the lesson itself', async () => {
    const { model } = createStageModel({ place: { operation1: 'update', id1: 'G0' } })
    const { operations } = await placeLessons(['When c, do d.'], known, model)
    expect(operations).toEqual([{ op: 'update', from: 'cid-0', text: 'When c, do d.' }])
  })

  test.each([[[], known] as const, [sentences, []] as const])(
    'nothing new or nothing known: no call',
    async (said, library) => {
      const { model, calls } = createStageModel({})
      const { operations } = await placeLessons(said, library, model)
      expect(operations).toEqual(said.length === 0 ? [] : additions)
      expect(calls()).toBe(0)
    },
  )

  test.each([{}, { operation1: 'delete', id1: 'G9' }, { operation1: 'none' }])(
    'a decision that cannot be read makes its lesson an addition: %j',
    async (place) => {
      const { model } = createStageModel({ place })
      expect((await placeLessons(sentences, known, model)).operations).toEqual(additions)
    },
  )

  test.prop([fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })], { numRuns: 300 })(
    'random decisions lose no lesson',
    async (operation1, lesson2) => {
      const place = { operation1, id1: 'G5', lesson1: '', operation2: 'fly', id2: '', lesson2 }
      const { model } = createStageModel({ place })
      expect((await placeLessons(sentences, known, model)).operations).toEqual(additions)
    },
  )
})
