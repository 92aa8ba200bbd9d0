/**
 * Hamming distance without kernels, as fast as plain JavaScript was found to do it: 32 bits at a time, counted within
 * the word.
 */
export function plainHamming(a: Uint32Array, from: number, b: Uint32Array): number {
  let count = 0
  for (let i = 0; i < b.length; i++) {
    let word = a[from + i]! ^ b[i]!
    word -= (word >>> 1) & 0x5555_5555
    word = (word & 0x3333_3333) + ((word >>> 2) & 0x3333_3333)
    word = (word + (word >>> 4)) & 0x0f0f_0f0f
    count += Math.imul(word, 0x0101_0101) >>> 24
  }
  return count
}
