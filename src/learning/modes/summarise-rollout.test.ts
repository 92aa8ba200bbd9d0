import { describe, expect, test } from 'vitest'
import { createStageModel } from '../../../test/fixtures/stage-model.ts'
import { toyGroup } from '../../../test/fixtures/toy-groups.ts'
import { PARCEL } from '../../../test/fixtures/toy-tools.ts'
import { SUMMARY_PROMPT_VERSION, summariseRollout } from './summarise-rollout.ts'

const [episode] = toyGroup(PARCEL, 4, [[{ weight: 4 }, { weight: 4000 }]]).episodes

/** One opening a version: what is shown needs a version and an entry of its own when it changes. */
const SHOWN: Readonly<Record<number, string>> = {
  1: [
    'Task: "Tool: parcel.ship(weight)"',
    'Request: "Do 4, please."',
    'Notes from earlier calls:',
    '- "Be quick."',
    'Calls of the agent, in order:',
    '1. {"weight":4} → refused: "weight: out of range (got 4)"',
    '2. {"weight":4000} → accepted',
    'Reward: 0.5',
  ].join('\n'),
}

describe('summariseRollout', () => {
  test('shows task, notes, calls with what came of them, and the reward', async () => {
    const { model, prompts } = createStageModel({ summary: 'It tried kilograms, then grams.' })
    await summariseRollout({ ...episode!, memory: [{ text: 'Be quick.' }] }, model)
    const [shown] = prompts('summary')[0]?.split('\n\n') ?? []
    expect(shown).toBe(SHOWN[SUMMARY_PROMPT_VERSION])
  })

  test('the account of the model stands on one line', async () => {
    const { model } = createStageModel({ summary: ' It tried kilograms,\n then grams. ' })
    expect(await summariseRollout(episode!, model)).toEqual({
      reward: '0.5',
      text: 'It tried kilograms, then grams.',
    })
  })

  test.each([
    ['empty', ' \n'],
    ['cut off', 'word '.repeat(300)],
  ])('an account that is %s gives way to the calls', async (_, summary) => {
    const { model } = createStageModel({ summary })
    const { text } = await summariseRollout(episode!, model)
    expect(text).toContain('1. {"weight":4} → refused')
    expect(text).toContain('2. {"weight":4000} → accepted')
  })

  test('what the model throws reaches the caller', async () => {
    const { model } = createStageModel({})
    await expect(summariseRollout(episode!, model)).toRejectDso('SCRIPT_EXHAUSTED')
  })
})
