import { describe, expect, test } from 'vitest'
import { aggregateRobustly } from '../../src/protocol/aggregate/aggregate-robustly.ts'
import { measureCodeDistances } from '../../src/protocol/aggregate/measure-code-distances.ts'
import { ATTACKS } from './attacks.ts'
import { figuresOf } from './figures.ts'
import { dot, packSigns } from './floats.ts'
import { gridOf, recallOf } from './grid.ts'
import { prepareQueries } from './prepare-queries.ts'
import { runConcept } from './run-concept.ts'
import { createGrid } from './run-laboratory.ts'
import { type LaboratorySettings, PUBLISHED_SETTINGS } from './settings.ts'
import { countHits, createWorld, thresholdsOf } from './world.ts'

/** The published laboratory, made small. */
const SMALL: LaboratorySettings = {
  ...PUBLISHED_SETTINGS,
  dimension: 512,
  concepts: 60,
  topics: 10,
  contributors: 30,
  attacked: 4,
  attackedSlowly: 1,
  queries: 10,
}

async function runSmall(settings: LaboratorySettings, seed: number) {
  const prepared = await prepareQueries(settings, seed)
  const world = createWorld(settings, seed)
  const grid = createGrid(settings)
  for (let index = 0; index < settings.attacked; index++) {
    grid.add(runConcept(settings, world, prepared, index))
  }
  return { prepared, cells: grid.cells() }
}

describe('the laboratory', async () => {
  const { prepared, cells } = await runSmall(SMALL, 1000)

  test('asks every aggregator in every cell, the slow ones about fewer concepts', () => {
    const lines = gridOf(SMALL, cells)
    const aggregators = new Set(lines.map(({ aggregator }) => aggregator))
    expect(aggregators.size).toBe(11)
    expect(lines).toHaveLength(11 * 3 * 12)
    expect(lines.find(({ aggregator }) => aggregator === 'robust')?.queries).toBe(40)
    expect(lines.find(({ aggregator }) => aggregator === 'krum')?.queries).toBe(10)
    for (const { hits } of lines) expect(hits.split(' ')).toHaveLength(6)
  })

  test('sets the noise of queries so that the mean answers what it should', () => {
    for (const { cleanRecall } of prepared) expect(cleanRecall).toBeGreaterThanOrEqual(0.95)
    const clean = cells.filter(
      ({ aggregator, attack }) => aggregator === 'mean' && attack === 'none',
    )
    expect(clean.map(recallOf)).toEqual(prepared.map(({ cleanRecall }) => cleanRecall))
  })

  test('has teeth: the mean falls to one great lie, the recipe does not', () => {
    const recall = (wanted: string) =>
      cells
        .filter(
          ({ aggregator, attack, dispersion, faultyPercent }) =>
            aggregator === wanted &&
            attack === 'foe-100' &&
            dispersion === 'cos61' &&
            faultyPercent === 30,
        )
        .map(recallOf)
    expect(recall('mean')).toEqual([0])
    expect(recall('robust')[0]).toBeGreaterThan(0.7)
  })

  test('gives the figures that are owed, with their goals', () => {
    const figures = new Map(figuresOf(SMALL, cells).map((figure) => [figure.id, figure]))
    expect(figures.get('worst-of-12-f30')?.goal).toBe('≥ 0.91')
    expect(figures.get('worst-of-12-f40')?.goal).toBe('≥ 0.897')
    expect(figures.get('median-under-sign-flip-f30')?.goal).toBe('≤ 0.3')
    expect(figures.get('robust-worst-cos14-f49')?.goal).toBeNull()
  })
})

test('the same seed gives the same cells, another seed others', async () => {
  const tiny = { ...SMALL, attacked: 1, attackedSlowly: 0, faultyPercents: [0, 40] }
  const [a, b, c] = [await runSmall(tiny, 5), await runSmall(tiny, 5), await runSmall(tiny, 6)]
  expect(b.prepared).toEqual(a.prepared)
  expect(b.cells).toEqual(a.cells)
  expect(c.prepared).not.toEqual(a.prepared)
})

describe('the attacks', () => {
  const dimension = 4096
  const settings = { ...SMALL, dimension, contributors: 100 }
  const world = createWorld(settings, 1001)
  const [faulty, spread] = [40, 1.5]
  const honest = world.honest(0, spread).slice(0, 60)
  const mean = new Float32Array(dimension)
  for (const vector of honest) for (const [i, x] of vector.entries()) mean[i]! += x / 60
  const deviation = mean.map((centre, i) =>
    Math.sqrt(honest.reduce((sum, vector) => sum + (vector[i]! - centre) ** 2, 0) / 60),
  )
  const situation = {
    honest,
    faulty,
    mean,
    deviation,
    spread,
    rival: world.rivalOf(0),
    noise: world.liarNoise(0).slice(0, faulty),
  }
  const lies = (name: string) => ATTACKS[name]!(situation)
  const cosineOf = (a: Float32Array, b: Float32Array) =>
    dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))

  test('are twelve, and each sends what every liar has to', () => {
    expect(Object.keys(ATTACKS)).toHaveLength(12)
    for (const attack of Object.values(ATTACKS)) {
      const sent = attack(situation)
      expect(sent).toHaveLength(faulty)
      for (const vector of sent) expect(vector.every((x) => Number.isFinite(x))).toBe(true)
    }
  })

  test('the honest agree as the dispersion says', () => {
    expect(cosineOf(honest[0]!, honest[1]!)).toBeCloseTo(1 / (1 + spread ** 2), 1)
  })

  test.each(['sign-flip', 'foe-100', 'mimic', 'alie-classical', 'alie-half'])(
    '%s sends copies',
    (name) => {
      expect(new Set(lies(name)).size).toBe(1)
    },
  )

  test('jittered liars differ as much as the honest do', () => {
    for (const name of ['sign-flip-jittered', 'alie-one-jittered', 'alie-classical-jittered']) {
      const [a, b] = lies(name)
      const gap = (x: Float32Array, y: Float32Array) =>
        Math.sqrt(dot(x, x) + dot(y, y) - 2 * dot(x, y))
      expect(gap(a!, b!) / gap(honest[0]!, honest[1]!)).toBeCloseTo(1, 1)
    }
  })

  test('edge is jittered just enough that liars are heard', () => {
    const codes = [...honest, ...lies('edge')].map(packSigns)
    const heard = aggregateRobustly({ codes }).voices.filter((voice) => voice >= honest.length)
    expect(heard.length).toBeGreaterThan(0.9 * faulty)
    const distances = measureCodeDistances(codes, codes)
    const farthest = (from: number, to: number) =>
      Math.max(
        ...Array.from({ length: to - from }, (_, i) =>
          Math.max(...distances.subarray((from + i) * 100 + from, (from + i) * 100 + to)),
        ),
      )
    expect(farthest(60, 100)).toBeLessThan(0.65 * farthest(0, 60))
  })
})

test('a query is answered when its concept is among the first five', () => {
  const others = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4].map((truth) => ({
    truth,
    noise: Float64Array.of(0, 1),
  }))
  const thresholds = thresholdsOf(others, 0.1)
  expect(thresholds[0]).toBeCloseTo(0.5, 12)
  expect(thresholds[1]).toBeCloseTo(0.6, 12)
  const scores = (truth: number) => ({ truth, noise: Float64Array.of(0, 0) })
  expect(countHits(scores(0.51), thresholds, 0.1)).toBe(1)
  expect(countHits(scores(0.61), thresholds, 0.1)).toBe(2)
  expect(countHits(scores(0.49), thresholds, 0.1)).toBe(0)
})
