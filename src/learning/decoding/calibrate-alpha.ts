import { checkCount } from '../../protocol/aggregate/check-count.ts'
import { DsoError } from '../../protocol/errors.ts'
import { probabilityPositive } from '../../protocol/statistics/probability-positive.ts'

/** What is searched, and how far. */
export interface CalibrateAlphaOptions {
  /**
   * Scores of the held-out tasks with this exponent, higher is better: at least one, finite, the same tasks in the same
   * order every time. Called once for each exponent, one call after the other, first with 0.
   */
  score: (alpha: number) => readonly number[] | Promise<readonly number[]>
  /** Largest exponent, > 0, at most 100. Default 1. */
  most?: number
  /** Calls of `score`, 3…1000. Default 13. */
  evaluations?: number
}

/** The best exponent found. */
export interface CalibratedAlpha {
  /** 0 where none was better than the model on its own. */
  alpha: number
  /** Mean score with it. It is the best of several on the same tasks, so other tasks have to confirm it. */
  mean: number
  /** Mean score of the model on its own. */
  plainMean: number
  /** P(gain > 0) from the tasks that went better and worse than without; ½ for an exponent of 0. */
  probability: number
  /** Everything tried, in order of the exponent. */
  tried: readonly { alpha: number; mean: number }[]
}

interface Trial {
  alpha: number
  scores: readonly number[]
  mean: number
}

/**
 * Calibrates an exponent (seed A eq. 1) on held-out scores, without gradients: half of the evaluations on a grid from 0
 * to the largest, the rest on midpoints beside the best one, the wider gap first. Scores of tasks are steps, so neither
 * smoothness nor a single maximum is assumed; on equal means the smaller exponent wins.
 *
 * @throws DsoError `OPTION_INVALID`; `SAMPLE_EMPTY`, `LENGTH_MISMATCH`, `VALUE_NOT_FINITE` for scores; what `score` throws
 */
export async function calibrateAlpha({
  score,
  most = 1,
  evaluations = 13,
}: CalibrateAlphaOptions): Promise<CalibratedAlpha> {
  checkCount('evaluations', evaluations, { least: 3, most: 1000 })
  if (!(most > 0 && most <= 100)) {
    throw new DsoError('OPTION_INVALID', { details: { field: 'most', value: most } })
  }
  const plain = await tryAlpha(score, 0)
  const trials = [plain]
  const attempt = async (alpha: number): Promise<void> => {
    trials.push(await tryAlpha(score, alpha, plain.scores.length))
    trials.sort((a, b) => a.alpha - b.alpha)
  }
  const steps = Math.floor(evaluations / 2)
  for (let step = 1; step <= steps; step++) await attempt(most * (step / steps))
  while (trials.length < evaluations) {
    const next = widestGap(trials, findBest(trials))
    if (next === undefined) break
    await attempt(next)
  }
  const best = findBest(trials)
  return {
    alpha: best.alpha,
    mean: best.mean,
    plainMean: plain.mean,
    probability: compare(best.scores, plain.scores),
    tried: trials.map(({ alpha, mean }) => ({ alpha, mean })),
  }
}

async function tryAlpha(
  score: CalibrateAlphaOptions['score'],
  alpha: number,
  expected?: number,
): Promise<Trial> {
  const scores = [...(await score(alpha))]
  if (scores.length === 0)
    throw new DsoError('SAMPLE_EMPTY', { details: { field: 'score', alpha } })
  if (expected !== undefined && scores.length !== expected) {
    throw new DsoError('LENGTH_MISMATCH', {
      details: { field: 'score', alpha, scores: scores.length, expected },
    })
  }
  const index = scores.findIndex((each) => !Number.isFinite(each))
  if (index >= 0) {
    throw new DsoError('VALUE_NOT_FINITE', { details: { field: 'score', alpha, index } })
  }
  // Each divided first, so that large scores do not overflow together.
  const mean = scores.reduce((sum, each) => sum + each / scores.length, 0)
  return { alpha, scores, mean }
}

/** The first of the best: trials are in order of the exponent. */
function findBest(trials: readonly Trial[]): Trial {
  return trials.reduce((best, trial) => (trial.mean > best.mean ? trial : best))
}

/** The middle of the wider gap beside the best trial; undefined when no double lies between. */
function widestGap(trials: readonly Trial[], best: Trial): number | undefined {
  const at = trials.indexOf(best)
  const below = trials[at - 1]?.alpha ?? best.alpha
  const above = trials[at + 1]?.alpha ?? best.alpha
  const other = best.alpha - below >= above - best.alpha ? below : above
  const middle = (best.alpha + other) / 2
  return middle === best.alpha || middle === other ? undefined : middle
}

function compare(scores: readonly number[], plain: readonly number[]): number {
  const wins = scores.filter((each, index) => each > plain[index]!).length
  const losses = scores.filter((each, index) => each < plain[index]!).length
  return probabilityPositive(wins, losses)
}
