import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import { type Tool, createUniverse } from './create-universe.ts'
import { TOOL_TEMPLATES } from './tools.ts'

const universe = (seed: number, tools: number) =>
  createUniverse({ random: createSeededRandom(seed), tools })
const seeds = fc.nat({ max: 1_000_000 })
/** Above this the templates run short of those that a sort needs. */
const MIXED = 30
const counts = fc.integer({ min: 1, max: MIXED })
const show = (tools: readonly Tool[]) =>
  tools.map(({ name, grade, teaching, parameters }) => [
    name,
    grade,
    teaching,
    ...parameters.map((parameter) => `${parameter.name} ${parameter.rule.id}`),
  ])
const share = (tools: readonly Tool[], accepts: (tool: Tool) => boolean) =>
  tools.filter(accepts).length

describe('createUniverse', () => {
  test.prop([seeds, fc.integer({ min: 1, max: TOOL_TEMPLATES.length })])(
    'draws as many distinct tools as asked, none with two parameters of one name',
    (seed, count) => {
      const tools = universe(seed, count)
      expect(new Set(tools.map(({ name }) => name)).size).toBe(count)
      for (const { parameters } of tools) {
        const names = parameters.map(({ name }) => name)
        expect(new Set(names).size).toBe(names.length)
      }
    },
  )

  test.prop([seeds, counts])('the same seed draws the same universe', (seed, count) => {
    expect(universe(seed, count)).toEqual(universe(seed, count))
  })

  test('different seeds draw different universes', () => {
    const shown = Array.from({ length: 50 }, (_, seed) => JSON.stringify(show(universe(seed, 8))))
    expect(new Set(shown).size).toBe(50)
  })

  test.prop([seeds, counts])(
    'a third of the characteristic rules needs several calls, a quarter can be guessed, the rest needs one',
    (seed, count) => {
      const first = (sort: string) => (tool: Tool) => tool.parameters[0]?.rule.teaching === sort
      const tools = universe(seed, count)
      const several = Math.round(count / 3)
      const guessable = Math.round(count / 4)
      expect(share(tools, first('several'))).toBe(several)
      expect(share(tools, first('guessable'))).toBe(guessable)
      expect(share(tools, first('single'))).toBe(count - several - guessable)
    },
  )

  test.prop([seeds, fc.integer({ min: 1, max: TOOL_TEMPLATES.length })])(
    'a tool is called as hard to learn as the hardest of its rules',
    (seed, count) => {
      const order = ['guessable', 'single', 'several']
      for (const { parameters, teaching } of universe(seed, count)) {
        const ranks = parameters.map(({ rule }) => order.indexOf(rule.teaching))
        expect(order.indexOf(teaching)).toBe(Math.max(...ranks))
      }
    },
  )

  test.prop([seeds, fc.integer({ min: 8, max: MIXED })])(
    'services are vague, explicit, and rarely silent; never silent where several calls are needed',
    (seed, count) => {
      const tools = universe(seed, count)
      const grades = { explicit: 0, vague: 0, silent: 0 }
      for (const { grade, teaching } of tools) {
        grades[grade]++
        if (grade === 'silent') expect(teaching).toBe('single')
      }
      expect(Math.abs(grades.vague - grades.explicit)).toBeLessThanOrEqual(4)
      const several = tools.filter(({ teaching }) => teaching === 'several')
      const vague = share(several, ({ grade }) => grade === 'vague')
      expect(vague).toBe(Math.ceil(several.length / 2))
    },
  )

  test('a few services in a hundred are silent', () => {
    const tools = Array.from({ length: 50 }, (_, seed) => universe(seed, 12)).flat()
    const silent = share(tools, ({ grade }) => grade === 'silent') / tools.length
    expect(silent).toBeGreaterThan(0.01)
    expect(silent).toBeLessThan(0.08)
  })

  test.each([0, -1, 1.5, Number.NaN, TOOL_TEMPLATES.length + 1])(
    '%s tools are refused',
    (tools) => {
      expect(() => universe(1, tools)).toThrowDso('OPTION_INVALID')
    },
  )
})
