import { describe, expect, test } from 'vitest'
import { createHouseRulesAgent } from '../../test/fixtures/house-rules-agent.ts'
import { createHouseRulesSuite } from '../../src/tasks/house-rules/create-house-rules-suite.ts'
import type { CellOutcome } from './cell.ts'
import { scoresOf } from './compare.ts'
import { measureCell } from './measure-cell.ts'
import { HOUSE_TOOLS, PLAN } from './plan.ts'
import type { Arm } from './arms.ts'

const SEED = 5

const plan = PLAN.find(({ arms, seed }) => arms === 'whole' && seed === SEED)!

function createAgent() {
  return createHouseRulesAgent(SEED, createHouseRulesSuite({ seed: SEED, tools: HOUSE_TOOLS }))
}

function rate(cell: CellOutcome, arm: Arm): number {
  const scores = scoresOf(cell, arm)
  return scores.filter(({ success }) => success).length / scores.length
}

describe('measureCell', () => {
  test('an agent that applies what it is told gains by its own lessons, by shared ones, and not by placebo', async () => {
    const cell = await measureCell(plan, createAgent())
    expect(cell.domains).toHaveLength(HOUSE_TOOLS)
    expect(rate(cell, 'own')).toBeGreaterThan(rate(cell, 'none') + 0.3)
    expect(rate(cell, 'shared')).toBeGreaterThan(rate(cell, 'none') + 0.3)
    expect(rate(cell, 'oracle')).toBeGreaterThanOrEqual(rate(cell, 'own'))
    expect(rate(cell, 'random')).toBe(rate(cell, 'none'))
    expect(rate(cell, 'shuffled')).toBe(rate(cell, 'none'))
  })

  test('hostile lessons are offered, refused and harmful where nothing is checked', async () => {
    const cell = await measureCell(plan, createAgent())
    expect(cell.attacks.length).toBeGreaterThan(3)
    expect(cell.attacks.map(({ refusal }) => refusal)).toContain('instruction')
    // This agent reads "never write F so" as "write F so": for it a flipped lesson is as good as the honest one.
    const harmful = cell.attacks.filter(({ text }) => !text.includes('never write'))
    expect(harmful.filter(({ used }) => used)).toEqual([])
    expect(rate(cell, 'shared-40')).toBe(rate(cell, 'shared'))
    expect(rate(cell, 'unchecked-30')).toBeLessThan(rate(cell, 'shared'))
  })

  test('is a function of plan and answers', async () => {
    expect(await measureCell(plan, createAgent())).toEqual(await measureCell(plan, createAgent()))
  })

  test('every distinct call is paid for once, by the stage that made it first', async () => {
    const agent = createAgent()
    let asked = 0
    const complete = agent.complete.bind(agent)
    agent.complete = async (request, options) => {
      asked++
      return await complete(request, options)
    }
    const { cost } = await measureCell(plan, agent)
    const distinct = cost.practice.calls + cost.review.calls + cost.test.calls
    expect(distinct).toBeLessThan(asked)
    expect(cost.practice.calls).toBeGreaterThan(HOUSE_TOOLS * plan.settings.practiceTasks)
  })
})
