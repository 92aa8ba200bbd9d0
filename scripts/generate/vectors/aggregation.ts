import { bytesToHex } from '@noble/hashes/utils.js'
import { createMedianKernel } from '../../../src/kernels/median.ts'
import { openScalarMedian } from '../../../src/kernels/scalar/median.ts'
import { openScalarVotes } from '../../../src/kernels/scalar/votes.ts'
import { createVotesKernel } from '../../../src/kernels/votes.ts'
import { assignToCentroids } from '../../../src/protocol/aggregate/assign-to-centroids.ts'
import { centredClipping } from '../../../src/protocol/aggregate/centred-clipping.ts'
import type { CodeValues } from '../../../src/protocol/aggregate/code-values.ts'
import { decodeMargins } from '../../../src/protocol/aggregate/decode-margins.ts'
import { findWeightedMedoid } from '../../../src/protocol/aggregate/find-weighted-medoid.ts'
import { geometricMedian } from '../../../src/protocol/aggregate/geometric-median.ts'
import { measureCodeDistances } from '../../../src/protocol/aggregate/measure-code-distances.ts'
import { mixNearest } from '../../../src/protocol/aggregate/mix-nearest.ts'
import { multiKrum } from '../../../src/protocol/aggregate/multi-krum.ts'
import { weightedIntegerMedian } from '../../../src/protocol/aggregate/weighted-integer-median.ts'
import { createSeededRandom } from '../../../src/protocol/statistics/create-seeded-random.ts'
import { createAggregationRefusals } from './aggregation-refusals.ts'
import { aggregateByTheBook } from './robust-oracle.ts'

const medians = createMedianKernel(openScalarMedian)
const votes = createVotesKernel(openScalarVotes)

/** What every aggregator makes of small inputs, with ties, zeros of both signs and weights, and what is refused. */
export function createAggregationVectors(): object {
  return {
    description:
      'Aggregation. `vectors` and f32 results are little-endian f32, codes and planes bytes, all hex; levels are integers. `geometricMedian`, `centredClipping`, `margins` are decimals, right to 1e-6. Everything else is exact. A refused case names the verb, its input and the error code.',
    vectors: vectorCases(),
    integerMedians: integerMedianCases(),
    votes: voteCases(),
    robust: robustCases(),
    centroids: centroidCases(),
    medoids: medoidCases(),
    refused: createAggregationRefusals(),
  }
}

function vectorCases(): object[] {
  const random = createSeededRandom('vectors/aggregation/vectors')
  const floats = (count: number, dimension: number) =>
    Array.from({ length: count }, () =>
      Float32Array.from({ length: dimension }, () => random.next() - 0.5),
    )
  const f32 = (...values: number[]) => Float32Array.from(values)
  const cases: [string, Float32Array[], number[], number][] = [
    ["the example of ByzFL's README", [f32(1, 2, 3), f32(4, 5, 6), f32(7, 8, 9)], [1, 1, 1], 1],
    ['one vector', [f32(-0, 0.5)], [3], 0],
    ['both zeros, −0 comes first', [f32(0, -0), f32(-0, 0), f32(0, -0)], [1, 5, 1], 1],
    [
      'an even count takes the mean of the middle',
      [f32(1), f32(2), f32(5), f32(9)],
      [1, 1, 1, 1],
      1,
    ],
    ['largest floats do not overflow', [f32(3e38), f32(3e38), f32(3.2e38)], [1, 1, 0], 1],
    ['equal vectors, ties by index', [f32(1, 1), f32(2, 2), f32(1, 1), f32(2, 2)], [2, 1, 0, 3], 1],
    ['seven vectors of five values', floats(7, 5), [3, 1, 4, 1, 5, 9, 2], 2],
    ['eight vectors of three values', floats(8, 3), [1000, 0, 1, 1000, 7, 7, 7, 7], 3],
  ]
  return cases.map(([name, vectors, weights, faulty]) => {
    const count = vectors.length
    const rows = Float32Array.from(vectors.flatMap((vector) => [...vector]))
    const { selected } = multiKrum({ vectors, faulty })
    const chosen = selected.toSorted((a, b) => a - b).flatMap((index) => [...vectors[index]!])
    return {
      name,
      vectors: vectors.map(floatsToHex),
      weights,
      faulty,
      median: floatsToHex(medians.medians(rows, count)),
      weightedMedian: floatsToHex(medians.weightedMedians(rows, Uint32Array.from(weights))),
      mean: floatsToHex(medians.means(rows, count)),
      trimmedMean: floatsToHex(
        medians.rankMeans(rows, count, { from: faulty, to: count - 1 - faulty }),
      ),
      selected,
      multiKrum: floatsToHex(medians.means(Float32Array.from(chosen), selected.length)),
      mixed: mixNearest({ vectors, faulty }).map(floatsToHex),
      geometricMedian: decimals(geometricMedian({ vectors, smoothing: 0.1, rounds: 3 })),
      centredClipping: decimals(centredClipping({ vectors, radius: 0.5, rounds: 3 })),
    }
  })
}

function integerMedianCases(): object[] {
  const most = Number.MAX_SAFE_INTEGER
  const cases: [string, number[], number[]][] = [
    ['an exact tie takes the lower', [7, -7], [4, 4]],
    ['negative values', [-5, -1, -9], [1, 1, 1]],
    ['largest integers', [most, -most, most], [1, 1, 1]],
    ['an odd whole weight', [1, 2], [1, 2]],
    ['zero weights do not count', [1, 2, 3], [0, 0, 9]],
  ]
  return cases.map(([name, values, weights]) => ({
    name,
    values,
    weights,
    median: weightedIntegerMedian({ values, weights }),
  }))
}

function voteCases(): object[] {
  const random = createSeededRandom('vectors/aggregation/votes')
  const cases: [string, number, number, ((index: number) => number) | undefined][] = [
    ['no codes', 0, 2, undefined],
    ['one code', 1, 2, undefined],
    ['two codes: a tie is no majority', 2, 2, undefined],
    ['eight codes: the count needs a fourth plane', 8, 2, undefined],
    ['nine codes of three bytes', 9, 3, undefined],
    ['121 codes of one byte', 121, 1, undefined],
    ['weights', 5, 2, (index) => [1000, 1, 0, 512, 513][index]!],
    ['weights of 0 only', 3, 2, () => 0],
  ]
  return cases.map(([name, count, bytes, weightOf]) => {
    const codes = Array.from({ length: count }, () => random.bytes(bytes))
    const weights = weightOf === undefined ? undefined : codes.map((_, index) => weightOf(index))
    const weight = weights === undefined ? count : weights.reduce((sum, each) => sum + each, 0)
    const packed = Uint8Array.from(codes.flatMap((code) => [...code]))
    const planeCount = weight.toString(2).length
    const counted = weights === undefined ? undefined : Uint32Array.from(weights)
    const counters = votes.count(packed, bytes, planeCount, counted)
    const counts = votes.expand(counters, bytes)
    const majority = new Uint8Array(bytes)
    for (const [i, each] of counts.entries()) {
      if (2 * each > weight) majority[i >> 3]! |= 1 << (i & 7)
    }
    return {
      name,
      bytes,
      codes: codes.map((code) => bytesToHex(code)),
      ...(weights === undefined ? {} : { weights }),
      weight,
      planes: weight === 0 ? '' : bytesToHex(counters),
      counts: [...counts],
      ...(weight === 0 ? {} : { majority: bytesToHex(majority) }),
    }
  })
}

function robustCases(): object[] {
  const random = createSeededRandom('vectors/aggregation/robust')
  const truth = random.bytes(4)
  /** Codes that share about three of four bits with the truth. */
  const honest = (count: number) =>
    Array.from({ length: count }, () => {
      const [a, b] = [random.bytes(4), random.bytes(4)]
      return truth.map((byte, i) => byte ^ (a[i]! & b[i]!))
    })
  const opposite = truth.map((byte) => ~byte)
  const repeat = (code: Uint8Array, count: number) => Array.from({ length: count }, () => code)
  const many = honest(6)
  const cases: [string, Uint8Array[], number[] | undefined][] = [
    ['one code', [truth], undefined],
    ['two codes', [truth, opposite], undefined],
    ['copies speak once', [...honest(3), ...repeat(opposite, 2)], undefined],
    ['equal codes only', repeat(truth, 4), undefined],
    ['nine codes', honest(9), undefined],
    ['six codes', many, undefined],
    ['the same six in another order', many.toReversed(), undefined],
    [
      'ten codes, four liars who differ',
      [...honest(6), ...honest(4).map((c) => c.map((b) => ~b))],
      undefined,
    ],
    ['weights', honest(7), [1000, 900, 800, 10, 10, 10, 0]],
    ['weights of which one copies', [truth, truth, ...honest(4)], [5, 7, 3, 3, 3, 3]],
  ]
  return cases.map(([name, codes, weights]) => {
    const inputs = codes.map((code, i) => ({ code, weight: weights?.[i] ?? 1 }))
    const { counts, whole, voices } = aggregateByTheBook(inputs)
    const margins = decodeMargins({ counts: Uint32Array.from(counts), whole })
    return {
      name,
      codes: codes.map((code) => bytesToHex(code)),
      ...(weights === undefined ? {} : { weights }),
      counts,
      whole,
      voices,
      margins: decimals(margins),
    }
  })
}

function centroidCases(): object[] {
  const signs = (...hex: string[]) => hex.map((each) => Uint8Array.from(Buffer.from(each, 'hex')))
  const levels = (...rows: number[][]) => rows.map((row) => Int8Array.from(row))
  const cases: [string, CodeValues[], CodeValues[], number | undefined][] = [
    ['signs, a tie takes the lower', signs('0f', 'ff', '00'), signs('00', 'ff'), undefined],
    ['signs that are far from all', signs('0f', 'f0', '01'), signs('00', 'ff'), 3],
    ['levels', levels([127, 0], [1, 127], [-127, 0]), levels([127, 127], [-5, 127]), undefined],
    ['levels within 60 degrees', levels([127, 0], [-127, 1]), levels([127, 127]), 500_000],
  ]
  return cases.map(([name, codes, centroids, within]) => ({
    name,
    codes: codes.map(showValues),
    centroids: centroids.map(showValues),
    ...(within === undefined ? {} : { within }),
    distances: [...measureCodeDistances(codes, centroids)],
    nearest: [
      ...assignToCentroids({ codes, centroids, ...(within === undefined ? {} : { within }) }),
    ],
  }))
}

function medoidCases(): object[] {
  const random = createSeededRandom('vectors/aggregation/medoids')
  const signs = Array.from({ length: 5 }, () => random.bytes(4))
  const levels = Array.from({ length: 5 }, () =>
    Int8Array.from({ length: 4 }, () => random.integer(255) - 127),
  )
  const ids = ['05', '03', '0301', '01', '02']
  const cases: [string, CodeValues[], number[], string[]][] = [
    ['signs', signs, [1, 1, 1, 1, 1], ids],
    ['signs with weights', signs, [1, 900, 3, 0, 1000], ids],
    ['levels', levels, [1, 1, 1, 1, 1], ids],
    [
      'equal codes: the lowest id',
      [signs[0]!, signs[0]!, signs[0]!],
      [4, 4, 4],
      ['05', '03', '0301'],
    ],
    [
      'the nearest weighs nothing',
      [signs[0]!, signs[0]!, signs[1]!],
      [9, 0, 1],
      ['05', '01', '02'],
    ],
  ]
  return cases.map(([name, codes, weights, texts]) => ({
    name,
    codes: codes.map(showValues),
    weights,
    ids: texts,
    medoid: findWeightedMedoid({
      codes,
      weights,
      ids: texts.map((text) => Uint8Array.from(Buffer.from(text, 'hex'))),
    }),
  }))
}

/** Signs as hex, levels as numbers. */
function showValues(values: CodeValues): string | number[] {
  return values instanceof Uint8Array ? bytesToHex(values) : [...values]
}

/** Eight digits: what a reader needs to be within 1e-6. */
function decimals(values: Float32Array): number[] {
  return Array.from(values, (value) => Number(value.toPrecision(8)))
}

/** Little-endian f32, whatever the machine. */
function floatsToHex(values: Float32Array): string {
  const view = new DataView(new ArrayBuffer(4 * values.length))
  for (const [i, value] of values.entries()) view.setFloat32(4 * i, value, true)
  return bytesToHex(new Uint8Array(view.buffer))
}
