import type { Random } from '../../protocol/ports/random.ts'
import { shuffle } from './draws.ts'
import type { Teaching } from './grades.ts'

/**
 * Chooses which of many conventions a universe has: a quarter that a model may guess, up to a third that take several
 * answers to learn, the others learnt from one; where one sort has too few, others fill up. In a drawn order.
 */
export function chooseByTeaching<T extends { teaching: Teaching }>(
  random: Random,
  values: readonly T[],
  count: number,
): T[] {
  const drawn = shuffle(random, values)
  const take = (teaching: Teaching, most: number): T[] =>
    drawn.filter((value) => value.teaching === teaching).slice(0, most)
  const chosen = new Set([
    ...take('guessable', Math.round(count / 4)),
    ...take('several', Math.round(count / 3)),
    ...take('single', count),
    ...drawn,
  ])
  return shuffle(random, [...chosen].slice(0, count))
}
