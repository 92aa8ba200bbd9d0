/** Lanes of the sum, as of every sum whose bits must agree between languages. */
const LANES = 16

/**
 * Prepares the exact dot product of a float query with sign codes (+1 for a bit that is 1, −1 for 0). It is a sum of
 * doubles in a fixed order, so that it has the same bits in every language: the four values of each half byte as
 * (±a ± b) + (±c ± d), then low half + high half, then the bytes in 16 lanes (byte mod 16) that are folded in halves.
 *
 * @param query finite values, a multiple of 64
 * @returns the dot product with a code of as many bits
 */
export function createExactDot(query: Float32Array): (code: Uint8Array) => number {
  const halves = new Float64Array(query.length * 4)
  for (let first = 0; first < query.length; first += 4) {
    for (let high = 0; high < 4; high++) {
      const second = signed(query, first + 2, high)
      for (let low = 0; low < 4; low++) {
        halves[4 * first + 4 * high + low] = signed(query, first, low) + second
      }
    }
  }
  return (code) => {
    const lanes = new Float64Array(LANES)
    for (let k = 0; k < code.length; k++) {
      const byte = code[k]!
      lanes[k & 15]! += halves[32 * k + (byte & 15)]! + halves[32 * k + 16 + (byte >> 4)]!
    }
    for (let width = LANES / 2; width > 0; width >>= 1) {
      for (let lane = 0; lane < width; lane++) lanes[lane]! += lanes[lane + width]!
    }
    return lanes[0]!
  }
}

/** ±a ± b for the values at `at`; bits that are 1 stand for +. */
function signed(query: Float32Array, at: number, bits: number): number {
  const a = query[at]!
  const b = query[at + 1]!
  return (bits & 1 ? a : -a) + (bits & 2 ? b : -b)
}
