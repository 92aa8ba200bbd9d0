import { describe, expect, test } from 'vitest'
import { createHouseRulesAgent } from '../../test/fixtures/house-rules-agent.ts'
import { practiseDomain } from '../../src/learning/practise-domain.ts'
import { createScriptedModel } from '../../src/models/scripted/create-scripted-model.ts'
import { requestKey } from '../../src/models/recording/request-key.ts'
import type { CompletionRequest, LanguageModel } from '../../src/protocol/ports.ts'
import { createHouseRulesSuite } from '../../src/tasks/house-rules/create-house-rules-suite.ts'
import {
  describeCallsPerLesson,
  callsPerLesson,
  callsPerLessonFigures,
} from './calls-per-lesson.ts'
import { measureModes } from './measure-modes.ts'
import type { ModesOutcome } from './modes-outcome.ts'
import { openUniverse } from './open-universe.ts'
import { HOUSE_TOOLS, PLAN } from './plan.ts'
import { rankMeasuredModes } from './rank-measured-modes.ts'

const SEED = 5
const whole = PLAN.find(({ arms, seed }) => arms === 'whole' && seed === SEED)!
const plan = { ...whole, domains: { first: 4 } }

/** Knows the rule of a parameter when it is asked for it; about whole groups it says nothing that helps. */
function createAgent({ wise = false } = {}) {
  const suite = createHouseRulesSuite({ seed: SEED, tools: HOUSE_TOOLS })
  const agent = createHouseRulesAgent(SEED, suite)
  const asked: CompletionRequest[] = []
  const rules = new Map(suite.domains.map((domain) => [domain, suite.describeRules(domain)]))
  const model: LanguageModel = createScriptedModel({
    name: agent.name,
    answer: async (request) => {
      asked.push(request)
      const { format } = request
      const prompt = request.turns.at(-1)?.text ?? ''
      const isStage = format.kind === 'object' && /^(?:analysis|operation1)$/.test(format.keys[0]!)
      if (isStage) {
        const domain = suite.domains.find((name) => prompt.includes(name)) ?? ''
        const rule = wise ? rules.get(domain) : 'When in doubt, think again.'
        return JSON.stringify({ operation1: 'add', lesson1: rule })
      }
      if (format.kind === 'text' && format.prefill === undefined) return 'It tried.'
      return (await agent.complete(request)).text
    },
  })
  return { model, asked }
}

describe('measureModes', () => {
  test('every mode works on the groups of the default practice, at its gate', async () => {
    const { model, asked } = createAgent()
    const outcome = await measureModes(plan, model)
    const { suite, domains } = openUniverse(plan)
    expect(domains).toHaveLength(4)
    const before = new Set(asked.map((request) => requestKey(model.hash, request)))
    const settings = { ...plan.settings, extraRounds: 0 }
    const practices = await Promise.all(
      domains.map(async (domain) => await practiseDomain(suite, domain, model, settings)),
    )
    // The default practice asks nothing that was not asked here.
    const more = asked.filter((request) => !before.has(requestKey(model.hash, request)))
    expect(more).toEqual([])
    const [pairs] = outcome.modes
    expect(pairs?.domains.map(({ name, form }) => [name, form])).toEqual(
      practices.map(({ domain, gate }) => [
        domain,
        gate.decision === 'accepted' ? gate.chosen.form : null,
      ]),
    )
    expect(pairs?.accepted).toBeGreaterThan(0)
    expect(pairs?.contrast.calls).toBe(
      practices.flatMap(({ modes }) => modes).reduce((sum, { calls }) => sum + calls, 0),
    )
  })

  test('counts what each part costs by itself', async () => {
    const { model } = createAgent()
    const { rollouts, modes, reference } = await measureModes(plan, model)
    expect(modes.map(({ mode }) => mode)).toEqual([
      'contrast-pair',
      'best-worst',
      'critique',
      'stages',
    ])
    expect(rollouts.calls).toBeGreaterThanOrEqual(4 * plan.settings.practiceTasks * 2)
    expect(reference.rollouts.calls).toBe(4 * plan.settings.practiceTasks * 5)
    for (const { gate, contrast, domains, accepted, proposals } of [...modes, reference]) {
      expect(gate.calls).toBeGreaterThanOrEqual(4 * plan.settings.validationTasks)
      expect(contrast.promptTokens).toBeGreaterThanOrEqual(contrast.calls)
      expect(domains.flatMap(({ lessons }) => lessons)).toHaveLength(accepted)
      expect(accepted).toBeLessThanOrEqual(proposals)
    }
    const [, , critique, stages] = modes
    expect(stages?.contrast.calls).toBeGreaterThan(critique!.proposals)
  })

  test('is a function of plan and answers', async () => {
    const first = await measureModes(plan, createAgent().model)
    expect(await measureModes(plan, createAgent().model)).toEqual(first)
  })

  test('a lesson of the reference counts where the gate lets it through', async () => {
    const foolish = await measureModes(plan, createAgent().model)
    expect(foolish.reference.accepted).toBe(0)
    const wise = await measureModes(plan, createAgent({ wise: true }).model)
    expect(wise.modes[3]?.accepted).toBeGreaterThan(0)
  })

  test('stages are told', async () => {
    const told: string[] = []
    await measureModes({ ...plan, domains: { first: 1 } }, createAgent().model, {
      onStage: (stage, detail) => told.push(`${stage}: ${detail}`),
    })
    expect(told).toEqual([
      'rollouts: practice',
      'modes: contrast-pair',
      'modes: best-worst',
      'modes: critique',
      'modes: stages',
      'reference: rollouts',
      'reference: stages',
    ])
  })
})

/** An outcome with these counts. */
function outcomeOf(ours: [number, number, number, number], theirs: [number, number, number]) {
  const cost = (calls: number) => ({ calls, promptTokens: 0, completionTokens: 0, modelSeconds: 0 })
  const [rollouts, contrast, gate, accepted] = ours
  const empty = { proposals: accepted, acceptedDomains: 0, domains: [] }
  const mode = {
    ...empty,
    mode: 'contrast-pair',
    contrast: cost(contrast),
    gate: cost(gate),
  } as const
  const [played, summarised, learnt] = theirs
  const reference = { ...empty, proposals: learnt, accepted: learnt, mode: 'stages' } as const
  const outcome: ModesOutcome = {
    suite: 's',
    seed: 1,
    model: { name: 'm', hash: 'aa' },
    rollouts: cost(rollouts),
    modes: [{ ...mode, accepted }],
    reference: {
      ...reference,
      rollouts: cost(played),
      contrast: cost(summarised),
      gate: cost(1000),
    },
  }
  return outcome
}

describe('calls-per-lesson-over-reference', () => {
  test('adds up universes; our gate counts for us, not for the reference', () => {
    const outcomes = [
      outcomeOf([20, 4, 16, 3], [20, 20, 1]),
      outcomeOf([20, 4, 16, 1], [20, 20, 1]),
    ]
    const found = callsPerLesson(outcomes)
    expect(found).toMatchObject({
      ours: { calls: 80, lessons: 4 },
      reference: { calls: 80, lessons: 2 },
      ratio: 0.5,
      ratioWithoutGate: 0.3,
      isUpperBound: false,
    })
    const [figure] = callsPerLessonFigures(outcomes)
    expect(figure).toMatchObject({ value: 0.5, goal: '≤ 0.5', holds: true, n: 4 })
    expect(describeCallsPerLesson(found!)).toBe(
      "80 calls for 4 lessons, the gate's trials included; the reference made 80 calls for 2.",
    )
  })

  test('a reference without a lesson counts as if it had one, and the figure says so', () => {
    const outcomes = [outcomeOf([20, 4, 16, 2], [25, 15, 0])]
    const found = callsPerLesson(outcomes)
    expect(found).toMatchObject({ ratio: 0.5, isUpperBound: true })
    expect(callsPerLessonFigures(outcomes)[0]?.label).toContain('upper bound')
    expect(describeCallsPerLesson(found!)).toContain('upper bound')
  })

  test('there is no figure where we learnt nothing, or nothing was measured', () => {
    expect(callsPerLessonFigures([outcomeOf([20, 4, 16, 0], [25, 15, 1])])).toEqual([])
    expect(callsPerLessonFigures([])).toEqual([])
    expect(callsPerLesson([])).toBeUndefined()
  })
})

describe('rankMeasuredModes', () => {
  test('ranks what was measured over all universes', () => {
    const outcomes = [
      outcomeOf([20, 10, 16, 3], [20, 20, 1]),
      outcomeOf([20, 10, 16, 1], [20, 20, 1]),
    ]
    const ranking = rankMeasuredModes(outcomes)
    expect(ranking?.row.modes[0]).toMatchObject({ calls: 20, accepted: 4, perCall: 0.2 })
    expect(ranking?.row).toMatchObject({ model: 'aa', best: 'contrast-pair', verdict: 'leads' })
    expect(rankMeasuredModes([])).toBeUndefined()
  })

  test('refuses to mix models', () => {
    const [one, other] = [outcomeOf([1, 1, 1, 1], [1, 1, 1]), outcomeOf([1, 1, 1, 1], [1, 1, 1])]
    const stranger = { ...other, model: { name: 'n', hash: 'bb' } }
    expect(() => rankMeasuredModes([one, stranger])).toThrow(RangeError)
  })
})
