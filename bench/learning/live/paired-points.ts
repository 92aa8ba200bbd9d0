import { bootstrapDifference } from '../../../src/protocol/statistics/bootstrap-difference.ts'
import { createSeededRandom } from '../../../src/protocol/statistics/create-seeded-random.ts'
import type { Difference } from '../compare.ts'
import type { LearningFigure } from '../figures.ts'
import { makeFigure } from '../../common/figure.ts'

/** How one held-out task went under two conditions. */
export interface PairedTask {
  universe: string
  domain: string
  task: string
  /** First attempts: accepted or not. */
  a: boolean
  b: boolean
}

/** As behind every other interval of the bench. */
const RESAMPLES = 4000

/** How much better the first condition is, in points; tools are resampled first. Undefined without tasks. */
export function comparePairs(name: string, tasks: readonly PairedTask[]): Difference | undefined {
  if (tasks.length === 0) return undefined
  const { difference, low, high, n, clusters } = bootstrapDifference({
    pairs: tasks.map(({ universe, domain, a, b }) => ({
      cluster: `${universe}/${domain}`,
      a: Number(a),
      b: Number(b),
    })),
    resamples: RESAMPLES,
    random: createSeededRandom(`dso-bench/live/${name}`),
  })
  return { value: 100 * difference, low: 100 * low, high: 100 * high, n, tools: clusters }
}

/** A difference as a figure without a goal: it is reported, and decides what is on by default. */
export function pointsFigure(
  id: string,
  label: string,
  found: Difference | undefined,
): LearningFigure[] {
  if (found === undefined) return []
  const { value, low, high, n, tools } = found
  return [{ ...makeFigure(id, value, 'points', null), label, low, high, n, tools }]
}
