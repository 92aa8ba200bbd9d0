import { setImmediate } from 'node:timers/promises'
import { meanVector } from '../../src/protocol/aggregate/mean-vector.ts'
import type { CallOptions } from '../../src/protocol/ports.ts'
import type { LaboratorySettings } from './settings.ts'
import { countHits, createWorld, type Scores, scoreDirection, thresholdsOf } from './world.ts'

/** Queries as hard as the settings ask for, for each dispersion in turn. */
export interface PreparedQueries {
  /** Length of the noise in a query, the truth having length 1. */
  weight: number
  /** Share of them that the mean of honest vectors answers. */
  cleanRecall: number
  /** For each attacked concept and query the score that has to be passed. */
  thresholds: Float64Array[]
}

/**
 * Finds the noise at which the mean of all honest vectors answers the wanted share of the queries, and what the other
 * concepts score then.
 */
export async function prepareQueries(
  settings: LaboratorySettings,
  seed: number,
  { signal, onProgress }: CallOptions = {},
): Promise<PreparedQueries[]> {
  const world = createWorld(settings, seed)
  const concepts = Array.from({ length: settings.concepts }, (_, i) => world.concept(i))
  const others: Scores[][] = []
  const means: Scores[][] = settings.dispersions.map(() => [])
  for (let index = 0; index < settings.attacked; index++) {
    await setImmediate()
    signal?.throwIfAborted()
    onProgress?.({ stage: 'queries', done: index, total: settings.attacked, unit: 'concepts' })
    const queries = { truth: concepts[index]!, noise: world.queryNoise(index) }
    others.push(
      concepts.filter((_, i) => i !== index).map((concept) => scoreDirection(concept, queries)),
    )
    for (const [place, { spread }] of settings.dispersions.entries()) {
      means[place]!.push(scoreDirection(meanVector(world.honest(index, spread)), queries))
    }
  }
  const total = settings.attacked * settings.queries
  return means.map((scores) => {
    const recallAt = (weight: number) => {
      const hits = scores.map((each, i) =>
        countHits(each, thresholdsOf(others[i]!, weight), weight),
      )
      return hits.reduce((sum, each) => sum + each, 0) / total
    }
    let [low, high] = [0, Math.sqrt(settings.dimension)]
    for (let step = 0; step < 24; step++) {
      const middle = (low + high) / 2
      if (recallAt(middle) >= settings.cleanRecall) low = middle
      else high = middle
    }
    return {
      weight: low,
      cleanRecall: recallAt(low),
      thresholds: others.map((each) => thresholdsOf(each, low)),
    }
  })
}
