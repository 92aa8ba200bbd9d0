import { describe, expect, test } from 'vitest'
import { PARCEL, createToyAgent, createToySuite } from '../../test/fixtures/toy-tools.ts'
import { createScriptedModel } from '../models/scripted/create-scripted-model.ts'
import type { CompletionRequest } from '../protocol/ports.ts'
import { type PractiseSettings, practiseDomain } from './practise-domain.ts'

const suite = createToySuite([PARCEL])
const settings: PractiseSettings = {
  practiceTasks: 2,
  groupSize: 1,
  attempts: 2,
  temperature: 0.8,
  validationTasks: 4,
  gateThreshold: 0.8,
  seed: 7,
}

/** An agent whose lessons are useless until it has seen `needs` accepted calls. */
function slowLearner(needs: number) {
  const agent = createToyAgent([PARCEL], { imitates: false })
  const isLesson = ({ format }: CompletionRequest) => format.kind === 'text'
  let lessons = 0
  const model = createScriptedModel({
    answer: (request) => {
      if (!isLesson(request)) return agent(request)
      lessons++
      return lessons <= needs ? ' as you like.' : agent(request)
    },
  })
  return model
}
const practise = async (extraRounds: number, needs = 1) =>
  await practiseDomain(suite, PARCEL.domain, slowLearner(needs), { ...settings, extraRounds })

describe('more practice where the gate asks for it', () => {
  test('is not given unless the settings allow it', async () => {
    const { gate, groups } = await practise(0)
    expect(gate.decision).toBe('refused')
    expect(groups).toHaveLength(2)
  })

  test('turns a failure into a lesson, on practice and holdout tasks that are new', async () => {
    const { gate, groups } = await practise(1)
    expect(gate.decision).toBe('accepted')
    expect(new Set(groups.map(({ task }) => task.id)).size).toBe(4)
  })

  test('is not asked for by a perfect lesson', async () => {
    const { gate, groups } = await practise(3, 0)
    expect(gate).toMatchObject({ decision: 'accepted', chosen: { solved: 4 } })
    expect(groups).toHaveLength(2)
  })

  test('ends where it began for a model that never learns', async () => {
    const { gate, groups } = await practise(2, 99)
    expect(gate.decision).toBe('refused')
    expect(groups).toHaveLength(6)
  })
})
