import type { TextOperation } from '../library/read-operations.ts'
import type { Group } from '../collect-group.ts'
import type { DraftLibrary } from './apply-draft.ts'

/**
 * A way to get lessons out of groups of attempts. What each proposes goes through the same gate.
 *
 * - `contrast-pair`: one parameter at a time, a refused call against the accepted one, and accepted calls among
 *   themselves
 * - `best-worst`: one call a group, its best against its worst rollout (seed B, Algorithm 1)
 * - `critique`: every rollout summarised, one critique a group that proposes operations, a consolidation that only
 *   merges and rewrites (training-free GRPO as its authors ran it for mathematics)
 * - `stages`: every rollout summarised, the group contrasted, its lessons placed in the library, the batch consolidated
 *   (training-free GRPO as its authors run it for agents; seed A §3)
 */
export type LearningMode = 'contrast-pair' | 'best-worst' | 'critique' | 'stages'

/** All modes, those that ask less of a model and of a budget first: the order where nothing is measured. */
export const LEARNING_MODES: readonly LearningMode[] = [
  'contrast-pair',
  'best-worst',
  'critique',
  'stages',
]

/** What a mode works on. */
export interface ModeInput {
  /** Groups of one batch, each with its task; those without a contrast cost nothing. */
  groups: readonly Group[]
  /** What is known already. Default nothing. */
  library?: DraftLibrary
}

/** What a mode leads to. Nothing of it is proved: it is what the gate gets to try. */
export interface ModeOutcome {
  /** The net steps on the library, at most one for each lesson that was there. */
  operations: readonly TextOperation[]
  /** The library after these steps. */
  library: DraftLibrary
  /** Questions put to the model, recorded answers included. */
  calls: number
  /** Steps in the model's answers that could not be read or were not allowed; they changed nothing. */
  skipped: number
}
