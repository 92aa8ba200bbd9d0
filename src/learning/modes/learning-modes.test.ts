import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  SLOT_BREAK,
  SLOT_FORBIDDEN,
  createSlotAttacks,
} from '../../../test/fixtures/slot-attacks.ts'
import { createStageModel } from '../../../test/fixtures/stage-model.ts'
import { playedGroup, toyGroup } from '../../../test/fixtures/toy-groups.ts'
import { PARCEL, toyTask } from '../../../test/fixtures/toy-tools.ts'
import type { LanguageModel } from '../../protocol/ports.ts'
import { EMPTY_DRAFT, applyDraft } from './apply-draft.ts'
import { learnByCritique } from './learn-by-critique.ts'
import { learnFromBestWorst } from './learn-from-best-worst.ts'
import { learnInStages } from './learn-in-stages.ts'
import type { ModeInput, ModeOutcome } from './learning-mode.ts'
import { slotKeys } from './operation-slots.ts'

const mixed = (value: number) =>
  toyGroup(PARCEL, value, [[{ weight: value }], [{ weight: value }, { weight: value * 1000 }]])
const hopeless = toyGroup(PARCEL, 9, [[{ weight: 9 }], [{ weight: 90 }]])
const groups = [mixed(4), hopeless, mixed(5)]
const RULE = 'When calling parcel.ship, write weight in grams.'
const library = applyDraft(EMPTY_DRAFT, [
  { op: 'add', text: 'When a, do b.' },
  { op: 'add', text: 'When c, do d.' },
])
const textsOf = (outcome: ModeOutcome) => outcome.library.lessons.map(({ text }) => text)

describe('learnInStages', () => {
  const contrast = { lesson1: RULE }

  test('summarises, contrasts, and adds what is new: no more calls than rollouts + 2 groups + 1', async () => {
    const { model, asked, calls } = createStageModel({ summary: 'So it went.', contrast })
    const outcome = await learnInStages({ groups }, model)
    expect(textsOf(outcome)).toEqual([RULE])
    expect(outcome).toMatchObject({ operations: [{ op: 'add', text: RULE }], skipped: 0 })
    expect([asked('summary').length, asked('contrast').length]).toEqual([4, 2])
    expect(outcome.calls).toBe(calls())
  })

  test('with a library every lesson is placed, and the batch is brought into order', async () => {
    const { model, asked, calls } = createStageModel({
      summary: 'So it went.',
      contrast: ({ turns }) => ({
        lesson1: turns[0]?.text.includes('Do 4') ? RULE : 'When asked for weight, think of grams.',
      }),
      place: { operation1: 'add' },
      consolidation: { operation1: 'merge', id1: 'P0 P1', lesson1: RULE },
    })
    const outcome = await learnInStages({ groups, library }, model)
    expect(textsOf(outcome)).toEqual(['When a, do b.', 'When c, do d.', RULE])
    expect(asked('place')).toHaveLength(2)
    expect(asked('consolidation')).toHaveLength(1)
    expect(calls()).toBe(4 + 2 + 2 + 1)
  })

  test('all groups see the library as it was', async () => {
    const place = { operation1: 'update', id1: 'G0' }
    const { model, prompts } = createStageModel({ summary: 'So.', contrast, place })
    const outcome = await learnInStages({ groups, library }, model)
    for (const prompt of prompts('place')) expect(prompt).toContain('[G0] "When a, do b."')
    expect(textsOf(outcome)).toEqual([RULE, 'When c, do d.'])
  })
})

describe('learnByCritique', () => {
  test('asks once a group with the library in view, and adds at once', async () => {
    const critique = { operation1: 'add', lesson1: RULE }
    const { model, prompts, calls } = createStageModel({ summary: 'So it went.', critique })
    const outcome = await learnByCritique({ groups, library }, model)
    expect(textsOf(outcome)).toEqual(['When a, do b.', 'When c, do d.', RULE])
    expect(prompts('critique').every((prompt) => prompt.includes('[G1] "When c, do d."'))).toBe(
      true,
    )
    expect(calls()).toBe(4 + 2)
    expect(outcome.calls).toBe(calls())
  })

  test('its consolidation merges but deletes nothing', async () => {
    const { model } = createStageModel({
      summary: 'So it went.',
      critique: ({ turns }) => ({
        operation1: 'add',
        lesson1: turns[0]?.text.includes('Do 4') ? RULE : 'When shipping, weigh twice.',
      }),
      consolidation: {
        operation1: 'delete',
        id1: 'G0',
        operation2: 'merge',
        id2: 'G1 P1',
        lesson2: 'When c or shipping, weigh twice.',
      },
    })
    const outcome = await learnByCritique({ groups, library }, model)
    expect(textsOf(outcome)).toEqual(['When a, do b.', 'When c or shipping, weigh twice.', RULE])
    expect(outcome.skipped).toBe(1)
  })
})

describe('learnFromBestWorst', () => {
  test('asks once a group, and nothing else', async () => {
    const { model, calls } = createStageModel({ 'best-worst': ' weight in grams.' })
    const outcome = await learnFromBestWorst({ groups, library }, model)
    expect(textsOf(outcome)).toEqual(['When a, do b.', 'When c, do d.', RULE])
    expect(calls()).toBe(2)
    expect(outcome).toMatchObject({ calls: 2, skipped: 0 })
  })

  test('what it could not use is counted', async () => {
    const { model } = createStageModel({ 'best-worst': '' })
    const outcome = await learnFromBestWorst({ groups, library }, model)
    expect(outcome).toMatchObject({ library, operations: [], calls: 2, skipped: 2 })
  })
})

const MODES: [string, (input: ModeInput, model: LanguageModel) => Promise<ModeOutcome>][] = [
  ['learnInStages', learnInStages],
  ['learnByCritique', learnByCritique],
  ['learnFromBestWorst', learnFromBestWorst],
]

/** Text that names nothing of the library and is often nearly right. */
const noise = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.lorem({ maxCount: 50 }),
  fc.constantFrom('', 'add', 'delete', 'merge', 'update', 'keep', 'G7', 'G0G1', 'null', '{"a":'),
)
const objects = fc.dictionary(
  fc.constantFrom('analysis', 'lesson2', ...slotKeys(2)),
  fc.oneof(noise, fc.integer(), fc.constant(null)),
)
const answers = fc.record({
  summary: noise,
  'best-worst': noise,
  contrast: fc.oneof(noise, objects),
  place: fc.oneof(noise, objects),
  critique: fc.oneof(noise, objects),
  consolidation: fc.oneof(noise, objects),
})

describe.each(MODES)('%s', (_, learn) => {
  test('groups without a contrast cost nothing and change nothing', async () => {
    const { model, calls } = createStageModel({})
    const input = { groups: [hopeless, toyGroup(PARCEL, 4, [])], library }
    expect(await learn(input, model)).toEqual({ operations: [], library, calls: 0, skipped: 0 })
    expect(calls()).toBe(0)
  })

  test('what the model throws reaches the caller', async () => {
    await expect(learn({ groups }, createStageModel({}).model)).toRejectDso('SCRIPT_EXHAUSTED')
  })

  test.prop([answers], { numRuns: 400, seed: 5 })(
    'random answers throw nothing and lose nothing of the library',
    async (said) => {
      fc.pre(!/\bg[01]\b/i.test(JSON.stringify(said)))
      const outcome = await learn({ groups, library }, createStageModel(said).model)
      const kept = library.lessons.map(({ cid }) => cid)
      expect(outcome.library.lessons.map(({ cid }) => cid)).toEqual(expect.arrayContaining(kept))
      expect(outcome.skipped).toBeGreaterThanOrEqual(0)
    },
  )

  test('300 hostile tasks, answers, messages and accounts stay in their quotes', async () => {
    const shape = async (text: string): Promise<string[]> => {
      const task = { ...toyTask(PARCEL, 4), head: text, request: text }
      const fail = { success: false, fields: {}, message: text }
      const group = playedGroup(
        task,
        [
          [{ answer: text, verdict: fail }],
          [{ answer: JSON.stringify({ a: text }), verdict: { ...fail, success: true } }],
        ],
        [{ text, example: { input: text, output: text } }],
      )
      const seen = createStageModel({
        summary: text,
        contrast: { lesson1: RULE, lesson2: 'When x, do y.' },
        place: {},
        critique: { operation1: 'add', lesson1: RULE },
        consolidation: {},
        'best-worst': ' weight in grams.',
      })
      const known = { ...library, lessons: library.lessons.map((lesson) => ({ ...lesson, text })) }
      await learn({ groups: [group, { ...group }], library: known }, seen.model)
      return (['summary', 'contrast', 'place', 'critique', 'consolidation', 'best-worst'] as const)
        .flatMap((stage) => seen.prompts(stage))
        .map((prompt) => {
          for (const forbidden of SLOT_FORBIDDEN) expect(prompt).not.toMatch(forbidden)
          return `${prompt.split(SLOT_BREAK).length} lines`
        })
    }
    const plain = await shape('x')
    for (const attack of createSlotAttacks(300, 'modes')) expect(await shape(attack)).toEqual(plain)
  })
})
