import { DsoError } from '../protocol/errors.ts'
import type { ExperienceRecord, RecordStatus } from '../protocol/ports/store.ts'

/** Which vectors a search considers, and how many it returns. */
interface VectorFilter {
  status?: RecordStatus
  domain?: string
  /** At most so many hits, an integer ≥ 0. */
  limit: number
}

/** A found vector. */
interface VectorHit {
  cid: string
  /** Cosine in [-1, 1]; 0 where either vector is all zeros. */
  score: number
}

/** An exact nearest-neighbour index in memory. */
export interface VectorIndex {
  /** Adds a vector, or replaces the status of a known one; the first vector of a CID stays. */
  set(record: Pick<ExperienceRecord, 'cid' | 'domain' | 'status' | 'embedding'>): void
  /**
   * The nearest vectors by cosine, best first, ties by CID. Vectors of another length than the query's belong to
   * another profile: they cannot be compared and are no hits.
   * @throws DsoError `VALUE_NOT_FINITE` for a query with NaN or infinity, `OPTION_INVALID` for the limit
   */
  search(query: Float32Array, filter: VectorFilter): VectorHit[]
}

/** The vectors of one dimension, row by row. */
interface Shelf {
  vectors: Float32Array
  norms: number[]
  rows: { cid: string; domain: string; status: RecordStatus }[]
}

/** Makes an empty index. Sums are in 64-bit floats in a fixed order, so equal contents give equal scores. */
export function createVectorIndex(): VectorIndex {
  const shelves = new Map<number, Shelf>()
  const rows = new Map<string, Shelf['rows'][number]>()
  return {
    set({ cid, domain, status, embedding }) {
      const known = rows.get(cid)
      if (known !== undefined) {
        known.status = status
        return
      }
      const row = { cid, domain, status }
      append(shelves, row, embedding)
      rows.set(cid, row)
    },
    search(query, filter) {
      checkCount('limit', filter.limit)
      checkFinite(query)
      const shelf = shelves.get(query.length)
      return shelf === undefined || filter.limit === 0 ? [] : scan(shelf, query, filter)
    },
  }
}

function append(
  shelves: Map<number, Shelf>,
  row: Shelf['rows'][number],
  embedding: Float32Array,
): void {
  const dimension = embedding.length
  const shelf = shelves.get(dimension) ?? { vectors: new Float32Array(0), norms: [], rows: [] }
  shelves.set(dimension, shelf)
  const offset = shelf.rows.length * dimension
  if (offset + dimension > shelf.vectors.length) {
    const grown = new Float32Array(Math.max(64, shelf.rows.length * 2) * dimension)
    grown.set(shelf.vectors)
    shelf.vectors = grown
  }
  shelf.vectors.set(embedding, offset)
  shelf.norms.push(norm(embedding))
  shelf.rows.push(row)
}

function scan(shelf: Shelf, query: Float32Array, filter: VectorFilter): VectorHit[] {
  const { status, domain, limit } = filter
  const queryNorm = norm(query)
  const hits: VectorHit[] = []
  for (const [index, row] of shelf.rows.entries()) {
    if (status !== undefined && row.status !== status) continue
    if (domain !== undefined && row.domain !== domain) continue
    const length = queryNorm * shelf.norms[index]!
    const product = dot(query, shelf.vectors, index * query.length)
    // Rounding may lead past ±1.
    const score = length === 0 ? 0 : Math.max(-1, Math.min(1, product / length))
    keepBest(hits, { cid: row.cid, score }, limit)
  }
  return hits
}

/** Inserts a hit into the ordered list, which never grows past the limit. */
function keepBest(hits: VectorHit[], hit: VectorHit, limit: number): void {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(hits[middle]!, hit)) low = middle + 1
    else high = middle
  }
  if (low >= limit) return
  hits.splice(low, 0, hit)
  if (hits.length > limit) hits.pop()
}

function isBefore(a: VectorHit, b: VectorHit): boolean {
  return a.score > b.score || (a.score === b.score && a.cid < b.cid)
}

function dot(query: Float32Array, vectors: Float32Array, offset: number): number {
  let sum = 0
  for (let i = 0; i < query.length; i++) sum += query[i]! * vectors[offset + i]!
  return sum
}

function norm(vector: Float32Array): number {
  return Math.sqrt(dot(vector, vector, 0))
}

/** @throws DsoError `VALUE_NOT_FINITE` where a component is NaN or infinite */
export function checkFinite(vector: Float32Array): void {
  for (let i = 0; i < vector.length; i++) {
    if (!Number.isFinite(vector[i])) {
      throw new DsoError('VALUE_NOT_FINITE', { details: { index: i, value: vector[i] } })
    }
  }
}

/** @throws DsoError `OPTION_INVALID` unless `value` is an exact integer ≥ 0 */
export function checkCount(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new DsoError('OPTION_INVALID', { details: { option: name, value } })
  }
}
