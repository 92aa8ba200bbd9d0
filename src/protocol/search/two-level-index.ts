import { SCALE_BYTES } from '../codecs/record.ts'
import { rotate } from '../codecs/rotate.ts'
import { DsoError } from '../errors.ts'
import { decodeEmbedding } from '../profiles/decode-embedding.ts'
import { DIRECT_384 } from '../profiles/profile.ts'
import { sumInLanes } from '../vector/sum-in-lanes.ts'
import { checkVector } from './check-index-input.ts'
import { createCodeIndex, type IndexMemory } from './code-index.ts'
import { createIdRows } from './id-rows.ts'
import type { ScoredId } from './top-k.ts'

/** How a two-level index derives its sign codes. Nodes may differ in it: it is no part of the wire format. */
export interface TwoLevelIndexOptions {
  /** UTF-8 text that the rotation is derived from. */
  rotationSeed: string
  /** Mean of unit vectors like those that will be added, 384 values; zeros unless told otherwise. */
  mean?: Float32Array
}

/**
 * Finds the nearest of many `direct-384` codes. A scan over rotated, centred sign codes, 48 bytes each, chooses eight
 * candidates for each wanted hit; their 384 signed bytes decide. The hits are nearly always those of a full comparison.
 */
export interface TwoLevelIndex {
  size(): number
  has(id: number): boolean
  /** What both levels take together. */
  memory(): IndexMemory
  /**
   * Adds what travelled.
   *
   * @param id integer 0 … 2^32 − 1 that is not in use
   * @param code 388 bytes; its scale has no influence, since only directions are compared
   * @throws DsoError as `decodeEmbedding`; `OPTION_INVALID`, `INDEX_ID_TAKEN`, `INDEX_FULL`
   */
  add(id: number, code: Uint8Array): void
  /** Deletes a code and says whether there was one. */
  delete(id: number): boolean
  /**
   * The `k` best by cosine with the query, ties by lowest id.
   * @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`, `SCALE_INVALID` for a query of zeros, `OPTION_INVALID`
   */
  search(query: Float32Array, k: number): ScoredId[]
  /** {@link TwoLevelIndex.search} for several queries, four of them in one pass over the sign codes. */
  searchBatch(queries: readonly Float32Array[], k: number): ScoredId[][]
}

const SIZE = DIRECT_384.dimension

/**
 * Makes an empty index.
 * @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE` for the mean
 */
export function createTwoLevelIndex({
  rotationSeed,
  mean = new Float32Array(SIZE),
}: TwoLevelIndexOptions): TwoLevelIndex {
  checkVector('mean', mean, SIZE)
  const centre = mean.slice()
  const meanSquare = sumInLanes(SIZE, (i) => centre[i]! * centre[i]!)
  const signs = createCodeIndex({ bits: SIZE, meanSquare })
  const rows = createIdRows()
  let steps = new Int8Array(0)
  let lengths = new Float64Array(0)

  /** What a unit vector is once the mean is gone, rotated. */
  const residualOf = (unit: Float32Array | Float64Array): Float64Array =>
    rotate(
      Float64Array.from(centre, (value, i) => unit[i]! - value),
      rotationSeed,
    )

  function reserve(count: number): void {
    if (count <= lengths.length) return
    const capacity = Math.max(64, Math.ceil(1.5 * lengths.length))
    const grownSteps = new Int8Array(capacity * SIZE)
    grownSteps.set(steps)
    steps = grownSteps
    const grownLengths = new Float64Array(capacity)
    grownLengths.set(lengths)
    lengths = grownLengths
  }

  function searchBatch(queries: readonly Float32Array[], k: number): ScoredId[][] {
    const units = queries.map((query) => toUnit(query))
    return signs.searchAsymmetricBatch(
      units.map((unit) => Float32Array.from(residualOf(unit))),
      k,
      {
        rerank: (id, query) => {
          const unit = units[query]!
          const row = rows.rowOf(id)
          const from = row * SIZE
          return sumInLanes(SIZE, (i) => unit[i]! * steps[from + i]!) / lengths[row]!
        },
      },
    )
  }

  return {
    size: rows.size,
    has: rows.has,
    memory: () => {
      const { bytesPerCode, reservedBytes } = signs.memory()
      const ownBytes = steps.byteLength + lengths.byteLength + rows.memoryBytes()
      return {
        bytesPerCode: bytesPerCode + SIZE + 12,
        reservedBytes: reservedBytes + ownBytes,
      }
    },
    add(id, code) {
      rows.check(id)
      const residual = residualOf(decodeEmbedding(DIRECT_384, code))
      const norm = Math.sqrt(sumInLanes(SIZE, (i) => residual[i]! * residual[i]!))
      signs.add(id, signsOf(residual), norm)
      reserve(rows.size() + 1)
      const row = rows.add(id)
      const values = Int8Array.from(code.subarray(SCALE_BYTES))
      steps.set(values, row * SIZE)
      lengths[row] = Math.sqrt(sumInLanes(SIZE, (i) => values[i]! * values[i]!))
    },
    delete(id) {
      const freed = rows.remove(id)
      if (freed === undefined) return false
      signs.delete(id)
      const { row, last } = freed
      steps.copyWithin(row * SIZE, last * SIZE, (last + 1) * SIZE)
      lengths[row] = lengths[last]!
      return true
    },
    search: (query, k) => searchBatch([query], k)[0]!,
    searchBatch,
  }
}

/** @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`, `SCALE_INVALID` */
function toUnit(query: Float32Array): Float64Array {
  checkVector('query', query, SIZE)
  const length = Math.sqrt(sumInLanes(SIZE, (i) => query[i]! * query[i]!))
  if (length === 0) throw new DsoError('SCALE_INVALID', { details: { field: 'query', length } })
  return Float64Array.from(query, (value) => value / length)
}

/** Bit j of byte k is 1 exactly when value 8k + j is ≥ 0, −0 included. */
function signsOf(values: Float64Array): Uint8Array {
  const code = new Uint8Array(values.length / 8)
  for (const [i, value] of values.entries()) if (value >= 0) code[i >> 3]! |= 1 << (i & 7)
  return code
}
