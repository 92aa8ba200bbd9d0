import { describe, expect, test } from 'vitest'
import { createStageModel } from '../../../test/fixtures/stage-model.ts'
import { toyGroup } from '../../../test/fixtures/toy-groups.ts'
import { PARCEL } from '../../../test/fixtures/toy-tools.ts'
import { gatherEvidence } from '../gather-evidence.ts'
import { proposeLessons } from '../propose-lessons.ts'
import { EMPTY_DRAFT, applyDraft } from './apply-draft.ts'
import { LEARNING_MODES } from './learning-mode.ts'
import { proposeInMode } from './propose-in-mode.ts'

const domain = PARCEL.domain
const groups = [
  toyGroup(PARCEL, 4, [[{ weight: 4 }], [{ weight: 4 }, { weight: 4000 }]]),
  toyGroup(PARCEL, 5, [[{ weight: 5 }], [{ weight: 5000 }]]),
]
const RULE = 'When calling parcel.ship, write weight in grams.'
const says = () =>
  createStageModel({
    lesson: ' in grams.',
    'best-worst': ' weight in grams.',
    summary: 'So it went.',
    contrast: { lesson1: RULE },
    critique: { operation1: 'add', lesson1: RULE },
  })

describe('proposeInMode', () => {
  test.each(LEARNING_MODES)('%s ends in lessons by parameter', async (mode) => {
    const { model, calls } = says()
    const proposals = await proposeInMode(mode, { domain, groups }, model)
    expect(proposals.lessons.map(({ field, text }) => [field, text])).toEqual([['weight', RULE]])
    expect(proposals).toMatchObject({ mode, general: [], refused: [], calls: calls() })
    expect(proposals.operations).toEqual([{ op: 'add', text: RULE }])
  })

  test('modes cost what they ask', async () => {
    const spent = await Promise.all(
      LEARNING_MODES.map(
        async (mode) => (await proposeInMode(mode, { domain, groups }, says().model)).calls,
      ),
    )
    expect(spent).toEqual([1, 2, 6, 6])
  })

  test('the contrast pair asks as it ever did', async () => {
    const [direct, through] = [says(), says()]
    await proposeLessons(gatherEvidence(domain, groups), direct.model)
    await proposeInMode('contrast-pair', { domain, groups }, through.model)
    expect(through.asked('lesson')).toEqual(direct.asked('lesson'))
    expect(through.calls()).toBe(direct.calls())
  })

  test('steps on the library are handed on, its lessons are not proposed again', async () => {
    const library = applyDraft(EMPTY_DRAFT, [{ op: 'add', text: 'When a, do b.' }])
    const { model } = createStageModel({
      summary: 'So it went.',
      contrast: { lesson1: RULE },
      place: { operation1: 'delete', id1: 'G0' },
    })
    const proposals = await proposeInMode('stages', { domain, groups, library }, model)
    expect(proposals.operations).toEqual([{ op: 'delete', cid: library.lessons[0]?.cid }])
    expect(proposals.lessons).toEqual([])
  })
})
