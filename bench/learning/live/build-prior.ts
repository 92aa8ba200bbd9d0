import { z } from 'zod'
import { aggregateTokenPriors } from '../../../src/learning/token-priors/aggregate-token-priors.ts'
import { codeTokenPrior } from '../../../src/learning/token-priors/code-token-prior.ts'
import { createTokenSchema } from '../../../src/learning/token-priors/create-token-schema.ts'
import { estimateTokenPrior } from '../../../src/learning/token-priors/estimate-token-prior.ts'
import { fitRowScale } from '../../../src/learning/token-priors/fit-row-scale.ts'
import { mapVocabulary } from '../../../src/learning/token-priors/map-vocabulary.ts'
import { toTokenBias } from '../../../src/learning/token-priors/to-token-bias.ts'
import type { TokenPriorRow } from '../../../src/learning/token-priors/token-prior.ts'
import type { CallOptions, LogitsModel } from '../../../src/protocol/ports.ts'
import { countUtf8Bytes } from '../../../src/protocol/encoding/count-utf8-bytes.ts'
import { DIRECT_384 } from '../../../src/protocol/profiles/profile.ts'
import { collectLessonSteps } from './collect-lesson-steps.ts'
import type { LiveTool } from './live-tools.ts'
import { valueTokens } from './value-tokens.ts'

/** What is kept of a prior: enough to apply it to any vocabulary. */
export const builtPriorSchema = z.strictObject({
  /** Agents that had something to say. */
  contributors: z.int().nonnegative(),
  /** Texts of tokens: the bins. */
  pieces: z.array(z.string()).min(1),
  rows: z.array(
    z.strictObject({
      /** Number of the tool in its universe. */
      element: z.int().nonnegative(),
      bins: z.array(z.int().nonnegative()),
      /** log φ in nats, one a bin. */
      values: z.array(z.number()),
    }),
  ),
})

/** The aggregated prior of one universe. */
export type BuiltPrior = z.infer<typeof builtPriorSchema>

/** What {@link buildPrior} needs. */
export interface BuildPriorOptions extends CallOptions {
  /** Tools of one universe: the elements, in this order. */
  tools: readonly LiveTool[]
  /** Embedding codes of the tools' kinds of context, in the same order, of profile direct-384. */
  centroids: readonly Uint8Array[]
  /** Agents that must speak of an entry. */
  leastVoices: number
}

/**
 * Makes the token prior of a universe (seed A §3.1, §5) as a network would: agent i practised on task i of every tool.
 * Its prior is estimated from the advantages of its calls, accepted against refused; signs travel with a scale a row,
 * distilled from what the tool's lesson in the context does to the model; the network takes the weighted median.
 *
 * @throws DsoError `FORMAT_INVALID` where practice made no call at all, and what the model throws
 */
export async function buildPrior(
  model: LogitsModel,
  { tools, centroids, leastVoices, ...call }: BuildPriorOptions,
): Promise<BuiltPrior> {
  const groups = tools.flatMap((tool, element) => listGroups(model, tool, element))
  const pieces = listPieces(model, groups)
  const schema = createTokenSchema({ profile: DIRECT_384.id, centroids, pieces })
  const vocabulary = mapVocabulary(schema, model)
  const estimates = [...Map.groupBy(groups, ({ agent }) => agent).values()].map((own) =>
    // Each agent has one task of a tool; that a habit shows in several is what the voices are for.
    estimateTokenPrior({ vocabulary, groups: own, leastGroups: 1 }),
  )
  const scales = new Map<TokenPriorRow, number>()
  for (const [element, tool] of tools.entries()) {
    const rows = estimates.flatMap((each) => each.rows.filter((row) => row.element === element))
    if (rows.length === 0) continue
    const steps = await collectLessonSteps(model, tool, call)
    for (const row of steps.length === 0 ? [] : rows) {
      const signs = toTokenBias({ ...row, values: row.values.map(Math.sign) }, vocabulary)
      scales.set(row, (await fitRowScale({ signs, steps })).scale)
    }
  }
  const priors = estimates
    .map((prior) =>
      codeTokenPrior({
        schema,
        prior,
        model: model.name,
        scaleOf: (row) => scales.get(row) ?? 0,
      }),
    )
    .filter(({ rows }) => rows.length > 0)
  const silent = { contributors: 0, pieces: [...schema.pieces], rows: [] }
  if (priors.length === 0) return silent
  const weights = priors.map(() => 1)
  const { rows } = aggregateTokenPriors({ schema, priors, weights, leastVoices })
  return {
    ...silent,
    contributors: priors.length,
    rows: rows.map(({ element, bins, values }) => ({
      element,
      bins: [...bins],
      values: [...values],
    })),
  }
}

interface AgentGroup {
  /** Number of the practice task, which is that of the agent. */
  agent: number
  element: number
  rollouts: { reward: number; tokens: number[] }[]
}

/** A call is a rollout: refused and accepted ones of one task are what there is to contrast. */
function listGroups(model: LogitsModel, { groups }: LiveTool, element: number): AgentGroup[] {
  return groups
    .map(({ task, episodes }, agent) => ({
      agent,
      element,
      rollouts: episodes
        .flatMap(({ attempts }) => attempts)
        .filter(({ verdict }) => verdict.unjudged !== true)
        .map(({ answer, verdict }) => ({
          reward: Number(verdict.success),
          tokens: valueTokens(model, answer, task.keys).flatMap(({ tokens }) => tokens),
        })),
    }))
    .filter(({ rollouts }) => rollouts.length > 0)
}

/** The bins: texts of all tokens that were drawn and are whole characters. */
function listPieces(model: LogitsModel, groups: readonly AgentGroup[]): string[] {
  const tokens = new Set(
    groups.flatMap(({ rollouts }) => rollouts.flatMap((rollout) => rollout.tokens)),
  )
  const pieces = new Set([...tokens].map((token) => model.detokenize([token])))
  return [...pieces].filter(
    (piece) =>
      piece !== '' &&
      piece.isWellFormed() &&
      !piece.includes('\uFFFD') &&
      countUtf8Bytes(piece) <= MAX_PIECE_BYTES,
  )
}

/** As schemas have it. */
const MAX_PIECE_BYTES = 64
