import { type HammingFunctions } from '../../src/kernels/hamming.ts'
import { hammingWasm } from '../../src/kernels/generated/hamming.ts'
import { openKernel } from '../../src/kernels/open-kernel.ts'
import { openCodeBlocks } from '../../src/kernels/scan.ts'
import { type CodeIndex, createCodeIndex } from '../../src/protocol/search/code-index.ts'
import { quantiseQuery } from '../../src/protocol/search/quantise-query.ts'
import { createSeededRandom } from '../../src/protocol/statistics/create-seeded-random.ts'
import { compareSpeeds } from '../common/compare-speeds.ts'
import { type BenchFigure, makeFigure } from '../common/figure.ts'
import { createGaussian } from '../common/gaussian.ts'
import type { SimsimdRival } from '../common/rivals.ts'
import { openMemoryRead } from './open-memory-read.ts'
import { plainHamming } from './plain-hamming.ts'

/** Codes that are searched: 96 MB, far more than a cache holds. */
export const CODES = 100_000

/** Bytes of a code: 7680 bits. */
export const CODE_BYTES = 960

const HITS = 10

/** What a run of speeds gives. */
export interface Speeds {
  figures: BenchFigure[]
  /** Nanoseconds of one call, by candidate. */
  nanoseconds: Record<string, number>
}

/**
 * The figures about time: every candidate goes through all codes, in the same run. Before it is timed, each way of
 * counting must have counted the same.
 *
 * @param simsimd undefined where it cannot be had; its figure is then left out
 * @throws Error when two of them disagree, or where WebAssembly SIMD is missing
 */
export async function measureSpeeds(
  seed: number,
  simsimd: SimsimdRival | undefined,
): Promise<Speeds> {
  const random = createSeededRandom(`search/speeds/${seed}`)
  const codes = random.bytes(CODES * CODE_BYTES)
  const gaussian = createGaussian(random)
  const queries = Array.from({ length: 4 }, () => random.bytes(CODE_BYTES))
  const floats = queries.map(() => Float32Array.from({ length: 8 * CODE_BYTES }, gaussian))
  const tables = floats.map((each) => quantiseQuery(each).entries)
  const rowOf = (row: number) => codes.subarray(row * CODE_BYTES, (row + 1) * CODE_BYTES)

  const blocks = openCodeBlocks(CODE_BYTES)
  blocks.reserve(CODES)
  for (let row = 0; row < CODES; row++) blocks.write(row, rowOf(row))
  const index = fillIndex(rowOf)
  const memory = await openMemoryRead(codes)
  const rows = holdRows(codes, queries)
  const plain = { codes: new Uint32Array(codes.buffer), query: new Uint32Array(queries[0]!.buffer) }
  const views = Array.from({ length: CODES }, (_, row) => rowOf(row))

  const counts = new Uint32Array(CODES)
  const kept = (_: number, firstRow: number, sums: Uint32Array) => counts.set(sums, firstRow)
  const ignored = () => undefined
  const candidates: Record<string, () => void> = {
    read: () => void memory.read(codes.length),
    'Hamming, 1 query': () => blocks.countDifferences(CODES, queries.slice(0, 1), ignored),
    'Hamming, 4 queries': () => blocks.countDifferences(CODES, queries, ignored),
    'Hamming row by row, 1 query': () => rows.count(1),
    'Hamming row by row, 4 queries': () => rows.count(4),
    'asymmetric, 1 query': () => blocks.sumEntries(CODES, tables.slice(0, 1), ignored),
    'asymmetric, 4 queries': () => blocks.sumEntries(CODES, tables, ignored),
    'plain JavaScript': () => {
      for (let row = 0; row < CODES; row++) {
        counts[row] = plainHamming(plain.codes, (row * CODE_BYTES) / 4, plain.query)
      }
    },
    'index, Hamming': () => void index.searchHamming(queries[0]!, HITS),
    'index, asymmetric': () => void index.searchAsymmetric(floats[0]!, HITS),
  }
  if (simsimd !== undefined) {
    candidates[simsimd.name] = () => {
      for (let row = 0; row < CODES; row++) counts[row] = simsimd.hamming(views[row]!, queries[0]!)
    }
  }
  blocks.countDifferences(CODES, queries.slice(0, 1), kept)
  const expected = counts.slice()
  rows.count(1)
  agree('row by row', rows.counts(), expected)
  for (const name of ['plain JavaScript', ...(simsimd === undefined ? [] : [simsimd.name])]) {
    counts.fill(0)
    candidates[name]!()
    agree(name, counts, expected)
  }
  const nanoseconds = compareSpeeds(candidates, { rounds: 15 })
  return { figures: figuresOf(nanoseconds, simsimd?.name), nanoseconds }
}

function figuresOf(nanoseconds: Record<string, number>, simsimd: string | undefined) {
  const ratio = (a: string, b: string): number => nanoseconds[a]! / nanoseconds[b]!
  const one = 'Hamming, 1 query'
  const figures = [
    makeFigure('hamming-share-of-bandwidth', ratio('read', one), 'share', { min: 0.65 }),
    makeFigure('asymmetric-share-of-bandwidth', ratio('read', 'asymmetric, 1 query'), 'share', {
      min: 0.5,
    }),
    makeFigure('hamming-over-plain-js', ratio('plain JavaScript', one), 'ratio', { min: 6 }),
    makeFigure('four-query-gain', 4 * ratio(one, 'Hamming, 4 queries'), 'ratio', { min: 1.4 }),
    makeFigure(
      'four-query-gain-asymmetric',
      4 * ratio('asymmetric, 1 query', 'asymmetric, 4 queries'),
      'ratio',
      null,
    ),
    makeFigure(
      'hamming-rows-share-of-bandwidth',
      ratio('read', 'Hamming row by row, 1 query'),
      'share',
      null,
    ),
    makeFigure('index-hamming-time', nanoseconds['index, Hamming']! / 1e6, 'ms', null),
    makeFigure('index-asymmetric-time', nanoseconds['index, asymmetric']! / 1e6, 'ms', null),
  ]
  if (simsimd === undefined) return figures
  const gain = makeFigure('hamming-over-simsimd', ratio(simsimd, one), 'ratio', { min: 1.4 })
  return [...figures.slice(0, 2), gain, ...figures.slice(2)]
}

function fillIndex(rowOf: (row: number) => Uint8Array): CodeIndex {
  const index = createCodeIndex({ bits: 8 * CODE_BYTES })
  for (let row = 0; row < CODES; row++) index.add(row, rowOf(row))
  return index
}

/** The codes as they come, in the memory of the other Hamming kernel. */
function holdRows(codes: Uint8Array, queries: readonly Uint8Array[]) {
  const kernel = openKernel<HammingFunctions>(hammingWasm)
  if (kernel === undefined) throw new Error('this runtime has no WebAssembly SIMD')
  const queriesAt = codes.length
  const outAt = queriesAt + queries.length * CODE_BYTES
  const memory = kernel.reserve(outAt + 4 * queries.length * CODES)
  new Uint8Array(memory).set(codes)
  for (const [i, query] of queries.entries()) {
    new Uint8Array(memory).set(query, queriesAt + i * CODE_BYTES)
  }
  return {
    count: (queryCount: number) =>
      kernel.functions.distances(0, CODE_BYTES, CODES, CODE_BYTES, queriesAt, queryCount, outAt),
    counts: () => new Uint32Array(memory, outAt, CODES),
  }
}

function agree(name: string, counts: Uint32Array, expected: Uint32Array): void {
  const row = counts.findIndex((count, i) => count !== expected[i])
  if (row >= 0)
    throw new Error(`${name} counts ${counts[row]} for row ${row}, not ${expected[row]}`)
}
