/** `scale` where a bit is 1, −`scale` where it is 0; bit 0 of byte 0 first. */
export function unpackSigns(signs: Uint8Array, scale: number): Float64Array<ArrayBuffer> {
  const values = new Float64Array(8 * signs.length)
  for (let i = 0; i < values.length; i++) {
    values[i] = (signs[i >> 3]! >> (i & 7)) & 1 ? scale : -scale
  }
  return values
}
