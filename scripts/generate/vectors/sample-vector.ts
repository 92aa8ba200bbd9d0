import { DIRECT_384 } from '../../../src/protocol/profiles/profile.ts'

/** Values in [−0.5, 0.5), the same for the same seed: a linear congruential generator, no rounding. */
export function sampleVector(seed: number, count: number = DIRECT_384.dimension): Float32Array {
  let state = seed
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) / 2 ** 24 - 0.5
  })
}
