import { describe, expect, test } from 'vitest'
import { createStageModel, type StageAnswers } from '../../../test/fixtures/stage-model.ts'
import { toyGroup } from '../../../test/fixtures/toy-groups.ts'
import { PARCEL, createToyAgent, toyTask } from '../../../test/fixtures/toy-tools.ts'
import { createScriptedModel } from '../../models/scripted/create-scripted-model.ts'
import type { CompletionRequest } from '../../protocol/ports.ts'
import { gatherEvidence } from '../gather-evidence.ts'
import { LEARNING_MODES } from './learning-mode.ts'
import { type TryModesOptions, tryModes } from './try-modes.ts'

const groups = [4, 5].map((value) =>
  toyGroup(PARCEL, value, [[{ weight: value }], [{ weight: value }, { weight: value * 1000 }]]),
)
const evidence = gatherEvidence(PARCEL.domain, groups)
const tasks = Array.from({ length: 5 }, (_, index) => toyTask(PARCEL, 30 + index))
const GOOD = 'When calling parcel.ship, write weight in grams, e.g. 72000 for 72 kg.'
const BAD = 'When calling parcel.ship, write weight in stones.'

/** An agent that heeds the true rule; each mode writes what the answers say. */
function createAgent(answers: StageAnswers, imitates = false) {
  const stages = createStageModel(answers)
  const agent = createToyAgent([PARCEL], { imitates })
  const tried: CompletionRequest[] = []
  const model = createScriptedModel({
    answer: async (request) => {
      const isCall = request.format.kind === 'object' && request.format.keys[0] === 'weight'
      if (!isCall) return (await stages.model.complete(request)).text
      tried.push(request)
      return agent(request)
    },
  })
  return { model, tried, stages }
}
const BLIND: StageAnswers = {
  lesson: ' in stones.',
  'best-worst': ' weight in stones.',
  summary: 'So it went.',
  critique: { operation1: 'add', lesson1: BAD },
  contrast: { lesson1: BAD },
}
const attempt = async (
  { model }: ReturnType<typeof createAgent>,
  options: Partial<TryModesOptions> = {},
) => {
  const given = { modes: LEARNING_MODES, tasks, threshold: 0.8, ...options }
  return await tryModes(evidence, groups, model, given)
}

describe('tryModes', () => {
  test('one mode alone: what it proposes is tried, and it is counted', async () => {
    const agent = createAgent({ ...BLIND, lesson: ' in grams, e.g. 72000 for 72 kg.' })
    const { best, counts } = await attempt(agent, { modes: ['contrast-pair'] })
    expect(best.gate).toMatchObject({ decision: 'accepted', chosen: { lessons: [GOOD] } })
    expect(best.proposals.mode).toBe('contrast-pair')
    expect(counts).toEqual([{ mode: 'contrast-pair', proposals: 1, accepted: 1, calls: 1 }])
  })

  test('the next mode is asked where nothing of the one before was proved', async () => {
    const agent = createAgent({ ...BLIND, critique: { operation1: 'add', lesson1: GOOD } })
    const { best, counts } = await attempt(agent)
    expect(best.proposals.mode).toBe('critique')
    expect(best.gate).toMatchObject({ decision: 'accepted', chosen: { lessons: [GOOD] } })
    expect(counts).toEqual([
      { mode: 'contrast-pair', proposals: 1, accepted: 0, calls: 1 },
      { mode: 'best-worst', proposals: 1, accepted: 0, calls: 2 },
      { mode: 'critique', proposals: 1, accepted: 1, calls: 6 },
    ])
    expect(agent.stages.asked('contrast')).toEqual([])
  })

  test('the given order holds', async () => {
    const agent = createAgent({ ...BLIND, contrast: { lesson1: GOOD } })
    const { counts } = await attempt(agent, { modes: ['stages', 'contrast-pair'] })
    expect(counts.map(({ mode }) => mode)).toEqual(['stages'])
  })

  test('what needs no mode is kept, but the other modes are asked', async () => {
    const agent = createAgent(BLIND, true)
    const { best, counts } = await attempt(agent)
    expect(counts.map(({ mode, accepted }) => [mode, accepted])).toEqual(
      LEARNING_MODES.map((mode) => [mode, 0]),
    )
    expect(best.proposals.mode).toBe('contrast-pair')
    expect(best.gate).toMatchObject({ decision: 'accepted', chosen: { form: 'example' } })
  })

  test('where an example solves as much, a lesson beside it is preferred', async () => {
    const agent = createAgent(
      { ...BLIND, 'best-worst': ' weight in grams, e.g. 72000 for 72 kg.' },
      true,
    )
    const { best } = await attempt(agent)
    expect(best.proposals.mode).toBe('best-worst')
    expect(best.gate).toMatchObject({ decision: 'accepted', chosen: { form: 'both' } })
  })

  test('a sentence about no parameter is proved like any other', async () => {
    const text = 'When shipping, write weight in grams, e.g. 72000 for 72 kg.'
    const agent = createAgent({ ...BLIND, contrast: { lesson1: text } })
    const { best, counts } = await attempt(agent, { modes: ['stages'] })
    expect(best.proposals).toMatchObject({ lessons: [], general: [text] })
    expect(best.gate).toMatchObject({ decision: 'accepted', chosen: { lessons: [text] } })
    expect(counts).toMatchObject([{ proposals: 1, accepted: 1 }])
  })

  test('no mode can help where everything is solved without', async () => {
    const agent = createAgent(BLIND)
    const knowing = { ...agent, model: { ...agent.model } }
    const easy = tasks.map((task) => ({
      ...task,
      verify: () => ({ success: true, fields: {}, message: '' }),
    }))
    const { best, counts } = await attempt(knowing, { tasks: easy })
    expect(best.gate).toMatchObject({ decision: 'refused', reason: 'nothing-to-gain' })
    expect(counts).toHaveLength(1)
  })

  test('the gate asks the same question once, however many modes there are', async () => {
    const agent = createAgent(BLIND)
    const { best } = await attempt(agent)
    expect(best.gate).toMatchObject({ decision: 'refused', reason: 'not-proved' })
    const asked = agent.tried.map(({ turns }) => JSON.stringify(turns))
    expect(new Set(asked).size).toBe(asked.length)
    // Without memory, the one wrong sentence, an example, both examples, the copied message.
    expect(asked).toHaveLength(5 * tasks.length)
  })

  test('several chances share the error of the sequential rule', async () => {
    const rule = { kind: 'sequential', error: 0.1, step: 1 } as const
    const many = Array.from({ length: 20 }, (_, index) => toyTask(PARCEL, 30 + index))
    const lesson = ' in grams, e.g. 72000 for 72 kg.'
    const trialsOf = async (modes: TryModesOptions['modes']) => {
      const { best } = await attempt(createAgent({ ...BLIND, lesson }), {
        modes,
        rule,
        tasks: many,
      })
      return best.gate.decision === 'accepted' ? best.gate.chosen.result.n : undefined
    }
    const alone = await trialsOf(['contrast-pair'])
    const amongFour = await trialsOf(LEARNING_MODES)
    expect(alone).toBeGreaterThan(0)
    expect(amongFour).toBeGreaterThan(alone!)
  })

  test('no mode at all is refused', async () => {
    await expect(attempt(createAgent(BLIND), { modes: [] })).toRejectDso('OPTION_INVALID')
  })
})
