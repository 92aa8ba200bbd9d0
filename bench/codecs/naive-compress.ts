/**
 * The codec as one writes it first: a branch a bit, one sum. What a kernel gains is measured against this.
 *
 * @returns 4 bytes of little-endian f32 scale, then a bit a value
 */
export function naiveCompress(values: Float32Array): Uint8Array {
  const code = new Uint8Array(4 + values.length / 8)
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    sum += Math.abs(value)
    if (value >= 0) code[4 + (i >> 3)]! |= 1 << (i & 7)
  }
  new DataView(code.buffer).setFloat32(0, sum / values.length, true)
  return code
}
