import { describe, expect, test } from 'vitest'
import { createHashEncoder } from '../../test/fixtures/hash-encoder.ts'
import { makeUniverseRun } from '../../test/fixtures/universe-run.ts'
import { createScriptedModel } from '../models/scripted/create-scripted-model.ts'
import { checkReport, formatReport } from '../protocol/report/report-format.ts'
import type { Report, TimelineEvent } from '../protocol/report/report.ts'
import { type BuildReportOptions, buildReport } from './build-report.ts'
import type { DemoOptions } from './demo-options.ts'
import { createMeteredModel, type StageMeter } from './metered-model.ts'
import type { UniverseRun } from './run-universe.ts'
import { ARMS } from './test-arms.ts'

const OPTIONS: DemoOptions = {
  seeds: [1],
  agents: 2,
  toolsPerAgent: 1,
  size: 'default',
  source: { kind: 'replay' },
  dataFolder: '/nowhere',
  runsFolder: '/nowhere',
  threads: undefined,
  recordTo: undefined,
}

function meter(stage: string, calls: number): StageMeter {
  const tokens = { promptTokens: 100 * calls, completionTokens: 10 * calls }
  return { stage, calls, callsReused: 2 * calls, ...tokens, modelMs: 100.0004 * calls }
}

const EVENT: TimelineEvent = {
  order: 0,
  modelSeconds: 1.5,
  stage: 'practice',
  agent: 'agent-1',
  event: 'learnt sentence',
  detail: 'a tool',
}

function build(
  universes: readonly UniverseRun[],
  change: Partial<BuildReportOptions> = {},
): Report {
  return buildReport({
    options: { ...OPTIONS, seeds: universes.map(({ seed }) => seed) },
    universes,
    predictions: universes.map(() => ({ practice: 30, review: 10, test: 20 })),
    stages: [meter('practice', 25), meter('review', 10), meter('test', 15)],
    timeline: [EVENT],
    model: createMeteredModel(createScriptedModel({ answer: () => '' }), () => undefined),
    encoder: createHashEncoder(),
    ...change,
  })
}

const one = await makeUniverseRun(1)
const two = await makeUniverseRun(2)

describe('buildReport', () => {
  test('a report of one seed is valid, and so is one of several', () => {
    for (const report of [build([one]), build([one, two])]) {
      expect(checkReport(report)).toEqual(report)
    }
  })

  test('equal runs give equal bytes', async () => {
    const again = build([await makeUniverseRun(1), await makeUniverseRun(2)])
    expect(formatReport(again)).toBe(formatReport(build([one, two])))
  })

  test('the table has every arm in its order', () => {
    expect(build([one]).arms.map(({ id, label }) => [id, label])).toEqual(Object.entries(ARMS))
  })

  test('a row counts a task once, whatever the number of agents', () => {
    const { arms } = build([one])
    const rows = new Map(arms.map((arm) => [arm.id, arm]))
    expect(arms.map(({ n }) => n)).toEqual(arms.map(() => 4))
    expect(rows.get('none')).toMatchObject({
      success: { value: 0 },
      meanReward: 0,
      callsPerEpisode: 3,
      promptTokensPerCall: 50,
      ownTools: 0,
      foreignTools: 0,
      difference: null,
    })
    // Of each tool's two agents the one that practised succeeds.
    expect(rows.get('own')).toMatchObject({
      success: { value: 0.5 },
      meanReward: 0.5,
      callsPerEpisode: 2,
      ownTools: 1,
      foreignTools: 0,
      difference: { baseline: 'none', value: 50 },
    })
    expect(rows.get('shared')?.difference).toMatchObject({ value: 100, low: 100, high: 100 })
    expect(rows.get('clean')).toMatchObject({ meanReward: null, callsPerEpisode: null })
  })

  test('with one seed names are short, with several they are unique and used throughout', () => {
    expect(build([one]).run.agents.map(({ name }) => name)).toEqual([
      'agent-1',
      'agent-2',
      'poisoner',
    ])
    const report = build([one, two])
    const agents = report.run.agents.map(({ name }) => name)
    const tools = report.tools.map(({ name }) => name)
    expect(agents).toHaveLength(6)
    expect(new Set(agents).size).toBe(6)
    expect(new Set(tools).size).toBe(4)
    for (const { owner } of report.tools) expect(agents).toContain(owner)
    for (const agent of report.run.agents) {
      for (const tool of agent.tools) expect(tools).toContain(tool)
    }
    for (const { author, domain, votes } of report.experiences) {
      expect(agents).toContain(author)
      expect(tools).toContain(domain)
      for (const { voter } of votes) expect(agents).toContain(voter)
    }
    for (const { author, domain } of report.poison) {
      expect(agents).toContain(author)
      expect(tools).toContain(domain)
    }
  })

  test('tools tell their owner, their rules and how each arm did on them', () => {
    const [tool] = build([one]).tools
    const [truth] = one.suite.tools
    expect(tool).toMatchObject({
      name: truth?.name,
      owner: 'agent-1',
      errorGrade: truth?.grade,
      rules: [one.suite.describeRules(truth?.name ?? '')],
      kinds: truth?.parameters.map(({ rule }) => rule.id),
    })
    expect(tool?.scores.map(({ arm }) => arm)).toEqual(Object.keys(ARMS))
    expect(tool?.scores.find(({ arm }) => arm === 'own')).toEqual({
      arm: 'own',
      n: 2,
      success: 0.5,
    })
  })

  test('the bond that was slashed is shown whole, and no poison reached a prompt', () => {
    const { poison, comparisons } = build([one])
    const slashed = poison.reduce((sum, { slashedWei }) => sum + BigInt(slashedWei), 0n)
    expect(slashed).toBe(25n * 10n ** 18n)
    expect(figureOf(comparisons, 'poisoned-texts-in-prompts')).toMatchObject({
      value: 0,
      holds: true,
    })
  })

  test('poison that reached prompts is counted, and the goal missed', () => {
    const [text, ...others] = one.poison
    if (text === undefined) throw new RangeError('no poison')
    const leaky = { ...one, poison: [{ ...text, promptsReached: 3 }, ...others] }
    const report = build([leaky])
    expect(figureOf(report.comparisons, 'poisoned-texts-in-prompts')).toMatchObject({
      value: 3,
      holds: false,
    })
    expect(report.notes.at(-1)).toContain('poisoned-texts-in-prompts')
  })

  test('traffic and chain are summed over entries and seeds', () => {
    expect(build([one, two])).toMatchObject({
      network: { announcementBytes: 2 * (80 + 80 + 90), blockBytesFetched: 10_000, messages: 6 },
      // Reviews: one on each honest entry, two on the poisoner's; it votes on both honest ones.
      chain: { entries: 6, votes: 12, slashed: 2, gasUsed: 1_800_000 },
    })
  })

  test('calls are booked by stage beside what was foretold', () => {
    const stages = [
      meter('practice', 25),
      meter('review', 10),
      meter('test', 15),
      meter('practice', 5),
      meter('review', 0),
      meter('test', 25),
    ]
    const report = build([one, two], { stages })
    expect(report.usage).toEqual([
      {
        stage: 'practice',
        calls: 30,
        callsReused: 60,
        predictedCalls: 60,
        promptTokens: 3000,
        completionTokens: 300,
        modelSeconds: 3,
      },
      expect.objectContaining({ stage: 'review', calls: 10, predictedCalls: 20, modelSeconds: 1 }),
      expect.objectContaining({ stage: 'test', calls: 40, predictedCalls: 40, modelSeconds: 4 }),
    ])
    expect(figureOf(report.comparisons, 'call-prediction-error')?.value).toBeCloseTo(40 / 80, 10)
  })

  test('the run can be repeated from what it says about itself', () => {
    const { run } = build([one, two], {
      options: { ...OPTIONS, seeds: [1, 2], size: 'full', source: { kind: 'weights', name: 'm' } },
    })
    expect(run.command).toBe('dso demo --full --seed 1,2 --agents 2 --tools 1')
    expect(build([one]).run.command).toBe('dso demo --replay --seed 1 --agents 2 --tools 1')
    expect(run).toMatchObject({
      seeds: [1, 2],
      thresholds: { gateProbability: 0.8, useQuality: 500, slashQuality: 300 },
    })
  })

  test('an endpoint stays out of the report', () => {
    const source = {
      kind: 'endpoint',
      url: 'http://user:secret@api.example/v1',
      model: 'm',
      apiKey: 'secret',
    } as const
    const report = build([one], { options: { ...OPTIONS, source } })
    expect(formatReport(report)).not.toMatch(/secret|api\.example/)
    expect(report.run.command).toContain('--endpoint URL')
  })

  test('what falls short is said in the notes, by id', () => {
    const { notes, comparisons } = build([one])
    const missed = comparisons.filter(({ holds }) => holds === false).map(({ id }) => id)
    expect(missed.length).toBeGreaterThan(0)
    expect(notes.at(-1)).toBe(`Short of their goal in this run: ${missed.join(', ')}.`)
  })
})

function figureOf(comparisons: Report['comparisons'], id: string) {
  return comparisons.find((each) => each.id === id)
}
