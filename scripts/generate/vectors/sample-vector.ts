import { DIRECT_384 } from '../../../src/protocol/profiles/profile.ts'

/** A vector of 384 values in [−0.5, 0.5), the same for the same seed: a linear congruential generator, no rounding. */
export function sampleVector(seed: number): Float32Array {
  let state = seed
  return Float32Array.from({ length: DIRECT_384.dimension }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) / 2 ** 24 - 0.5
  })
}
