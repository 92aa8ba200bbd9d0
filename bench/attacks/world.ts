import { createSeededRandom } from '../../src/protocol/statistics/create-seeded-random.ts'
import { createGaussian } from '../common/gaussian.ts'
import { blend, dot, scaleTo } from './floats.ts'
import { type LaboratorySettings, RECALL_AT } from './settings.ts'

/** All random numbers of a laboratory, from one seed; each part can be made alone. */
export interface World {
  /** The direction of a concept. */
  concept: (index: number) => Float32Array
  /** A concept of the same topic. */
  rivalOf: (index: number) => Float32Array
  /** What the honest contributors say of a concept. */
  honest: (index: number, spread: number) => Float32Array[]
  /** Noise for the liars, a row for each. */
  liarNoise: (index: number) => Float32Array[]
  /** Noise of the queries for a concept, of length about 1. */
  queryNoise: (index: number) => Float32Array[]
}

/** Makes the world of a seed. */
export function createWorld(settings: LaboratorySettings, seed: number): World {
  const { dimension, topics, concepts, topicCosine, contributors } = settings
  const draw = (part: string, rows: number): Float32Array[] => {
    const gaussian = createGaussian(createSeededRandom(`dso/attacks/${seed}/${part}`))
    return Array.from({ length: rows }, () => Float32Array.from({ length: dimension }, gaussian))
  }
  const unit = (part: string) => scaleTo(draw(part, 1)[0]!, 1)
  const topicOf = Array.from({ length: topics }, (_, topic) => unit(`topic/${topic}`))
  const concept = (index: number) => {
    const own = unit(`concept/${index}`)
    return blend(topicOf[index % topics]!, own, Math.sqrt(1 / topicCosine - 1))
  }
  let kept: { index: number; noise: Float32Array[] } | undefined
  const honestNoise = (index: number) => {
    if (kept?.index !== index) kept = { index, noise: draw(`honest/${index}`, contributors) }
    return kept.noise
  }
  return {
    concept,
    rivalOf: (index) => concept((index + topics) % concepts),
    honest: (index, spread) => {
      const truth = concept(index)
      const factor = spread / Math.sqrt(dimension)
      return honestNoise(index).map((row) => blend(truth, row, factor))
    },
    liarNoise: (index) => draw(`liars/${index}`, Math.ceil(contributors / 2)),
    queryNoise: (index) => {
      const scale = 1 / Math.sqrt(dimension)
      return draw(`queries/${index}`, settings.queries).map((row) =>
        row.map((value) => value * scale),
      )
    },
  }
}

/** The queries of one attacked concept: its direction, and that plus noise. */
export interface ConceptQueries {
  truth: Float32Array
  noise: Float32Array[]
}

/** How well a direction answers each query of a concept before noise is weighed: with the truth, and with each noise. */
export interface Scores {
  truth: number
  noise: Float64Array
}

/** What a direction, at length 1, scores; all 0 for the zero vector. */
export function scoreDirection(direction: Float32Array, queries: ConceptQueries): Scores {
  const length = Math.sqrt(dot(direction, direction))
  const against = (query: Float32Array) => (length === 0 ? 0 : dot(direction, query) / length)
  return { truth: against(queries.truth), noise: Float64Array.from(queries.noise, against) }
}

/** For each query the score that has to be passed: the best but four among the other concepts. */
export function thresholdsOf(others: readonly Scores[], weight: number): Float64Array {
  const queries = others[0]!.noise.length
  return Float64Array.from({ length: queries }, (_, query) => {
    const best = new Float64Array(RECALL_AT).fill(Number.NEGATIVE_INFINITY)
    for (const { truth, noise } of others) {
      const score = truth + weight * noise[query]!
      if (score <= best[0]!) continue
      best[0] = score
      best.sort()
    }
    return best[0]!
  })
}

/** Queries that a direction answers: it is among the first five. */
export function countHits(scores: Scores, thresholds: Float64Array, weight: number): number {
  return thresholds.reduce((hits, threshold, query) => {
    return hits + Number(scores.truth + weight * scores.noise[query]! > threshold)
  }, 0)
}
