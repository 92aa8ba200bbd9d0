import { DsoError } from '../errors.ts'
import { sumInLanes } from '../vector/sum-in-lanes.ts'
import { normOf } from './normalise.ts'
import { SCALE_BYTES, writeScale } from './record.ts'
import { rotate } from './rotate.ts'
import { nextState, searchTrellis } from './search-trellis.ts'
import { TCQ_TABLE } from './tcq-table.ts'

/**
 * Codes 384 or 7680 values as one path through a trellis of 256 states after a rotation: the same bytes as signs, with
 * four fifths of their squared error. The bits are no signs: such a code can be decoded, not compared by bits.
 *
 * @param values not all zero
 * @param seed the rotation's seed, any text
 * @returns a little-endian f32 scale and a bit a value, bit 0 of byte 0 first
 * @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`, `SCALE_INVALID` when all values are too small to have a scale
 */
export function encodeTcq1(values: Float32Array, seed: string): Uint8Array<ArrayBuffer> {
  const rotated = rotate(values, seed)
  const count = rotated.length
  const unit = normOf(rotated) / Math.sqrt(count)
  if (unit === 0) throw new DsoError('SCALE_INVALID', { details: { field: 'values', scale: unit } })
  const bits = searchTrellis(
    rotated.map((value) => value / unit),
    TCQ_TABLE,
  )
  const path = walkTrellis(bits, count)
  const product = sumInLanes(count, (i) => rotated[i]! * path[i]!)
  const squares = sumInLanes(count, (i) => path[i]! * path[i]!)
  const code = new Uint8Array(SCALE_BYTES + bits.length)
  const scale = writeScale(code, product / squares)
  if (!(scale > 0)) throw new DsoError('SCALE_INVALID', { details: { field: 'values', scale } })
  code.set(bits, SCALE_BYTES)
  return code
}

/** The table's values along a path, from state 0. */
export function walkTrellis(bits: Uint8Array, count: number): Float64Array<ArrayBuffer> {
  const values = new Float64Array(count)
  let state = 0
  for (let i = 0; i < count; i++) {
    state = nextState(state, (bits[i >> 3]! >> (i & 7)) & 1)
    values[i] = TCQ_TABLE[state]!
  }
  return values
}
