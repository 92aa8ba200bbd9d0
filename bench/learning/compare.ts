import { bootstrapDifference } from '../../src/protocol/statistics/bootstrap-difference.ts'
import { createSeededRandom } from '../../src/protocol/statistics/create-seeded-random.ts'
import type { Arm } from './arms.ts'
import type { CellDomain, CellOutcome, CellScore } from './cell.ts'

/** Resamples behind every interval. */
const RESAMPLES = 4000

/** A paired difference in points with its 95 % interval; tools are resampled first, then tasks within them. */
export interface Difference {
  value: number
  low: number
  high: number
  /** Tasks. */
  n: number
  /** Tools, the unit that is resampled first. */
  tools: number
}

/** Which tools enter a comparison. */
export type DomainFilter = (domain: CellDomain) => boolean

/** How much better one arm is than another on the same tasks; undefined where no task was tried under both. */
export function compareArms(
  cells: readonly CellOutcome[],
  a: Arm,
  b: Arm,
  where: DomainFilter = () => true,
): Difference | undefined {
  const pairs = cells.flatMap((cell) => {
    const wanted = new Set(cell.domains.filter(where).map(({ name }) => name))
    const others = new Map(scoresOf(cell, b).map((score) => [score.task, score]))
    return scoresOf(cell, a)
      .filter(({ domain }) => wanted.has(domain))
      .flatMap(({ domain, task, success }) => {
        const other = others.get(task)
        return other === undefined
          ? []
          : [{ cluster: `${cell.suite}/${domain}`, a: Number(success), b: Number(other.success) }]
      })
  })
  if (pairs.length === 0) return undefined
  const { difference, low, high, n, clusters } = bootstrapDifference({
    pairs,
    resamples: RESAMPLES,
    random: createSeededRandom(`dso-bench/${a}/${b}`),
  })
  return { value: 100 * difference, low: 100 * low, high: 100 * high, n, tools: clusters }
}

/** The scores of one arm of a cell. */
export function scoresOf(cell: CellOutcome, arm: Arm): CellScore[] {
  return cell.scores.filter((score) => score.arm === arm)
}

/** Mean of something over all scores of an arm; undefined where there are none. */
export function meanOf(
  cells: readonly CellOutcome[],
  arm: Arm,
  of: (score: CellScore) => number,
): number | undefined {
  const scores = cells.flatMap((cell) => scoresOf(cell, arm))
  if (scores.length === 0) return undefined
  return scores.reduce((sum, score) => sum + of(score), 0) / scores.length
}
