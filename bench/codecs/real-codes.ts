import { contract } from '../../src/protocol/codecs/contract.ts'
import { encodeExpanded } from '../../src/protocol/codecs/encode-expanded.ts'
import { DIMENSION } from './sources.ts'

/** The expansion that the benches use; any text does as well. */
export const EXPANSION = 'dso/zip002-7680'

const SCALE_BYTES = 4
const SIGN_BYTES = DIMENSION / 8

/** Codes of the rows of a matrix, each of 964 bytes: a scale, then 7680 signs of an expansion. */
export interface ExpandedRows {
  /** 960 bytes a row. */
  signs: Uint8Array
  /** What stands in front of each row's signs. */
  scales: Float32Array
  /**
   * A row of `dimension` values for each code, whose dot product with a float query is that of the expanded query with
   * the signs, divided by √7680. The expansion is orthonormal, so nothing is lost by going back first.
   */
  asymmetric: Float32Array
}

/** Codes every row of a matrix of `dimension` columns, by `encodeExpanded` unless told otherwise. */
export function expandRows(
  rows: Float32Array,
  dimension: number,
  encode = (row: Float32Array): Uint8Array => encodeExpanded(row, EXPANSION),
): ExpandedRows {
  const count = rows.length / dimension
  const signs = new Uint8Array(count * SIGN_BYTES)
  const scales = new Float32Array(count)
  const asymmetric = new Float32Array(rows.length)
  for (let row = 0; row < count; row++) {
    const code = encode(rowOf(rows, row, dimension))
    scales[row] = new DataView(code.buffer, code.byteOffset).getFloat32(0, true)
    signs.set(code.subarray(SCALE_BYTES), row * SIGN_BYTES)
    const spread = spreadSigns(code.subarray(SCALE_BYTES), 1 / Math.sqrt(DIMENSION))
    asymmetric.set(contract(spread, { count: dimension, seed: EXPANSION }), row * dimension)
  }
  return { signs, scales, asymmetric }
}

/** ± `scale` for every bit, bit 0 of byte 0 first. */
function spreadSigns(signs: Uint8Array, scale: number): Float32Array {
  return Float32Array.from({ length: 8 * signs.length }, (_, i) =>
    (signs[i >> 3]! >> (i & 7)) & 1 ? scale : -scale,
  )
}

/** The signs of one row. */
export function signsOf({ signs }: ExpandedRows, row: number): Uint8Array {
  return signs.subarray(row * SIGN_BYTES, (row + 1) * SIGN_BYTES)
}

/** One row of a matrix. */
export function rowOf(rows: Float32Array, row: number, dimension: number): Float32Array {
  return rows.subarray(row * dimension, (row + 1) * dimension)
}

/** Applies `change` to every row. */
export function mapRows(
  rows: Float32Array,
  dimension: number,
  change: (row: Float32Array) => ArrayLike<number>,
): Float32Array {
  const changed = new Float32Array(rows.length)
  for (let at = 0; at < rows.length; at += dimension) {
    changed.set(change(rows.subarray(at, at + dimension)), at)
  }
  return changed
}
