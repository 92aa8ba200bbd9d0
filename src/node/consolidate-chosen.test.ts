import { expect, test } from 'vitest'
import { PARCEL, createToyAgent, toyTask } from '../../test/fixtures/toy-tools.ts'
import type { FormTrial } from '../learning/gate/choose-form.ts'
import { createScriptedModel } from '../models/scripted/create-scripted-model.ts'
import { consolidateChosen } from './consolidate-chosen.ts'

const tasks = Array.from({ length: 16 }, (_, index) => toyTask(PARCEL, 30 + index))
const examples = [1, 2, 3, 4].map((value) => ({
  example: { input: `Do ${value}, please.`, output: `{"weight":${value}000}` },
}))
const chosenOf = (memory: FormTrial['memory']): FormTrial => ({
  form: 'example',
  memory,
  solved: 3,
  result: { n: 3, wins: 3, losses: 0 },
  probability: 1 - 1 / 16,
})
const text = 'When calling parcel.ship, write weight in grams, e.g. 72000 for 72 kg.'
const agent = (options: Parameters<typeof createToyAgent>[1] = {}) =>
  createScriptedModel({ answer: createToyAgent([PARCEL], { imitates: true, ...options }) })

test('a sentence takes the place of examples and keeps the evidence of the gate', async () => {
  const chosen = chosenOf(examples)
  const outcome = await consolidateChosen(PARCEL.domain, chosen, agent(), { tasks })
  expect(outcome.chosen).toEqual({ ...chosen, form: 'sentence', memory: [{ text }] })
  expect(outcome.consolidation).toMatchObject({
    domain: PARCEL.domain,
    decision: 'consolidated',
    calls: 1 + 2 * tasks.length,
  })
})

test('beside one example it is both', async () => {
  const model = agent({ writes: () => 'in stones.' })
  const { chosen } = await consolidateChosen(PARCEL.domain, chosenOf(examples), model, { tasks })
  expect(chosen).toMatchObject({ form: 'both', memory: [{ ...examples[0] }] })
})

test('what loses something leaves everything as it was', async () => {
  const chosen = chosenOf(examples)
  const none = { tasks: tasks.slice(0, 3) }
  const outcome = await consolidateChosen(PARCEL.domain, chosen, agent(), none)
  expect(outcome.chosen).toBe(chosen)
  expect(outcome.consolidation).toMatchObject({ decision: 'too-few-tasks', calls: 0 })
})

test('a single example is not asked about', async () => {
  const chosen = chosenOf(examples.slice(0, 1))
  const silent = createScriptedModel({ answer: () => undefined })
  expect(await consolidateChosen(PARCEL.domain, chosen, silent, { tasks })).toEqual({
    chosen,
    consolidation: undefined,
  })
})
