import { MAX_ENTRY } from '../../kernels/scan.ts'

/** A float query as the scan kernel takes it. The dot product with a sign code is about `step · sum + offset`. */
export interface QueryTables {
  /** Two tables of 16 entries 0…127 for each byte of a code. */
  entries: Uint8Array
  /** What an entry counts, ≥ 0. */
  step: number
  /** The dot product with the opposite of the query's own signs: −Σ |y|. */
  offset: number
}

/** Values that one table stands for: four bits of a code. */
const VALUES = 4
const ENTRIES = 2 ** VALUES

/**
 * Quantises a query to seven bits. For each group of four values, entry v of its table is what the group adds to the
 * dot product when bit j of v is the sign of value j, counted from the worst case upwards: twice the sum of the |y|
 * whose sign agrees. One step for all tables, 1/127 of the widest, so that sums of entries mean the same everywhere.
 *
 * @param query finite values, a multiple of 64
 */
export function quantiseQuery(query: Float32Array): QueryTables {
  const tables = query.length / VALUES
  const gains = new Float64Array(tables * ENTRIES)
  let widest = 0
  let offset = 0
  for (let table = 0; table < tables; table++) {
    const most = writeGains(gains, query, table)
    widest = Math.max(widest, most)
    offset -= most / 2
  }
  const step = widest / MAX_ENTRY
  const entries = new Uint8Array(gains.length)
  if (step > 0) {
    for (let i = 0; i < entries.length; i++) {
      entries[i] = Math.min(MAX_ENTRY, Math.floor(gains[i]! / step + 0.5))
    }
  }
  return { entries, step, offset }
}

/** Writes what each choice of four signs adds above the worst, and returns the most: for the query's own signs. */
function writeGains(gains: Float64Array, query: Float32Array, table: number): number {
  const at = ENTRIES * table
  // Bit j is 1 where value j is negative: an entry of the opposite bits is what agrees in every value.
  let negative = 0
  for (let j = 0; j < VALUES; j++) if (query[VALUES * table + j]! < 0) negative |= 1 << j
  for (let agreeing = 1; agreeing < ENTRIES; agreeing++) {
    const last = 31 - Math.clz32(agreeing)
    const others = agreeing ^ (1 << last) ^ negative
    const value = Math.abs(query[VALUES * table + last]!)
    gains[at + (agreeing ^ negative)] = gains[at + others]! + 2 * value
  }
  return gains[at + ((ENTRIES - 1) ^ negative)]!
}
