import { DIRECT_384 } from '../protocol/profiles/profile.ts'
import { createSeededRandom } from '../protocol/statistics/create-seeded-random.ts'
import { bootstrapDifference } from '../protocol/statistics/bootstrap-difference.ts'
import { bootstrapMean } from '../protocol/statistics/bootstrap-mean.ts'
import type { Encoder } from '../protocol/ports.ts'
import {
  type ArmRow,
  type Comparison,
  REPORT_VERSION,
  type Report,
  type StageUsage,
  type TimelineEvent,
  type ToolRow,
} from '../protocol/report/report.ts'
import { compareArms, figure, mean, type PooledScore } from './compare-arms.ts'
import type { DemoOptions } from './demo-options.ts'
import { experienceRows, poisonRows, rejectedProposals } from './experience-rows.ts'
import type { MeteredModel, StageMeter } from './metered-model.ts'
import type { CallPrediction } from './predict-calls.ts'
import type { UniverseRun } from './run-universe.ts'
import { ARMS, type Arm } from './test-arms.ts'

/** What a report is built from. */
export interface BuildReportOptions {
  options: DemoOptions
  universes: readonly UniverseRun[]
  predictions: readonly CallPrediction[]
  stages: readonly StageMeter[]
  timeline: TimelineEvent[]
  model: MeteredModel
  encoder: Encoder
}

const RESAMPLES = 4000

/** Turns what happened into the report: plain data, no wall-clock time, equal for equal calls. */
export function buildReport(built: BuildReportOptions): Report {
  const { options, universes, predictions, stages, timeline, model, encoder } = built
  const random = createSeededRandom(`demo/report/${options.seeds.join()}`)
  const scores = universes.flatMap(poolScores)
  const usage = bookStages(stages, predictions)
  const arms = (Object.keys(ARMS) as Arm[]).map((arm) => armRow(arm, scores, random))
  const poison = universes.flatMap((universe) =>
    poisonRows(universe, (name) => inSeed(universe, universes, name)),
  )
  const comparisons: Comparison[] = [
    ...compareArms(scores, random),
    ...protocolFigures(poison, usage),
  ]
  const [first] = universes
  return {
    v: REPORT_VERSION,
    run: {
      command: commandOf(options),
      options: [
        { name: 'seed', value: options.seeds.join(',') },
        { name: 'agents', value: String(options.agents) },
        { name: 'tools', value: String(options.toolsPerAgent) },
        { name: 'size', value: options.size },
      ],
      suite: 'api-house-rules/1',
      seeds: [...options.seeds],
      model: { name: model.name, hash: model.hash },
      encoder: { name: encoder.name, hash: encoder.hash },
      profile: DIRECT_384.id,
      thresholds: {
        gateProbability: first?.settings.gateThreshold ?? 0,
        useQuality: first?.settings.useFrom ?? 0,
        slashQuality: first?.settings.slashBelow ?? 0,
      },
      agents: universes.flatMap((universe) =>
        universe.agents.map(({ name, role, tools }) => ({
          name: inSeed(universe, universes, name),
          role,
          tools: tools.map((tool) => inSeed(universe, universes, tool)),
        })),
      ),
    },
    arms,
    comparisons,
    tools: universes.flatMap((universe) => toolRows(universe, universes, scores)),
    experiences: universes.flatMap((universe) =>
      experienceRows(universe, (name) => inSeed(universe, universes, name)),
    ),
    rejected: universes.flatMap((universe) =>
      rejectedProposals(universe, (name) => inSeed(universe, universes, name)),
    ),
    poison,
    network: {
      announcementBytes: sumEntries(universes, ({ announcementBytes }) => announcementBytes),
      blockBytesFetched: universes.reduce((sum, { bytesFetched }) => sum + bytesFetched, 0),
      messages: sumEntries(universes, () => 1),
    },
    chain: {
      entries: sumEntries(universes, () => 1),
      votes: sumEntries(
        universes,
        ({ reviews, hostileScore }) => reviews.length + Number(hostileScore !== undefined),
      ),
      slashed: sumEntries(universes, ({ slashedWei }) => Number(slashedWei > 0n)),
      gasUsed: universes.reduce((sum, universe) => sum + universe.gasUsed, 0),
    },
    usage,
    timeline,
    notes: notesOf(comparisons),
  }
}

/** Names stay short for one seed and unique for several. */
function inSeed({ seed }: UniverseRun, universes: readonly UniverseRun[], name: string): string {
  return universes.length === 1 ? name : `${seed}/${name}`
}

function poolScores(universe: UniverseRun): PooledScore[] {
  const tools = new Map(universe.suite.tools.map((tool) => [tool.name, tool]))
  return universe.scores.map((score) => {
    const tool = tools.get(score.domain)
    const cluster = `${universe.seed}/${score.domain}`
    return {
      ...score,
      cluster,
      grade: tool?.grade ?? 'silent',
      several: tool?.teaching === 'several',
    }
  })
}

function armRow(
  arm: Arm,
  all: readonly PooledScore[],
  random: ReturnType<typeof createSeededRandom>,
): ArmRow {
  const scores = all.filter((score) => score.arm === arm)
  const byTask = perTask(scores)
  const values = byTask.map(({ cluster, value }) => ({ cluster, value }))
  const success = bootstrapMean({ values, resamples: RESAMPLES, random })
  const baseline = new Map(
    perTask(all.filter((score) => score.arm === 'none')).map(({ task, value }) => [task, value]),
  )
  const pairs = byTask.map(({ cluster, task, value }) => ({
    cluster,
    a: value,
    b: baseline.get(task) ?? 0,
  }))
  const against =
    arm === 'none' ? null : bootstrapDifference({ pairs, resamples: RESAMPLES, random })
  const retried = arm === 'none' || arm === 'own' || arm === 'shared'
  const rate = (chosen: readonly PooledScore[]): number =>
    mean(chosen.map((score) => Number(score.success)))
  return {
    id: arm,
    label: ARMS[arm],
    n: byTask.length,
    success: { value: success.mean, low: success.low, high: success.high },
    meanReward: retried ? mean(scores.map(({ reward }) => reward)) : null,
    callsPerEpisode: retried ? mean(scores.map(({ calls }) => calls)) : null,
    promptTokensPerCall: mean(scores.map(({ promptTokens }) => promptTokens)),
    ownTools: rate(scores.filter(({ own }) => own)),
    foreignTools: rate(scores.filter(({ own }) => !own)),
    difference:
      against === null
        ? null
        : {
            baseline: 'none',
            value: 100 * against.difference,
            low: 100 * against.low,
            high: 100 * against.high,
          },
  }
}

/** One observation a task: the mean over the agents, which share one model. */
function perTask(
  scores: readonly PooledScore[],
): { cluster: string; task: string; value: number }[] {
  return [...Map.groupBy(scores, ({ cluster, taskId }) => `${cluster}/${taskId}`)].map(
    ([task, group]) => ({
      cluster: group[0]?.cluster ?? task,
      task,
      value: mean(group.map(({ success }) => Number(success))),
    }),
  )
}

function toolRows(
  universe: UniverseRun,
  universes: readonly UniverseRun[],
  scores: readonly PooledScore[],
): ToolRow[] {
  return universe.suite.tools.map((tool) => {
    const own = scores.filter(({ cluster }) => cluster === `${universe.seed}/${tool.name}`)
    const owner = universe.agents.find(({ tools }) => tools.includes(tool.name))?.name
    return {
      name: inSeed(universe, universes, tool.name),
      owner: owner === undefined ? null : inSeed(universe, universes, owner),
      errorGrade: tool.grade,
      rules: [universe.suite.describeRules(tool.name)],
      kinds: tool.parameters.map(({ rule }) => rule.id),
      scores: (Object.keys(ARMS) as Arm[]).map((arm) => {
        const tasks = perTask(own.filter((score) => score.arm === arm))
        return { arm, n: tasks.length, success: mean(tasks.map(({ value }) => value)) }
      }),
    }
  })
}

function bookStages(
  stages: readonly StageMeter[],
  predictions: readonly CallPrediction[],
): StageUsage[] {
  return (['practice', 'review', 'test'] as const).map((stage) => {
    const meters = stages.filter((meter) => meter.stage === stage)
    const sum = (of: (meter: StageMeter) => number): number =>
      meters.reduce((total, meter) => total + of(meter), 0)
    return {
      stage,
      calls: sum(({ calls }) => calls),
      callsReused: sum(({ callsReused }) => callsReused),
      predictedCalls: predictions.reduce((total, prediction) => total + prediction[stage], 0),
      promptTokens: sum(({ promptTokens }) => promptTokens),
      completionTokens: sum(({ completionTokens }) => completionTokens),
      modelSeconds: Math.round(sum(({ modelMs }) => modelMs)) / 1000,
    }
  })
}

function protocolFigures(poison: Report['poison'], usage: readonly StageUsage[]): Comparison[] {
  const plain = { low: null, high: null, n: null, tools: null }
  const made = usage.reduce((sum, { calls }) => sum + calls, 0)
  const predicted = usage.reduce((sum, { predictedCalls }) => sum + predictedCalls, 0)
  const reached = poison.reduce((sum, { promptsReached }) => sum + promptsReached, 0)
  const error = Math.abs(predicted - made) / Math.max(1, made)
  return [
    figure(
      {
        ...plain,
        id: 'poisoned-texts-in-prompts',
        label: 'poisoned texts in prompts of verifying agents',
        value: reached,
        unit: 'count',
      },
      { min: null, max: 0 },
    ),
    figure(
      {
        ...plain,
        id: 'call-prediction-error',
        label: 'model calls foretold against made, relative error',
        value: error,
        unit: 'ratio',
      },
      { min: null, max: 0.05 },
    ),
  ]
}

function sumEntries(
  universes: readonly UniverseRun[],
  of: (entry: UniverseRun['entries'][number]) => number,
): number {
  return universes.reduce(
    (sum, { entries }) => sum + entries.reduce((total, entry) => total + of(entry), 0),
    0,
  )
}

function notesOf(comparisons: readonly Comparison[]): string[] {
  const short = comparisons.filter(({ holds }) => holds === false).map(({ id }) => id)
  const missed = short.length === 0 ? [] : [`Short of their goal in this run: ${short.join(', ')}.`]
  return [
    'All agents share one model, so their equal prompts are one observation: a task counts once, intervals resample tools first.',
    'Votes are open and every reviewer repeats the same trial tasks, drawn by the number of the entry.',
    ...missed,
  ]
}

function commandOf({ seeds, agents, toolsPerAgent, size, source }: DemoOptions): string {
  const model =
    source.kind === 'replay' ? ' --replay' : source.kind === 'endpoint' ? ' --endpoint URL' : ''
  return `dso demo${size === 'full' ? ' --full' : ''}${model} --seed ${seeds.join(',')} --agents ${agents} --tools ${toolsPerAgent}`
}
