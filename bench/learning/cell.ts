import type { ErrorGrade, Teaching } from '../../src/tasks/common/grades.ts'
import type { Form } from '../../src/learning/gate/choose-form.ts'
import type { Arm } from './arms.ts'

/** How one held-out task went under one arm, at the first attempt, greedily. */
export interface CellScore {
  arm: Arm
  domain: string
  task: string
  success: boolean
  /** Attempts used, up to three where the arm may retry, else one. */
  calls: number
  /** Tokens of the first prompt, memory included. */
  promptTokens: number
  /** Tokens of the prompts of all attempts. */
  episodeTokens: number
}

/** What a plain arm solved of the gate's held-out tasks: what the best of them is chosen by. */
export interface ValidationScore {
  arm: Arm
  domain: string
  solved: number
  tasks: number
}

/** What practice and sharing led to on one tool. */
export interface CellDomain {
  name: string
  grade: ErrorGrade
  teaching: Teaching
  /** The form that the gate let through; null where nothing was. */
  form: Form | null
  /** Why nothing was let through; null where something was. */
  refused: string | null
  /** What the chosen form says, rendered for people. */
  lessons: readonly string[]
  /** Quality by the reviewers' trial in per mille; null without one. */
  quality: number | null
}

/** An adversary's offer and what became of it among 30 % adversaries. */
export interface CellAttack {
  domain: string
  text: string
  refusal: string | null
  score: number | null
  used: boolean
}

/** Distinct calls of one stage: what a run without anything recorded would make. */
export interface StageCost {
  calls: number
  promptTokens: number
  completionTokens: number
  /** Seconds that the model worked when the calls were made; concurrent calls overlap. */
  modelSeconds: number
}

/** Everything that came of one cell. */
export interface CellOutcome {
  suite: string
  seed: number
  domains: readonly CellDomain[]
  scores: readonly CellScore[]
  validation: readonly ValidationScore[]
  attacks: readonly CellAttack[]
  cost: { practice: StageCost; review: StageCost; test: StageCost }
  /** Calls that practice was predicted to make. */
  predictedCalls: number
}
