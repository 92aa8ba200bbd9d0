import { AGGREGATORS } from './aggregators.ts'
import { ATTACKS, type AttackSituation } from './attacks.ts'
import { packSigns } from './floats.ts'
import type { PreparedQueries } from './prepare-queries.ts'
import type { LaboratorySettings } from './settings.ts'
import { countHits, scoreDirection, type World } from './world.ts'

/** Queries answered by one aggregator under one attack, dispersion and share of liars. */
export interface CellHits {
  aggregator: string
  dispersion: string
  /** Name of the attack; without liars every attack is the same and has the name `none`. */
  attack: string
  faultyPercent: number
  hits: number
}

/** Attacks one concept in every way and asks for it. */
export function runConcept(
  settings: LaboratorySettings,
  world: World,
  prepared: readonly PreparedQueries[],
  index: number,
): CellHits[] {
  const queries = { truth: world.concept(index), noise: world.queryNoise(index) }
  const rival = world.rivalOf(index)
  const liarNoise = world.liarNoise(index)
  const cells: CellHits[] = []
  for (const [place, { id: dispersion, spread }] of settings.dispersions.entries()) {
    const { weight, thresholds } = prepared[place]!
    const all = world.honest(index, spread)
    const codes = all.map(packSigns)
    for (const faultyPercent of settings.faultyPercents) {
      const faulty = Math.floor((settings.contributors * faultyPercent) / 100)
      const honest = all.slice(0, settings.contributors - faulty)
      const honestCodes = codes.slice(0, honest.length)
      const noise = liarNoise.slice(0, faulty)
      const situation = { honest, faulty, spread, rival, noise, ...describeHonest(honest) }
      for (const [attack, lie] of faulty === 0 ? [NO_ATTACK] : Object.entries(ATTACKS)) {
        const lies = lie(situation)
        const lieCodes = packEach(lies)
        const submission = {
          vectors: [...honest, ...lies],
          codes: [...honestCodes, ...lieCodes],
          faulty,
        }
        for (const { ids, slow, aggregate } of AGGREGATORS) {
          if (slow && index >= settings.attackedSlowly) continue
          const directions = aggregate(submission)
          for (const [i, aggregator] of ids.entries()) {
            const scores = scoreDirection(directions[i]!, queries)
            const hits = countHits(scores, thresholds[index]!, weight)
            cells.push({ aggregator, dispersion, attack, faultyPercent, hits })
          }
        }
      }
    }
  }
  return cells
}

const NO_ATTACK: [string, (situation: AttackSituation) => Float32Array[]] = ['none', () => []]

/** Mean and deviation of each dimension. */
function describeHonest(honest: readonly Float32Array[]) {
  const dimension = honest[0]!.length
  const sums = new Float64Array(dimension)
  const squares = new Float64Array(dimension)
  for (const vector of honest) {
    for (let i = 0; i < dimension; i++) {
      const value = vector[i]!
      sums[i]! += value
      squares[i]! += value * value
    }
  }
  const mean = Float32Array.from(sums, (sum) => sum / honest.length)
  const deviation = Float32Array.from(squares, (square, i) =>
    Math.sqrt(Math.max(0, square / honest.length - (sums[i]! / honest.length) ** 2)),
  )
  return { mean, deviation }
}

/** Sign codes, packed once for vectors that are one object. */
function packEach(vectors: readonly Float32Array[]): Uint8Array[] {
  const known = new Map<Float32Array, Uint8Array>()
  return vectors.map((vector) => {
    const code = known.get(vector) ?? packSigns(vector)
    known.set(vector, code)
    return code
  })
}
