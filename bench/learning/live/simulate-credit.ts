import { creditOutcome } from '../../../src/learning/credit/credit-outcome.ts'
import { drawInjection } from '../../../src/learning/credit/draw-injection.ts'
import { estimateCredit } from '../../../src/learning/credit/estimate-credit.ts'
import type { CreditRecord } from '../../../src/protocol/ports.ts'
import { createSeededRandom } from '../../../src/protocol/statistics/create-seeded-random.ts'
import { rankCorrelation } from '../../../src/protocol/statistics/rank-correlation.ts'

/** What {@link simulateCredit} found. */
export interface SimulatedCredit {
  /** Mean of the rank correlations, −1…1. */
  mean: number
  lowest: number
  /** Worlds. */
  seeds: number
  /** Experiences in each. */
  experiences: number
  /** Tasks in each. */
  tasks: number
  /** Tasks that an experience was found for, in the mean, and those of them in which it was left out. */
  trialsEach: number
  withoutEach: number
}

/** Experiences of a world. */
const EXPERIENCES = 40

/** Experiences that are found for a task. */
const FOUND = 3

/** Success of a task without any, and the ends that no sum of experiences leaves. */
const BASE_RATE = 0.35
const LEAST_RATE = 0.05
const MOST_RATE = 0.95

/** Planted usefulness in shares of success: from harm to much help. */
const WORST = -0.1
const BEST = 0.4

/**
 * Simulates how well credit orders experiences by what they are worth: each of 40 changes the success of a task by a
 * planted amount, −10…+40 points; each that is found is left out with probability 0.1; what became of the task is all
 * that credit sees. A function of its arguments.
 *
 * @param seeds worlds, ≥ 1
 * @param tasks tasks in each
 */
export function simulateCredit(seeds: number, tasks: number): SimulatedCredit {
  const worlds = Array.from({ length: seeds }, (_, seed) => simulateWorld(seed + 1, tasks))
  const correlations = worlds.map(({ planted, credits }) =>
    rankCorrelation(
      planted,
      credits.map((credit) => estimateCredit(credit).logOdds),
    ),
  )
  const arms = worlds.flatMap(({ credits }) => credits)
  const trials = (count: (credit: CreditRecord) => number): number =>
    arms.reduce((sum, credit) => sum + count(credit), 0) / arms.length
  return {
    mean: correlations.reduce((sum, value) => sum + value, 0) / correlations.length,
    lowest: Math.min(...correlations),
    seeds,
    experiences: EXPERIENCES,
    tasks,
    trialsEach: trials((credit) => credit.with.trials + credit.without.trials),
    withoutEach: trials((credit) => credit.without.trials),
  }
}

function simulateWorld(
  seed: number,
  tasks: number,
): { planted: number[]; credits: CreditRecord[] } {
  const random = createSeededRandom(`dso-bench/credit/${seed}`)
  const worth = Array.from({ length: EXPERIENCES }, () => WORST + (BEST - WORST) * random.next())
  const cids = worth.map((_, index) => `experience ${index}`)
  const plantedOf = new Map(cids.map((cid, index) => [cid, worth[index] ?? 0]))
  const credits = new Map(
    cids.map((cid) => [cid, { cid, model: 'simulated', with: nothing(), without: nothing() }]),
  )
  for (let task = 0; task < tasks; task++) {
    const found = new Set<string>()
    while (found.size < FOUND) found.add(cids[random.integer(EXPERIENCES)] ?? '')
    const offered = drawInjection([...found], { seed: `${seed}/${task}` })
    const gain = offered.reduce(
      (sum, { cid, injected }) => sum + (injected ? (plantedOf.get(cid) ?? 0) : 0),
      0,
    )
    const rate = Math.min(MOST_RATE, Math.max(LEAST_RATE, BASE_RATE + gain))
    const reward = random.next() < rate ? 1000 : 0
    for (const more of creditOutcome({ offered, model: 'simulated', reward })) {
      const credit = credits.get(more.cid)
      if (credit === undefined) continue
      for (const arm of ['with', 'without'] as const) {
        credit[arm].trials += more[arm].trials
        credit[arm].rewards += more[arm].rewards
      }
    }
  }
  return { planted: worth, credits: [...credits.values()] }
}

function nothing(): CreditRecord['with'] {
  return { trials: 0, rewards: 0 }
}
