import { votesWasm } from '../../src/kernels/generated/votes.ts'
import { medianKernel } from '../../src/kernels/median.ts'
import { openKernel } from '../../src/kernels/open-kernel.ts'
import { votesKernel, type VotesFunctions } from '../../src/kernels/votes.ts'
import { aggregateRobustly } from '../../src/protocol/aggregate/aggregate-robustly.ts'
import { decodeMargins } from '../../src/protocol/aggregate/decode-margins.ts'
import { medianVector } from '../../src/protocol/aggregate/median-vector.ts'
import { createSeededRandom } from '../../src/protocol/statistics/create-seeded-random.ts'
import { packSigns } from '../attacks/floats.ts'
import { createGaussian } from '../common/gaussian.ts'
import { openMemoryRead } from '../search/open-memory-read.ts'
import { aggregateAsListed, aggregateWeightedAsListed, scaleToOne } from './listing.ts'

/** How much is aggregated. */
export interface CandidateSizes {
  /** Vectors. */
  rows: number
  /** Values of a vector, a multiple of 128. */
  columns: number
  /** Codes of the large vote, a multiple of 128. */
  manyCodes: number
}

/** What is timed against each other, by name. */
export interface Candidates {
  /** Medians, votes and the recipe over `rows` vectors. */
  hundred: Record<string, () => void>
  /** The large vote, and reading its codes. */
  many: Record<string, () => void>
  /** The vectors, row by row. */
  matrix: Float32Array
}

/**
 * Makes what is timed, all from one seed. The ways to one result must agree.
 *
 * @throws Error when two of them do not, or where WebAssembly SIMD is missing
 */
export async function createCandidates(
  { rows, columns, manyCodes }: CandidateSizes,
  seed: number,
): Promise<Candidates> {
  const codeBytes = columns / 8
  const random = createSeededRandom(`aggregate/speeds/${seed}`)
  const gaussian = createGaussian(random)
  const truth = Float32Array.from({ length: columns }, gaussian)
  const vectors = Array.from({ length: rows }, () =>
    scaleToOne(truth.map((value) => value + 1.5 * gaussian())),
  )
  const matrix = new Float32Array(rows * columns)
  for (const [row, vector] of vectors.entries()) matrix.set(vector, row * columns)
  const weights = Uint32Array.from({ length: rows }, () => 1 + random.integer(1000))
  const codes = vectors.map(packSigns)
  const packed = Uint8Array.from(codes.flatMap((code) => [...code]))
  const many = random.bytes(manyCodes * codeBytes)

  const countHundred = holdCodes(packed, codeBytes)
  const countMany = holdCodes(many, codeBytes)
  const memory = await openMemoryRead(many)

  agree('median', scaleToOne(medianVector(vectors)), aggregateAsListed(vectors))
  const weighted = scaleToOne(medianKernel.weightedMedians(matrix, weights))
  agree('weighted median', weighted, aggregateWeightedAsListed(vectors, weights))

  return {
    matrix,
    hundred: {
      listing: () => void aggregateAsListed(vectors),
      'weighted listing': () => void aggregateWeightedAsListed(vectors, weights),
      median: () => void medianKernel.medians(matrix, rows),
      'median, bits searched': () => void medianKernel.searchMedians(matrix, rows),
      'median, checked': () => void medianVector(vectors),
      'weighted median': () => void medianKernel.weightedMedians(matrix, weights),
      mean: () => void medianKernel.means(matrix, rows),
      votes: countHundred,
      'votes, from JavaScript': () => void votesKernel.count(packed, codeBytes, planesFor(rows)),
      'votes with weights, from JavaScript': () =>
        void votesKernel.count(packed, codeBytes, planesFor(1000 * rows), weights),
      robust: () => void aggregateRobustly({ codes }),
      'robust, decoded': () => void decodeMargins(aggregateRobustly({ codes })),
    },
    many: {
      read: () => void memory.read(many.length),
      'many votes': countMany,
      'many votes, from JavaScript': () =>
        void votesKernel.count(many, codeBytes, planesFor(manyCodes)),
    },
  }
}

/** Codes in a votes kernel's own memory, as they lie where a node counts what it receives. @returns counts all of them */
function holdCodes(codes: Uint8Array, bytes: number): () => void {
  const kernel = openKernel<VotesFunctions>(votesWasm)
  if (kernel === undefined) throw new Error('this runtime has no WebAssembly SIMD')
  const count = codes.length / bytes
  const planeCount = planesFor(count)
  const size = planeCount * bytes
  const memory = new Uint8Array(kernel.reserve(size + codes.length))
  memory.set(codes, size)
  const call = (): void => {
    memory.fill(0, 0, size)
    kernel.functions.foldAll(0, planeCount, bytes, size, count)
  }
  call()
  agree('votes', memory.subarray(0, size), votesKernel.count(codes, bytes, planeCount))
  return call
}

function planesFor(weight: number): number {
  return 32 - Math.clz32(weight)
}

/** @throws Error where two results differ by more than rounding */
export function agree(
  name: string,
  found: Float32Array | Uint8Array,
  expected: Float32Array | Uint8Array,
): void {
  if (found.length !== expected.length) {
    throw new Error(`${name} finds ${found.length} values, not ${expected.length}`)
  }
  const at = found.findIndex((value, i) => !(Math.abs(value - expected[i]!) <= 1e-6))
  if (at >= 0) throw new Error(`${name} finds ${found[at]} at ${at}, not ${expected[at]}`)
}
