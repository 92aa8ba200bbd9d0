import { describe, expect, test } from 'vitest'
import { PARCEL, createToyAgent, toyTask } from '../../test/fixtures/toy-tools.ts'
import { createScriptedModel } from '../models/scripted/create-scripted-model.ts'
import type { CompletionRequest } from '../protocol/ports.ts'
import { collectGroups } from './collect-groups.ts'

const tasks = [1, 2, 3].map((value) => toyTask(PARCEL, value))
const options = { groupSize: 2, attempts: 2, temperature: 0.8, seed: 100 }
const promptOf = ({ turns }: CompletionRequest) => turns[0]?.text ?? ''

/** An agent that solves a task by itself only if listed, and any once it sees an accepted call. */
function agent(...solves: number[]) {
  const asked: CompletionRequest[] = []
  const imitates = createToyAgent([PARCEL], { repairs: false, imitates: true })
  const model = createScriptedModel({
    answer: (request) => {
      asked.push(request)
      const value = Number(/Do (\d+), please\.(?:\n|$)/.exec(promptOf(request))?.[1])
      return solves.includes(value) ? JSON.stringify({ weight: value * 1000 }) : imitates(request)
    },
  })
  const first = () => asked.filter((request) => !promptOf(request).includes('was refused.'))
  return { model, first }
}
const isGuided = (request: CompletionRequest) => promptOf(request).includes('was accepted with')

describe('collectGroups', () => {
  test('rolls out every task once as a group where all are solved', async () => {
    const { model, first } = agent(1, 2, 3)
    const groups = await collectGroups(tasks, model, options)
    expect(groups.map(({ task, episodes }) => [task.id, episodes.length])).toEqual(
      tasks.map(({ id }) => [id, 2]),
    )
    expect(first().some(isGuided)).toBe(false)
  })

  test('looks further away, once a task, where no task was solved', async () => {
    const { model, first } = agent()
    const groups = await collectGroups(tasks, model, options)
    expect(groups.map(({ episodes }) => episodes.length)).toEqual([3, 3, 3])
    const heats = first().map(({ temperature }) => temperature)
    expect(heats.toSorted((a, b) => a - b)).toEqual([
      0,
      0,
      0,
      0.8,
      0.8,
      0.8,
      ...Array(3).fill(0.8 + 0.4),
    ])
    expect(first().some(isGuided)).toBe(false)
  })

  test('shows what was accepted for one task once for each that is unsolved', async () => {
    const { model, first } = agent(2)
    const groups = await collectGroups(tasks, model, options)
    expect(groups.map(({ episodes }) => episodes.length)).toEqual([3, 2, 3])
    expect(groups.every(({ episodes }) => episodes.some(({ reward }) => reward > 0))).toBe(true)
    const guided = first().filter(isGuided)
    expect(guided.map(({ temperature }) => temperature)).toEqual([0, 0])
    expect(guided.every((request) => promptOf(request).includes('{"weight":2000}'))).toBe(true)
    const last = groups[0]?.episodes.at(-1)
    expect(last?.memory).toEqual([
      { example: { input: 'Do 2, please.', output: '{"weight":2000}' } },
    ])
  })

  test('begins a later round with what the earlier ones found', async () => {
    const { model } = agent(2)
    const earlier = await collectGroups(tasks, model, options)
    const later = agent()
    const groups = await collectGroups([toyTask(PARCEL, 4)], later.model, { ...options, earlier })
    expect(groups[0]?.episodes.map(({ reward }) => reward)).toEqual([1])
    expect(later.first().every(isGuided)).toBe(true)
  })
})
