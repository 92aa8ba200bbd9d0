import { LEARNING_MODES } from '../../src/learning/modes/learning-mode.ts'
import { type ModeRanking, rankModes } from '../../src/learning/modes/rank-modes.ts'
import type { ModesOutcome, ModeYield } from './modes-outcome.ts'

/**
 * The table of the modes of one model over all universes: accepted lessons a call of contrast, as a node counts them. The
 * gate's calls stand beside it in the outcomes; they are much the same for every mode.
 *
 * @throws RangeError for outcomes of different models
 */
export function rankMeasuredModes(outcomes: readonly ModesOutcome[]): ModeRanking | undefined {
  const [first] = outcomes
  if (first === undefined) return undefined
  if (outcomes.some(({ model }) => model.hash !== first.model.hash)) {
    throw new RangeError('a table is about one model')
  }
  const counts = LEARNING_MODES.map((mode) => {
    const yields = yieldsOf(outcomes, mode)
    return {
      mode,
      proposals: yields.reduce((sum, { proposals }) => sum + proposals, 0),
      accepted: yields.reduce((sum, { accepted }) => sum + accepted, 0),
      calls: yields.reduce((sum, { contrast }) => sum + contrast.calls, 0),
    }
  })
  return rankModes(first.model.hash, counts)
}

/** What one mode led to in each universe. */
export function yieldsOf(outcomes: readonly ModesOutcome[], mode: ModeYield['mode']): ModeYield[] {
  return outcomes.flatMap(({ modes }) => modes.filter((each) => each.mode === mode))
}
