import { describe, expect, test } from 'vitest'
import { createScriptedModel } from '../../../src/models/scripted/create-scripted-model.ts'
import { createCharacterModel } from '../../../test/fixtures/character-model.ts'
import type { LiveTool } from './live-tools.ts'
import { simulateCredit } from './simulate-credit.ts'
import { timeSwitches } from './time-switches.ts'
import { timeTokens } from './time-tokens.ts'

describe('simulateCredit', () => {
  test('credit orders what was planted, and leaves about a tenth out', () => {
    const found = simulateCredit(2, 6000)
    expect(found).toMatchObject({ seeds: 2, experiences: 40, tasks: 6000, trialsEach: 450 })
    expect(found.mean).toBeGreaterThan(0.8)
    expect(found.lowest).toBeLessThanOrEqual(found.mean)
    expect(found.withoutEach / found.trialsEach).toBeCloseTo(0.1, 1)
  })

  test('few tasks say little, and the same every time', () => {
    const found = simulateCredit(3, 100)
    expect(found.mean).toBeLessThan(0.6)
    expect(simulateCredit(3, 100)).toEqual(found)
  })
})

describe('timeSwitches', () => {
  test('a switch ends in a bias for all that the row says', () => {
    const found = timeSwitches(50, 40)
    expect(found).toMatchObject({ tenants: 50, switches: 40, entriesPerRow: 512 })
    expect(found.switchMs).toBeGreaterThan(0)
    expect(found.switchMs99).toBeGreaterThanOrEqual(found.switchMs)
    expect(found.replaceMs).toBeGreaterThan(0)
    expect(found.bytes).toBeGreaterThan(50 * 8 * 256)
  })
})

describe('timeTokens', () => {
  const model = createCharacterModel(createScriptedModel({ answer: () => '{"x":"yes"}' }))
  const tool = (items: number): LiveTool => ({
    universe: 'u',
    domain: `tool ${items}`,
    memory: Array.from({ length: items }, (_, index) => ({ text: `${index}` })),
    groups: [],
    tests: [
      {
        id: 't',
        domain: 'a',
        head: 'Tool: a(x)',
        request: 'r',
        keys: ['x'],
        verify: () => ({ success: true, reward: 1, fields: {}, message: '' }),
      },
    ],
    validation: [],
    recorded: { get: () => Promise.resolve(undefined) },
  })
  // The model alone answers at once here, which a ratio cannot be made of: a clock that is not 0.
  const timed = {
    ...model,
    complete: async (...args: Parameters<typeof model.complete>) => ({
      ...(await model.complete(...args)),
      durationMs: 4,
      completionTokens: 2,
    }),
  }

  test('a ratio a tool, as many as are asked for', async () => {
    const before = model.asked
    const { ratio, tasks } = await timeTokens(timed, {
      tools: [1, 3, 2].map(tool),
      alpha: 1,
      count: 2,
    })
    expect(tasks.map(({ experts, plainMs }) => [experts, plainMs])).toEqual([
      [1, 2],
      [3, 2],
    ])
    expect(ratio).toBeCloseTo(
      tasks.reduce((sum, { plainMs, productMs }) => sum + productMs / plainMs / 2, 0),
    )
    // ` "yes"` twice from each context: of 1 + 1, then of 1 + 3.
    expect(model.asked - before).toBe(6 * 2 * 2 + 6 * 2 * 4)
  })

  test('no tools, no ratio', async () => {
    expect(await timeTokens(timed, { tools: [], alpha: 1, count: 3 })).toEqual({
      ratio: undefined,
      tasks: [],
    })
  })
})
