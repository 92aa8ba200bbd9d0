import type { Random } from '../../src/protocol/ports.ts'

/** A source of independent numbers of the standard normal distribution (Box and Muller's method). */
export function createGaussian(random: Random): () => number {
  let kept: number | undefined
  return () => {
    if (kept !== undefined) {
      const value = kept
      kept = undefined
      return value
    }
    // In (0, 1]: the logarithm of 0 is none.
    const radius = Math.sqrt(-2 * Math.log(1 - random.next()))
    const angle = 2 * Math.PI * random.next()
    kept = radius * Math.sin(angle)
    return radius * Math.cos(angle)
  }
}
