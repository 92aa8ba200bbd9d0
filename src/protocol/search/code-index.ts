import { type CodeBlocks, openCodeBlocks } from '../../kernels/scan.ts'
import { DsoError } from '../errors.ts'
import { checkBits, checkCount, checkLength, checkVector } from './check-index-input.ts'
import { encodeIndexImage } from './code-index-image.ts'
import { createExactDot } from './create-exact-dot.ts'
import { createIdRows } from './id-rows.ts'
import { quantiseQuery } from './quantise-query.ts'
import { createTopK, type ScoredId } from './top-k.ts'

/** What an index holds. */
export interface CodeIndexOptions {
  /** Bits of a code: a multiple of 64, at most 65,536. */
  bits: number
  /** ‖μ‖² of the mean that was subtracted before the codes were made; 0 (the default) where none was. */
  meanSquare?: number
}

/** How an asymmetric search chooses. */
export interface AsymmetricSearchOptions {
  /** Candidates that the scan hands on for each wanted hit, an integer ≥ 1; 8 unless told otherwise. */
  candidates?: number
  /**
   * A better score of one candidate, finite; higher is nearer. Without it candidates are scored exactly from their
   * codes.
   *
   * @param query position of the query in the batch, 0 for a single one
   */
  rerank?: (id: number, query: number) => number
}

/** A code found by Hamming distance. */
export interface HammingHit {
  id: number
  /** Bits that differ. */
  distance: number
}

/** What an index takes. */
export interface IndexMemory {
  /** Bytes for one code more: code, id (4) and norm (4). A map from ids to rows comes on top, about 40 bytes an id. */
  bytesPerCode: number
  /** Bytes reserved now, without that map. Deleted codes leave room for later ones; it never shrinks. */
  reservedBytes: number
}

/**
 * Sign codes in memory, searched exactly (every code is looked at). Hits come best first, equal ones by lowest id, and
 * depend on nothing but the codes held: neither on their order nor on what was deleted.
 */
export interface CodeIndex {
  readonly bits: number
  readonly meanSquare: number
  size(): number
  has(id: number): boolean
  memory(): IndexMemory
  /**
   * Adds a code; it is copied.
   *
   * @param id integer 0 … 2^32 − 1 that is not in use
   * @param code `bits / 8` bytes; bit j of byte k is dimension 8k + j
   * @param norm ‖r‖ ≥ 0 of the vector that the code stands for, kept as f32; 1 unless told otherwise
   * @throws DsoError `OPTION_INVALID`, `INDEX_ID_TAKEN`, `LENGTH_MISMATCH`, `SCALE_INVALID`, `INDEX_FULL` when memory
   *   ends; the index is then as before
   */
  add(id: number, code: Uint8Array, norm?: number): void
  /** Deletes a code and says whether there was one. */
  delete(id: number): boolean
  /**
   * The `k` nearest codes by Hamming distance.
   * @throws DsoError `LENGTH_MISMATCH`, `OPTION_INVALID` unless `k` is an integer ≥ 0
   */
  searchHamming(query: Uint8Array, k: number): HammingHit[]
  /** {@link CodeIndex.searchHamming} for several queries, four of them in one pass over the codes. */
  searchHammingBatch(queries: readonly Uint8Array[], k: number): HammingHit[][]
  /**
   * The `k` best codes for a float query, already centred and rotated as the codes are. A scan with seven-bit tables
   * hands on the best 8k (see {@link AsymmetricSearchOptions}), which are then scored exactly:
   * (q−μ)·r̂ + (1 − ‖μ‖² − ‖r‖²) / 2, where r̂ = √(π/2) · ‖r‖ · signs / √bits. For unit vectors that is an unbiased
   * estimate of q·x less the constant q·μ.
   *
   * @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE` (also for what `rerank` returns), `OPTION_INVALID`
   */
  searchAsymmetric(query: Float32Array, k: number, options?: AsymmetricSearchOptions): ScoredId[]
  /** {@link CodeIndex.searchAsymmetric} for several queries, four of them in one pass over the codes. */
  searchAsymmetricBatch(
    queries: readonly Float32Array[],
    k: number,
    options?: AsymmetricSearchOptions,
  ): ScoredId[][]
  /** The whole index as one file, the same bytes for the same contents. Read it with `loadCodeIndex`. */
  save(): Uint8Array
}

const CANDIDATES = 8

/**
 * Makes an empty index.
 *
 * @param open holds codes of some bytes; the fastest kernel of this runtime unless told otherwise, all give the same
 * @throws DsoError `OPTION_INVALID`
 */
export function createCodeIndex(
  { bits, meanSquare = 0 }: CodeIndexOptions,
  open: (bytes: number) => CodeBlocks = openCodeBlocks,
): CodeIndex {
  checkBits(bits)
  if (!(meanSquare >= 0 && meanSquare < Number.POSITIVE_INFINITY)) {
    throw new DsoError('OPTION_INVALID', { details: { option: 'meanSquare', value: meanSquare } })
  }
  const codeBytes = bits / 8
  const rows = createIdRows()
  const blocks = open(codeBytes)
  const scale = Math.sqrt(Math.PI / 2 / bits)
  const base = (1 - meanSquare) / 2
  let norms = new Float32Array(0)

  /** The rule of {@link CodeIndex.searchAsymmetric}; `dot` is that of the query with the signs. */
  const scoreOf = (dot: number, norm: number): number =>
    scale * norm * dot + (base - (norm * norm) / 2)

  function reserve(count: number): void {
    try {
      blocks.reserve(count)
    } catch (cause) {
      throw new DsoError('INDEX_FULL', { cause, details: { codes: count, bytes: codeBytes } })
    }
    if (count <= norms.length) return
    const grown = new Float32Array(Math.max(64, Math.ceil(1.5 * norms.length), count))
    grown.set(norms)
    norms = grown
  }

  function scanTables(queries: readonly Float32Array[], count: number): ScoredId[][] {
    const tables = queries.map((query) => quantiseQuery(query))
    const best = queries.map(() => createTopK(count))
    blocks.sumEntries(
      rows.size(),
      tables.map(({ entries }) => entries),
      (query, firstRow, sums) => {
        const { step, offset } = tables[query]!
        const top = best[query]!
        let floor = top.floor()
        for (let i = 0; i < sums.length; i++) {
          const row = firstRow + i
          const score = scoreOf(step * sums[i]! + offset, norms[row]!)
          if (score >= floor) floor = top.offer(rows.idAt(row), score)
        }
      },
    )
    return best.map((top) => top.sorted())
  }

  function scoreExactly(query: Float32Array): (id: number) => number {
    const dot = createExactDot(query)
    return (id) => {
      const row = rows.rowOf(id)
      return scoreOf(dot(blocks.read(row)), norms[row]!)
    }
  }

  function searchHammingBatch(queries: readonly Uint8Array[], k: number): HammingHit[][] {
    checkCount('k', k)
    for (const query of queries) checkLength('query', query.length, codeBytes)
    const best = queries.map(() => createTopK(k))
    blocks.countDifferences(rows.size(), queries, (query, firstRow, distances) => {
      const top = best[query]!
      let floor = top.floor()
      for (let i = 0; i < distances.length; i++) {
        const score = -distances[i]!
        if (score >= floor) floor = top.offer(rows.idAt(firstRow + i), score)
      }
    })
    return best.map((top) => top.sorted().map(({ id, score }) => ({ id, distance: 0 - score })))
  }

  function searchAsymmetricBatch(
    queries: readonly Float32Array[],
    k: number,
    { candidates = CANDIDATES, rerank }: AsymmetricSearchOptions = {},
  ): ScoredId[][] {
    checkCount('k', k)
    checkCount('candidates', candidates, 1)
    for (const query of queries) checkVector('query', query, bits)
    return scanTables(queries, k * candidates).map((found, position) => {
      const better = rerank ?? scoreExactly(queries[position]!)
      const top = createTopK(k)
      for (const { id } of found) {
        const score = better(id, position)
        if (!Number.isFinite(score)) {
          throw new DsoError('VALUE_NOT_FINITE', { details: { field: 'rerank', id, score } })
        }
        top.offer(id, score)
      }
      return top.sorted()
    })
  }

  return {
    bits,
    meanSquare,
    size: rows.size,
    has: rows.has,
    memory: () => ({
      bytesPerCode: codeBytes + 8,
      reservedBytes: blocks.memoryBytes() + norms.byteLength + rows.memoryBytes(),
    }),
    add(id, code, norm = 1) {
      rows.check(id)
      checkLength('code', code.length, codeBytes)
      const kept = Math.fround(norm)
      if (!(kept >= 0 && kept < Number.POSITIVE_INFINITY)) {
        throw new DsoError('SCALE_INVALID', { details: { field: 'norm', value: norm } })
      }
      reserve(rows.size() + 1)
      const row = rows.add(id)
      blocks.write(row, code)
      norms[row] = kept + 0
    },
    delete(id) {
      const freed = rows.remove(id)
      if (freed === undefined) return false
      if (freed.row !== freed.last) {
        blocks.write(freed.row, blocks.read(freed.last))
        norms[freed.row] = norms[freed.last]!
      }
      return true
    },
    searchHamming: (query, k) => searchHammingBatch([query], k)[0]!,
    searchHammingBatch,
    searchAsymmetric: (query, k, options) => searchAsymmetricBatch([query], k, options)[0]!,
    searchAsymmetricBatch,
    save: () =>
      encodeIndexImage({
        bits,
        meanSquare,
        entries: Array.from({ length: rows.size() }, (_, row) => ({
          id: rows.idAt(row),
          norm: norms[row]!,
          readCode: () => blocks.read(row),
        })),
      }),
  }
}
