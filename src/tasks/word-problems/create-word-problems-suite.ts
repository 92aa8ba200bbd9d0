import { type ConventionSuite, createConventionSuite } from '../common/create-convention-suite.ts'
import { shuffle } from '../common/draws.ts'
import { toDomain } from '../common/value-domain.ts'
import { drawMeasuredProblems } from './measured-problems.ts'
import { drawFormProblems } from './problems.ts'

/** What {@link createWordProblemsSuite} needs. */
export interface WordProblemsOptions {
  /** Names the universe, a non-negative integer. */
  seed: number
}

/**
 * *Word problems*, version 1: grade-school problems with exact answers, each kind with an undocumented convention about
 * the form of its answer or about what is counted. A right number in the wrong form is refused.
 *
 * @throws DsoError `OPTION_INVALID` for a seed that is no non-negative integer
 */
export function createWordProblemsSuite({ seed }: WordProblemsOptions): ConventionSuite {
  return createConventionSuite({
    name: 'word-problems/1',
    seed,
    drawDomains: (random) =>
      shuffle(random, [...drawFormProblems(random), ...drawMeasuredProblems(random)]).map(toDomain),
  })
}
