import { createSeededRandom } from '../../src/protocol/statistics/create-seeded-random.ts'
import { createGaussian } from '../common/gaussian.ts'

/** Values that share a code, and codes there are: 6 bits for 3 values, so 1,920 bytes for 7680. */
const PART = 3
const CODES = 64
const TRAINING = 16_384
const ITERATIONS = 25

/**
 * Seed B's comparator in Table 4: product quantisation with 64 codes, 2 bits a value. One codebook, trained by Lloyd's
 * method on the normal distribution, because rotated vectors are normal in every part.
 *
 * @returns what replaces each three values of a vector of root mean square 1 by the nearest code
 */
export function createProductQuantiser(seed: number): (vector: Float64Array) => Float64Array {
  const gaussian = createGaussian(createSeededRandom(`codecs/product-quantiser/${seed}`))
  const points = Float64Array.from({ length: TRAINING * PART }, () => gaussian())
  const codes = points.slice(0, CODES * PART)
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const sums = new Float64Array(CODES * PART)
    const counts = new Uint32Array(CODES)
    for (let at = 0; at < points.length; at += PART) {
      const code = nearest(points, at, codes)
      counts[code]!++
      for (let k = 0; k < PART; k++) sums[code * PART + k]! += points[at + k]!
    }
    // A code that nothing is near to stays where it is.
    for (let i = 0; i < sums.length; i++) {
      const count = counts[Math.floor(i / PART)]!
      if (count > 0) codes[i] = sums[i]! / count
    }
  }
  return (vector) => {
    const quantised = new Float64Array(vector.length)
    for (let at = 0; at < vector.length; at += PART) {
      const code = nearest(vector, at, codes)
      for (let k = 0; k < PART; k++) quantised[at + k] = codes[code * PART + k]!
    }
    return quantised
  }
}

function nearest(values: Float64Array, at: number, codes: Float64Array): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let code = 0; code < CODES; code++) {
    let distance = 0
    for (let k = 0; k < PART; k++) {
      const difference = values[at + k]! - codes[code * PART + k]!
      distance += difference * difference
    }
    if (distance < least) {
      least = distance
      best = code
    }
  }
  return best
}
