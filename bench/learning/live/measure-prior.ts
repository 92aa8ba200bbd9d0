import { createTokenSchema } from '../../../src/learning/token-priors/create-token-schema.ts'
import { locateContexts } from '../../../src/learning/token-priors/locate-contexts.ts'
import {
  type VocabularyMap,
  mapVocabulary,
} from '../../../src/learning/token-priors/map-vocabulary.ts'
import { toTokenBias } from '../../../src/learning/token-priors/to-token-bias.ts'
import type { CallOptions, Encoder, LogitsModel, Task } from '../../../src/protocol/ports.ts'
import { encodeEmbedding } from '../../../src/protocol/profiles/encode-embedding.ts'
import { DIRECT_384 } from '../../../src/protocol/profiles/profile.ts'
import { type BuiltPrior, buildPrior, builtPriorSchema } from './build-prior.ts'
import type { LiveAmounts } from './live-amounts.ts'
import type { LiveAnswers } from './live-answers.ts'
import { liveKey } from './live-key.ts'
import type { LiveRecord } from './live-record.ts'
import type { LiveTool } from './live-tools.ts'
import type { PairedTask } from './paired-points.ts'

/** What {@link measurePrior} needs. */
export interface MeasurePriorOptions extends Pick<CallOptions, 'signal'> {
  tools: readonly LiveTool[]
  answers: LiveAnswers
  record: LiveRecord
  /** Hash of the model. */
  hash: string
  encoder: Pick<Encoder, 'embed'>
  openModel: () => Promise<LogitsModel>
  amounts: Pick<LiveAmounts, 'leastVoices'>
  onNote?: ((note: string) => void) | undefined
}

/** A token prior against no experience. */
export interface MeasuredPrior {
  /** `a`: with the prior; `b`: without. */
  tasks: PairedTask[]
  /** Tasks in whose kind of context the prior had something to say. */
  spoken: number
  /** Tasks that were located at the element of their own tool. */
  located: number
  /** Entries of all rows, and agents, by universe. */
  universes: { universe: string; contributors: number; rows: number; entries: number }[]
}

/**
 * Measures token priors (seed A §3.1): one a universe, estimated from practice, applied as a bias to the tasks of the final
 * test. Which row applies is decided by the nearest centroid to the task's own text, as a node would have to.
 */
export async function measurePrior(options: MeasurePriorOptions): Promise<MeasuredPrior> {
  const measured: MeasuredPrior = { tasks: [], spoken: 0, located: 0, universes: [] }
  for (const [universe, tools] of Map.groupBy(options.tools, (tool) => tool.universe)) {
    await measureUniverse(universe, tools, options, measured)
  }
  return measured
}

async function measureUniverse(
  universe: string,
  tools: readonly LiveTool[],
  options: MeasurePriorOptions,
  measured: MeasuredPrior,
): Promise<void> {
  const { answers, encoder, signal, onNote } = options
  const encode = async (texts: readonly string[]): Promise<Uint8Array[]> => {
    const vectors = await encoder.embed(texts, { signal })
    return vectors.map((vector) => encodeEmbedding(DIRECT_384, vector))
  }
  const centroids = await encode(tools.map((tool) => tool.tests[0]?.head ?? tool.domain))
  onNote?.(`token prior: ${universe}`)
  const prior = await keepPrior(tools, centroids, options)
  const { contributors, rows } = prior
  const entries = rows.reduce((sum, { bins }) => sum + bins.length, 0)
  measured.universes.push({ universe, contributors, rows: rows.length, entries })

  const tests = tools.flatMap((tool, element) =>
    tool.tests.map((task) => ({ tool, task, element })),
  )
  const codes = await encode(tests.map(({ task }) => `${task.head}\n${task.request}`))
  const schema = createTokenSchema({ profile: DIRECT_384.id, centroids, pieces: prior.pieces })
  const places = locateContexts({
    schema,
    codes: codes.map((bytes) => ({ profile: DIRECT_384.id, bytes })),
  })
  let vocabulary: VocabularyMap | undefined
  for (const [index, { tool, task, element }] of tests.entries()) {
    signal?.throwIfAborted()
    const row = rows.find((each) => each.element === places[index])
    const without = await answers.plain(tool, task, [])
    const expert = row && {
      kind: 'prior' as const,
      says: row.bins.map((bin, at) => [prior.pieces[bin] ?? '', row.values[at] ?? 0] as const),
      toBias: (model: LogitsModel) => {
        vocabulary ??= mapVocabulary({ id: schema.id, pieces: prior.pieces }, model)
        return toTokenBias(
          { bins: Uint32Array.from(row.bins), values: Float32Array.from(row.values) },
          vocabulary,
        )
      },
      alpha: 1,
    }
    // What says nothing changes nothing.
    const withPrior = expert === undefined ? without : await answers.product(task, [expert])
    measured.tasks.push({
      universe,
      domain: tool.domain,
      task: task.id,
      a: await solves(task, withPrior.text, signal),
      b: await solves(task, without.text, signal),
    })
    if (row !== undefined) measured.spoken++
    if (places[index] === element) measured.located++
  }
}

async function solves(
  task: Task,
  answer: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  return (await task.verify(answer, { signal })).success
}

/** The prior from the record, or made now: a function of what practice tried, the lessons and the model. */
async function keepPrior(
  tools: readonly LiveTool[],
  centroids: readonly Uint8Array[],
  { record, hash, openModel, amounts, signal }: MeasurePriorOptions,
): Promise<BuiltPrior> {
  const practice = tools.map(({ domain, memory, groups }) => [
    domain,
    memory,
    groups.map(({ task, episodes }) => [
      task.request,
      episodes.map(({ attempts }) =>
        attempts.map(({ answer, verdict }) => [answer, verdict.success]),
      ),
    ]),
  ])
  const key = liveKey('prior', hash, [amounts.leastVoices, practice])
  const { text } = await record.keep(key, async () => {
    const started = performance.now()
    const model = await openModel()
    const built = await buildPrior(model, {
      tools,
      centroids,
      leastVoices: amounts.leastVoices,
      signal,
    })
    return {
      text: JSON.stringify(built),
      finish: 'stop',
      promptTokens: 0,
      completionTokens: 0,
      durationMs: performance.now() - started,
    }
  })
  return builtPriorSchema.parse(JSON.parse(text))
}
