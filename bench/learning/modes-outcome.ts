import type { Form } from '../../src/learning/gate/choose-form.ts'
import type { LearningMode } from '../../src/learning/modes/learning-mode.ts'
import type { StageCost } from './cell.ts'

/** What one mode led to on one tool. */
export interface ModeDomain {
  name: string
  /** Sentences that it proposed, those included that are about no single parameter. */
  proposals: number
  /** The form that the gate let through; null where nothing was. */
  form: Form | null
  /** Why nothing was let through; null where something was. */
  refused: string | null
  /** The proposed sentences that the gate let through, alone or beside examples. */
  lessons: readonly string[]
}

/** What one mode led to on all tools of a universe. */
export interface ModeYield {
  mode: LearningMode
  /** Sentences that it proposed. */
  proposals: number
  /** Those of them that the gate let through. */
  accepted: number
  /** Tools with at least one of those. */
  acceptedDomains: number
  /** What the proposals cost: summaries, contrasts, decisions about the library. */
  contrast: StageCost
  /** What the gate's trials of them would cost if no other mode had been tried. */
  gate: StageCost
  domains: readonly ModeDomain[]
}

/** The reference schedule on the same practice tasks. */
export interface ReferenceYield extends ModeYield {
  rollouts: StageCost
}

/** What every mode led to on the same groups of attempts, and the reference schedule on the same tasks. */
export interface ModesOutcome {
  suite: string
  seed: number
  model: { name: string; hash: string }
  /** What the groups cost that all modes share. */
  rollouts: StageCost
  /** One for each mode, in the order of LEARNING_MODES. */
  modes: readonly ModeYield[]
  reference: ReferenceYield
}
