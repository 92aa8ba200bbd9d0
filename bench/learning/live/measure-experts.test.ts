import { describe, expect, test } from 'vitest'
import type { Completion, Task } from '../../../src/protocol/ports.ts'
import type { LiveAnswers, ProductExpert } from './live-answers.ts'
import type { LiveTool } from './live-tools.ts'
import { measureExperts, shareExponent } from './measure-experts.ts'
import { comparePairs, pointsFigure } from './paired-points.ts'

const AMOUNTS = { calibrationTasks: 4, evaluations: 5, mostAlpha: 2 }

const completion = (text: string): Completion => ({
  text,
  finish: 'stop',
  promptTokens: 1,
  completionTokens: 2,
  durationMs: 1,
})

function taskOf(domain: string, id: string): Task {
  const verify = (answer: string) => ({
    success: answer === 'good',
    reward: 0,
    fields: {},
    message: '',
  })
  return { id, domain, head: domain, request: id, keys: ['x'], verify }
}

function toolOf(domain: string, items = 1): LiveTool {
  return {
    universe: 'u',
    domain,
    memory: Array.from({ length: items }, (_, index) => ({ text: `${domain} ${index}` })),
    groups: [],
    tests: ['t1', 't2'].map((id) => taskOf(domain, `${domain} ${id}`)),
    validation: ['v1', 'v2'].map((id) => taskOf(domain, `${domain} ${id}`)),
    recorded: { get: () => Promise.resolve(undefined) },
  }
}

const totalOf = (experts: readonly ProductExpert[]): number =>
  experts.reduce((sum, { alpha }) => sum + alpha, 0)

/** Answers well as experts from an exponent on, in the context where it is told to, and never alone. */
function answersOf({ from, context }: { from: number; context: boolean }) {
  const asked: { task: string; experts: readonly ProductExpert[] }[] = []
  const answers: LiveAnswers = {
    plain: (_, __, memory) =>
      Promise.resolve(completion(memory.length > 0 && context ? 'good' : 'bad')),
    product: (task, experts) => {
      asked.push({ task: task.id, experts })
      return Promise.resolve(completion(totalOf(experts) >= from ? 'good' : 'bad'))
    },
  }
  return { answers, asked }
}

describe('measureExperts', () => {
  test('searches the exponent on held-out tasks and tests with it on others', async () => {
    const { answers, asked } = answersOf({ from: 1.5, context: false })
    const tools = ['a', 'b', 'c'].map((domain) => toolOf(domain))
    const { calibrated, tasks } = await measureExperts({ tools, answers, amounts: AMOUNTS })
    expect(calibrated.tried[0]).toEqual({ alpha: 0, mean: 0 })
    expect(calibrated.alpha).toBe(1.5)
    expect(tasks).toHaveLength(6)
    expect(tasks.every(({ a, b }) => a && !b)).toBe(true)
    const calibration = asked.filter(({ task }) => task.includes(' v'))
    // The first task of every tool comes before the second of any.
    expect([...new Set(calibration.map(({ task }) => task))]).toEqual([
      'a v1',
      'b v1',
      'c v1',
      'a v2',
    ])
    expect(asked.slice(calibration.length).every(({ task }) => task.includes(' t'))).toBe(true)
  })

  test('more tools than tasks: those calibrated on are spread over all', async () => {
    const { answers, asked } = answersOf({ from: 0.1, context: true })
    const tools = Array.from('abcdefgh', (domain) => toolOf(domain))
    await measureExperts({ tools, answers, amounts: AMOUNTS })
    const calibration = asked.filter(({ task }) => task.includes(' v'))
    expect([...new Set(calibration.map(({ task }) => task))]).toEqual([
      'a v1',
      'c v1',
      'e v1',
      'g v1',
    ])
  })

  test('experts that never help stay out, and the model alone is compared with the context', async () => {
    const { answers, asked } = answersOf({ from: 9, context: true })
    const found = await measureExperts({ tools: [toolOf('a')], answers, amounts: AMOUNTS })
    expect(found.calibrated.alpha).toBe(0)
    expect(found.tasks.map(({ a, b }) => [a, b])).toEqual([
      [false, true],
      [false, true],
    ])
    expect(found.evaluationsPerToken).toBe(1)
    expect(asked.every(({ task }) => task.includes(' v'))).toBe(true)
  })

  test('every item of a lesson is an expert with its share, and costs an evaluation a token', async () => {
    expect(shareExponent([{ text: 'x' }, { text: 'y' }], 1)).toEqual([
      { kind: 'memory', memory: [{ text: 'x' }], alpha: 0.5 },
      { kind: 'memory', memory: [{ text: 'y' }], alpha: 0.5 },
    ])
    const { answers } = answersOf({ from: 0.5, context: true })
    const tools = [toolOf('a', 1), toolOf('b', 3)]
    const found = await measureExperts({ tools, answers, amounts: AMOUNTS })
    expect(found.evaluationsPerToken).toBe((2 + 4) / 2)
  })

  test('without tools there is nothing to calibrate on', async () => {
    const { answers } = answersOf({ from: 1, context: true })
    await expect(measureExperts({ tools: [], answers, amounts: AMOUNTS })).toRejectDso(
      'SAMPLE_EMPTY',
    )
  })
})

describe('comparePairs', () => {
  const pair = (domain: string, a: boolean, b: boolean) => ({
    universe: 'u',
    domain,
    task: `${domain}`,
    a,
    b,
  })

  test('the difference in points, its interval, and the tools it rests on', () => {
    const found = comparePairs('x', [
      pair('a', true, false),
      pair('a', true, true),
      pair('b', false, false),
      pair('b', true, false),
    ])
    expect(found).toMatchObject({ value: 50, n: 4, tools: 2 })
    expect(found!.low).toBeLessThanOrEqual(50)
    expect(found!.high).toBeGreaterThanOrEqual(50)
    expect(pointsFigure('id', 'label', found)).toEqual([
      { id: 'id', label: 'label', unit: 'points', goal: null, holds: null, ...found },
    ])
  })

  test('no tasks, no figure', () => {
    expect(comparePairs('x', [])).toBeUndefined()
    expect(pointsFigure('id', 'label', undefined)).toEqual([])
  })
})
