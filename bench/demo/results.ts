import { z } from 'zod'
import { COMPARISON_UNITS } from '../../src/protocol/report/report.ts'
import { REPORTED_FIGURES, TIMED_FIGURES } from './figures.ts'

const bound = z.number().nullable()
const count = z.int().min(0)

const figure = z.strictObject({
  id: z.enum([...REPORTED_FIGURES, ...TIMED_FIGURES]),
  label: z.string(),
  value: z.number(),
  unit: z.enum(COMPARISON_UNITS),
  low: bound,
  high: bound,
  n: count.nullable(),
  tools: count.nullable(),
  goal: z.string().nullable(),
  holds: z.boolean().nullable(),
})

const arm = z.strictObject({
  id: z.string(),
  label: z.string(),
  n: count,
  success: z.number(),
  low: z.number(),
  high: z.number(),
  meanReward: z.number().nullable(),
  callsPerEpisode: z.number().nullable(),
  promptTokensPerCall: z.number(),
})

const timedRun = z.strictObject({
  seeds: z.array(z.int()),
  totalSeconds: z.number(),
  stages: z.array(z.strictObject({ stage: z.string(), seconds: z.number() })),
  callsMade: count,
  callsFromEarlierRuns: count,
})

const format = z.strictObject({
  bench: z.literal('demo'),
  model: z.strictObject({ name: z.string(), hash: z.string() }),
  encoder: z.strictObject({ name: z.string(), hash: z.string() }),
  suite: z.string(),
  seeds: z.array(z.int()),
  agents: count,
  toolsPerAgent: count,
  machine: z.strictObject({ cpu: z.string(), cores: count, threads: count.nullable() }),
  figures: z.array(figure),
  /** Ids that this run could not measure. */
  notMeasured: z.array(figure.shape.id),
  table: z.array(arm),
  experiences: z.strictObject({ shared: count, notShared: count, proposalsRefused: count }),
  poison: z.strictObject({ texts: count, promptsReached: count, slashedWei: z.string() }),
  network: z.strictObject({ announcementBytes: count, blockBytesFetched: count, messages: count }),
  chain: z.strictObject({ entries: count, votes: count, slashed: count, gasUsed: count }),
  usage: z.strictObject({
    calls: count,
    predictedCalls: count,
    promptTokens: count,
    completionTokens: count,
    modelSeconds: z.number(),
  }),
  runs: z.strictObject({ full: timedRun, default: timedRun }),
})

/** The content of `bench/results/demo.json`. */
export type DemoResults = z.infer<typeof format>

/** Reads the text of a results file. @throws SyntaxError, or zod's error naming the first wrong field */
export function parseResults(json: string): DemoResults {
  return format.parse(JSON.parse(json))
}

/** The text of a results file: fields in the format's order, a final newline. */
export function formatResults(results: DemoResults): string {
  return `${JSON.stringify(format.parse(results), undefined, 2)}\n`
}
