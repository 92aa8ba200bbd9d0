import type { Random } from '../../protocol/ports/random.ts'

/** Draws one element. */
export function pick<T>(random: Random, values: readonly T[]): T {
  const value = values[random.integer(values.length)]
  if (value === undefined) throw new RangeError('pick needs at least one value')
  return value
}

/** Draws an integer from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + random.integer(high - low + 1)
}

/** The values in a drawn order. */
export function shuffle<T>(random: Random, values: readonly T[]): T[] {
  const out = [...values]
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.integer(i + 1)
    ;[out[i], out[j]] = [out[j] as T, out[i] as T]
  }
  return out
}

/** Draws `count` distinct elements; all of them, in a drawn order, when there are no more. */
export function sample<T>(random: Random, values: readonly T[], count: number): T[] {
  return shuffle(random, values).slice(0, count)
}
