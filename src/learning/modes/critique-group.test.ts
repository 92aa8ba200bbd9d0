import { describe, expect, test } from 'vitest'
import { createStageModel } from '../../../test/fixtures/stage-model.ts'
import { toyGroup } from '../../../test/fixtures/toy-groups.ts'
import { PARCEL } from '../../../test/fixtures/toy-tools.ts'
import { CRITIQUE_PROMPT_VERSION, critiqueGroup } from './critique-group.ts'

const group = toyGroup(PARCEL, 4, [[{ weight: 4000 }], [{ weight: 4 }]])
const summaries = [
  { reward: '1', text: 'Wrote grams.' },
  { reward: '0', text: 'Wrote kilograms.' },
]
const known = [{ cid: 'cid-0', text: 'When a, do b.' }]

/** One opening a version. */
const SHOWN: Readonly<Record<number, string>> = {
  1: [
    'Lessons that are known:',
    '[G0] "When a, do b."',
    'Task: "Tool: parcel.ship(weight)"',
    'Request: "Do 4, please."',
    'Attempt 1, reward 1: "Wrote grams."',
    'Attempt 2, reward 0: "Wrote kilograms."',
  ].join('\n'),
}

describe('critiqueGroup', () => {
  test('shows the library and every attempt in one call', async () => {
    const { model, asked, prompts } = createStageModel({ critique: {} })
    await critiqueGroup(group, summaries, known, model)
    expect(prompts('critique')[0]?.split('\n\n')[0]).toBe(SHOWN[CRITIQUE_PROMPT_VERSION])
    expect(asked('critique')[0]?.format).toEqual({
      kind: 'object',
      keys: ['analysis', 'operation1', 'id1', 'lesson1'],
    })
  })

  test.each([
    ['add', '', { op: 'add', text: 'When c, do d.' }],
    ['modify', 'G0', { op: 'update', from: 'cid-0', text: 'When c, do d.' }],
    ['modify', 'G7', { op: 'add', text: 'When c, do d.' }],
  ])('%s %s', async (operation1, id1, step) => {
    const critique = { operation1, id1, lesson1: 'When c, do d.' }
    const { model } = createStageModel({ critique })
    expect(await critiqueGroup(group, summaries, known, model)).toEqual({
      operations: [step],
      skipped: 0,
    })
  })

  test.each([
    ['a deletion', { operation1: 'delete', id1: 'G0' }, 1],
    ['what cannot be read', { operation1: 'fly', id1: 'G0', lesson1: 'x' }, 1],
    ['nothing', {}, 0],
  ])('%s changes nothing', async (_, critique, skipped) => {
    const { model } = createStageModel({ critique })
    expect(await critiqueGroup(group, summaries, known, model)).toEqual({ operations: [], skipped })
  })

  test('a group without a contrast costs no call, and nonsense is refused', async () => {
    const { model, calls } = createStageModel({ critique: {} })
    const equal = toyGroup(PARCEL, 4, [[{ weight: 4 }]])
    expect((await critiqueGroup(equal, [], known, model)).operations).toEqual([])
    expect(calls()).toBe(0)
    const options = { maxOperations: 0 }
    await expect(critiqueGroup(group, summaries, known, model, options)).toRejectDso(
      'OPTION_INVALID',
    )
  })
})
