import { DsoError } from '../../protocol/errors.ts'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'

/** Share of injections that are left out, so that there is something to compare with. */
const DROP_RATE = 0.1

/** How the draw is made. */
export interface DrawInjectionOptions {
  /** Names the draw: the same one gives the same result, so a record of it is a record of the draw. */
  seed: string
  /** Probability with which each experience is left out, 0…1. Default 0.1. */
  dropRate?: number
}

/** An experience that was found for a task, and whether it enters the prompt. */
export interface DrawnInjection {
  cid: string
  injected: boolean
}

/**
 * Leaves each experience out with a small probability, independently of all others and of the task: the only
 * difference between tasks with and without it is then the experience itself, whatever else is in the prompt.
 *
 * @throws DsoError `OPTION_INVALID` for a rate outside 0…1
 */
export function drawInjection(
  cids: readonly string[],
  { seed, dropRate = DROP_RATE }: DrawInjectionOptions,
): DrawnInjection[] {
  if (!(dropRate >= 0 && dropRate <= 1)) {
    throw new DsoError('OPTION_INVALID', { details: { option: 'dropRate', value: dropRate } })
  }
  // A seed of its own for each, so that a draw does not depend on what else was found.
  return cids.map((cid) => ({
    cid,
    injected: createSeededRandom(`dso/drop/1/${seed}/${cid}`).next() >= dropRate,
  }))
}
