import { describe, expect, test } from 'vitest'
import { PARCEL, toyTask } from '../../../test/fixtures/toy-tools.ts'
import { createScriptedModel } from '../../models/scripted/create-scripted-model.ts'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import type { DomainEvidence } from '../gather-evidence.ts'
import { type GateOutcome, chooseForm } from './choose-form.ts'
import type { GateRule } from './gate-rule.ts'

const evidence: DomainEvidence = {
  domain: 'T',
  signature: 'T(weight)',
  fields: [{ field: 'weight', refused: [], worked: [] }],
  worked: [{ input: 'Do 99, please.', output: '{"weight":99000}' }],
  messages: ['weight: wrong'],
  firstAttemptRate: 0,
}
const lessons = [
  { field: 'weight', mode: 'contrast-pair', text: 'When calling T, write weight well.' },
] as const

/** Whether a task is solved: `ease` is the task's own draw, `luck` one of task and memory, both uniform in [0, 1). */
type Effect = (ease: number, luck: number, remembers: boolean) => boolean

/** Solves 35 % of tasks; any memory wins 35 % more and loses 5 %. */
const GAIN: Effect = (ease, luck, remembers) =>
  remembers ? (ease < 0.35 ? luck > 1 / 7 : ease < 0.7) : ease < 0.35
/** Whatever the memory, 35 % of tasks are solved, by luck alone: about 45 of 100 pairs differ. */
const NONE: Effect = (_, luck) => luck < 0.35
/** Any memory costs ten points. */
const HARM: Effect = (_, luck, remembers) => luck < (remembers ? 0.25 : 0.35)

interface Played {
  outcome: GateOutcome
  calls: number
}

async function play(effect: Effect, seed: string, rule: GateRule, count = 32): Promise<Played> {
  let calls = 0
  const model = createScriptedModel({
    answer: ({ turns }) => {
      calls++
      const prompt = turns[0]?.text ?? ''
      const value = /Request: Do (\d+)/.exec(prompt)?.[1] ?? ''
      const ease = createSeededRandom(`${seed}/${value}`).next()
      const luck = createSeededRandom(`${seed}/${prompt}`).next()
      return `{"weight":${effect(ease, luck, prompt.includes('Notes')) ? Number(value) * 1000 : 0}}`
    },
  })
  const tasks = Array.from({ length: count }, (_, value) => toyTask(PARCEL, value + 1))
  const outcome = await chooseForm(evidence, lessons, model, { tasks, threshold: 0.8, rule })
  return { outcome, calls }
}

const SEQUENTIAL: GateRule = { kind: 'sequential', error: 0.1 }
const SEEDS = Array.from({ length: 20 }, (_, seed) => `seed ${seed}`)

async function playAll(effect: Effect, rule: GateRule, seeds = SEEDS) {
  const played: Played[] = []
  for (const seed of seeds) played.push(await play(effect, seed, rule))
  const shipped = played.filter(({ outcome }) => outcome.decision === 'accepted').length
  const calls = played.reduce((sum, each) => sum + each.calls, 0) / played.length
  return { shipped, calls }
}

describe('the sequential rule on 20 seeds of four forms and 32 tasks', () => {
  test('without effect at most a tenth ships; the fixed rule ships more and asks more', async () => {
    const fixed = await playAll(NONE, { kind: 'fixed' })
    const sequential = await playAll(NONE, SEQUENTIAL)
    expect({ fixed, sequential }).toEqual({
      fixed: { shipped: 7, calls: 139.2 },
      sequential: { shipped: 0, calls: 60.6 },
    })
    expect(sequential.shipped).toBeLessThanOrEqual(2)
    expect(sequential.calls).toBeLessThan(fixed.calls)
  })

  test('a gain of 30 points ships with fewer calls', async () => {
    const fixed = await playAll(GAIN, { kind: 'fixed' })
    const sequential = await playAll(GAIN, SEQUENTIAL)
    expect({ fixed, sequential }).toEqual({
      fixed: { shipped: 20, calls: 160 },
      sequential: { shipped: 18, calls: 121.6 },
    })
    expect(sequential.shipped).toBeGreaterThanOrEqual(16)
    expect(sequential.calls).toBeLessThan(0.8 * fixed.calls)
  })

  test('a model that any memory costs ten points loses at most one: it ends where it began', async () => {
    const domains = SEEDS.flatMap((seed) => [1, 2, 3, 4, 5].map((domain) => `${seed}/${domain}`))
    const { shipped } = await playAll(HARM, SEQUENTIAL, domains)
    const loss = (10 * shipped) / domains.length
    expect(shipped).toBe(0)
    expect(loss).toBeLessThanOrEqual(1)
  })
})

describe('the sequential rule', () => {
  test('tries a form no further than it must, and tasks without memory no further than a form', async () => {
    const always: Effect = (_, __, remembers) => remembers
    const { outcome, calls } = await play(always, 'x', { ...SEQUENTIAL, step: 4 })
    expect(outcome).toMatchObject({ decision: 'accepted', baselineSolved: 0, n: 8 })
    expect(outcome.tried.map(({ form, result }) => [form, result.n])).toEqual([
      ['sentence', 8],
      ['example', 8],
      ['both', 8],
      ['verifier', 8],
    ])
    expect(calls).toBe(8 + 4 * 8)
  })

  test('looks after every step', async () => {
    const always: Effect = (_, __, remembers) => remembers
    const { outcome } = await play(always, 'x', { ...SEQUENTIAL, step: 1 })
    expect(outcome.n).toBe(7)
  })

  test('gives up where nothing changes', async () => {
    const { outcome, calls } = await play(() => false, 'x', SEQUENTIAL)
    expect(outcome).toMatchObject({ decision: 'refused', reason: 'not-proved' })
    expect(calls).toBeLessThan(5 * 32)
  })

  test('says that there is nothing to gain where every task was solved without memory', async () => {
    const { outcome } = await play(() => true, 'x', { ...SEQUENTIAL, step: 64 })
    expect(outcome).toMatchObject({ reason: 'nothing-to-gain', baselineSolved: 32, n: 32 })
  })

  test('asks for nothing where so few tasks can prove nothing', async () => {
    const { outcome, calls } = await play(GAIN, 'x', SEQUENTIAL, 3)
    expect(outcome).toMatchObject({ decision: 'refused', reason: 'not-proved' })
    expect(calls).toBe(0)
  })

  test.each([{ error: 0 }, { error: 0.7 }, { step: 0 }, { step: 1.5 }])(
    'refuses %o',
    async (fields) => {
      await expect(play(GAIN, 'x', { ...SEQUENTIAL, ...fields })).toRejectDso('OPTION_INVALID')
    },
  )
})

describe('pinned tasks', () => {
  /** Knows everything with memory, but the last task only with the example alone. */
  async function decide(pinnedValues: readonly number[], solves: (form: string) => boolean) {
    const model = createScriptedModel({
      answer: ({ turns }) => {
        const prompt = turns[0]?.text ?? ''
        const value = Number(/Request: Do (\d+)/.exec(prompt)?.[1])
        const form = `${prompt.includes('well') ? 'sentence' : ''}${prompt.includes(' was accepted') ? 'example' : ''}`
        const right = value < 90 ? form !== '' : solves(form)
        return `{"weight":${right ? value * 1000 : 0}}`
      },
    })
    const tasks = [1, 2, 3, 4].map((value) => toyTask(PARCEL, value))
    const pinned = pinnedValues.map((value) => toyTask(PARCEL, value))
    return await chooseForm(evidence, lessons, model, { tasks, threshold: 0.8, pinned })
  }

  test('the best form that passes them ships, not the best', async () => {
    const outcome = await decide([90, 5], (form) => form === 'example')
    expect(outcome).toMatchObject({
      decision: 'accepted',
      chosen: { form: 'example', failedPins: [] },
    })
    const both = outcome.tried.find(({ form }) => form === 'both')
    expect(both?.failedPins).toEqual(['parcel.ship/90'])
  })

  test('where none passes nothing ships, whatever the average', async () => {
    const outcome = await decide([90], () => false)
    expect(outcome).toMatchObject({ decision: 'refused', reason: 'pinned-failed' })
    expect(outcome.tried.every(({ failedPins }) => failedPins?.length === 1)).toBe(true)
  })

  test('forms that are not proved are not asked', async () => {
    const outcome = await decide([1], () => true)
    expect(outcome).toMatchObject({ decision: 'accepted', chosen: { form: 'both' } })
    expect(outcome.tried.filter(({ failedPins }) => failedPins !== undefined)).toHaveLength(1)
  })
})
