import { checkCount } from '../../protocol/aggregate/check-count.ts'
import { checkWeights } from '../../protocol/aggregate/check-weights.ts'
import { weightedMedianVector } from '../../protocol/aggregate/weighted-median-vector.ts'
import { DsoError } from '../../protocol/errors.ts'
import { readPriorRows } from './read-prior-rows.ts'
import type { CodedTokenPrior, TokenPrior, TokenPriorRow } from './token-prior.ts'
import type { TokenSchema } from './token-schema.ts'

/** Priors and what each counts for. */
export interface AggregateTokenPriorsOptions {
  schema: TokenSchema
  /** One of each contributor, as decodeTokenPrior returns it; at least one. */
  priors: readonly CodedTokenPrior[]
  /** Integers ≥ 0, one a prior (stake × quality, capped), at least one positive, together at most 2^31 − 1. */
  weights: ArrayLike<number>
  /**
   * Contributors of positive weight that must speak of an entry, ≥ 1; fewer leave it out. Default 3: the fewest of whom
   * one may lie.
   */
  leastVoices?: number
}

const MOST_WEIGHT = 2 ** 31 - 1

/**
 * Aggregates priors entry by entry (seed A eq. 5): the lower weighted median of those who speak of the entry. Who does
 * not speak of it abstains. An entry lies between the lowest and highest honest value while, among those who speak of it,
 * honest weight is more than half; that is to be seen to for each entry, because liars may agree to speak of one.
 *
 * The result keeps values, not signs: signs of medians would count all entries alike.
 *
 * @throws DsoError `SAMPLE_EMPTY` without priors, `SCHEMA_MISMATCH`, `LENGTH_MISMATCH`, `WEIGHT_OUT_OF_RANGE`,
 *   `MEDIAN_EMPTY` when no weight is positive, `OPTION_INVALID`, and what {@link readPriorRows} throws
 */
export function aggregateTokenPriors({
  schema,
  priors,
  weights,
  leastVoices = 3,
}: AggregateTokenPriorsOptions): TokenPrior {
  checkCount('leastVoices', leastVoices, { least: 1, most: 1e9 })
  if (priors.length === 0) throw new DsoError('SAMPLE_EMPTY', { details: { field: 'priors' } })
  const total = checkWeights(weights, {
    count: priors.length,
    most: MOST_WEIGHT,
    mostTogether: MOST_WEIGHT,
  })
  if (total === 0) throw new DsoError('MEDIAN_EMPTY', { details: { contributors: priors.length } })
  const voices = new Map<number, { row: TokenPriorRow; weight: number }[]>()
  for (const [index, prior] of priors.entries()) {
    const weight = weights[index]!
    for (const row of readPriorRows(prior, schema)) {
      const speakers = voices.get(row.element) ?? []
      voices.set(row.element, speakers)
      if (weight > 0) speakers.push({ row, weight })
    }
  }
  const rows = [...voices]
    .toSorted(([a], [b]) => a - b)
    .map(([element, speakers]) => aggregateRow(element, speakers, leastVoices))
    .filter(({ bins }) => bins.length > 0)
  return { schema: schema.id, rows }
}

/** Bins that the same contributors speak of are decided together. */
function aggregateRow(
  element: number,
  speakers: readonly { row: TokenPriorRow; weight: number }[],
  leastVoices: number,
): TokenPriorRow {
  const speakersOf = new Map<number, { speaker: number; value: number }[]>()
  for (const [speaker, { row }] of speakers.entries()) {
    for (let i = 0; i < row.bins.length; i++) {
      const said = { speaker, value: row.values[i]! }
      const heard = speakersOf.get(row.bins[i]!)
      if (heard === undefined) speakersOf.set(row.bins[i]!, [said])
      else heard.push(said)
    }
  }
  const alike = Map.groupBy(
    [...speakersOf].filter(([, said]) => said.length >= leastVoices),
    ([, said]) => said.map(({ speaker }) => speaker).join(),
  )
  const entries = [...alike.values()].flatMap((group) => {
    const who = group[0]![1].map(({ speaker }) => speaker)
    const medians = weightedMedianVector({
      vectors: who.map((_, at) => Float32Array.from(group, ([, said]) => said[at]!.value)),
      weights: who.map((speaker) => speakers[speaker]!.weight),
    })
    return group.map(([bin], at) => ({ bin, value: medians[at]! }))
  })
  entries.sort((a, b) => a.bin - b.bin)
  return {
    element,
    bins: Uint32Array.from(entries, ({ bin }) => bin),
    values: Float32Array.from(entries, ({ value }) => value),
  }
}
