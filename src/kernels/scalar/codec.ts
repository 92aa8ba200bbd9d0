import { foldLanes } from './fold-lanes.ts'

/** Bytes of the little-endian f32 scale in front of every block. */
const SCALE_BYTES = 4

/** Signs and mean magnitude of blocks of values, and back (seed A eq. 2). */
export interface CodecKernel {
  /**
   * Codes `values` in blocks of `blockSize`, one record a block: the mean magnitude as a little-endian f32, then a bit a
   * value, bit 0 of byte 0 first, 1 where the value is ≥ 0 (−0 included); unused bits of the last byte are 0. The
   * magnitudes of a block are summed in f64, value i into lane i mod 16; see foldLanes.
   *
   * @param values finite, a multiple of `blockSize` of them
   * @param blockSize ≥ 1, by default all values
   * @param into gets the records, when given: a new array costs a third of the coding
   * @returns `values.length / blockSize` records of 4 + ⌈blockSize / 8⌉ bytes
   */
  compress(
    values: Float32Array | Float64Array,
    blockSize?: number,
    into?: Uint8Array<ArrayBuffer>,
  ): Uint8Array<ArrayBuffer>
  /**
   * The values that a code stands for: scale where the bit is 1, −scale where it is 0.
   *
   * @param code as many records as `count / blockSize`
   * @param count a multiple of `blockSize`
   */
  decompress(code: Uint8Array, count: number, blockSize?: number): Float32Array<ArrayBuffer>
}

/** The codec without SIMD: the oracle of the kernel, and its substitute where SIMD is missing. */
export const scalarCodec: CodecKernel = { compress, decompress }

function compress(
  values: Float32Array | Float64Array,
  blockSize = values.length,
  into?: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  const record = recordBytes(blockSize)
  const blocks = values.length / blockSize
  const code = into?.fill(0, 0, blocks * record) ?? new Uint8Array(blocks * record)
  const view = new DataView(code.buffer, code.byteOffset, code.byteLength)
  for (let block = 0; block < blocks; block++) {
    const from = block * blockSize
    const to = block * record
    const lanes = new Float64Array(16)
    for (let i = 0; i < blockSize; i++) {
      const value = values[from + i]!
      lanes[i & 15]! += Math.abs(value)
      if (value >= 0) code[to + SCALE_BYTES + (i >> 3)]! |= 1 << (i & 7)
    }
    view.setFloat32(to, foldLanes(lanes) / blockSize, true)
  }
  return code
}

function decompress(code: Uint8Array, count: number, blockSize = count): Float32Array<ArrayBuffer> {
  const record = recordBytes(blockSize)
  const values = new Float32Array(count)
  const view = new DataView(code.buffer, code.byteOffset, code.byteLength)
  for (let i = 0; i < count; i++) {
    const within = i % blockSize
    const at = ((i - within) / blockSize) * record
    const scale = view.getFloat32(at, true)
    const bit = (code[at + SCALE_BYTES + (within >> 3)]! >> (within & 7)) & 1
    values[i] = bit === 1 ? scale : -scale
  }
  return values
}

/** Bytes of the record of one block. */
export function recordBytes(blockSize: number): number {
  return SCALE_BYTES + Math.ceil(blockSize / 8)
}
