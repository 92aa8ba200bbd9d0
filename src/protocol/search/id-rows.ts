import { DsoError } from '../errors.ts'

const MAX_ID = 2 ** 32 - 1

/** Which id stands in which row. Rows 0 … size − 1 are always all in use. */
export interface IdRows {
  size(): number
  has(id: number): boolean
  /** The row of a known id. */
  rowOf(id: number): number
  idAt(row: number): number
  /** Refuses what {@link IdRows.add} refuses. */
  check(id: number): void
  /**
   * Gives the id the next row.
   * @throws DsoError `OPTION_INVALID` unless it is an integer 0 … 2^32 − 1, `INDEX_ID_TAKEN` when it has a row
   */
  add(id: number): number
  /** Frees the id's row by moving the last row there; undefined when it has none. */
  remove(id: number): { row: number; last: number } | undefined
  /** Bytes of the list of ids; the map from ids to rows comes on top, about 40 bytes an id. */
  memoryBytes(): number
}

/** Makes an empty table of ids and rows. */
export function createIdRows(): IdRows {
  const rows = new Map<number, number>()
  let ids = new Uint32Array(0)

  function check(id: number): void {
    if (!Number.isInteger(id) || id < 0 || id > MAX_ID) {
      throw new DsoError('OPTION_INVALID', { details: { option: 'id', value: id } })
    }
    if (rows.has(id)) throw new DsoError('INDEX_ID_TAKEN', { details: { id } })
  }

  return {
    size: () => rows.size,
    has: (id) => rows.has(id),
    rowOf: (id) => rows.get(id)!,
    idAt: (row) => ids[row]!,
    check,
    add(id) {
      check(id)
      const row = rows.size
      if (row === ids.length) {
        const grown = new Uint32Array(Math.max(64, Math.ceil(1.5 * row)))
        grown.set(ids)
        ids = grown
      }
      ids[row] = id
      // −0 is the key 0 of a Map as well.
      rows.set(id, row)
      return row
    },
    remove(id) {
      const row = rows.get(id)
      if (row === undefined) return undefined
      const last = rows.size - 1
      rows.delete(id)
      if (row !== last) {
        const moved = ids[last]!
        ids[row] = moved
        rows.set(moved, row)
      }
      return { row, last }
    },
    memoryBytes: () => ids.byteLength,
  }
}
