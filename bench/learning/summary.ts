import type { ModeRow } from '../../src/learning/modes/rank-modes.ts'
import type { Arm } from './arms.ts'
import type { CellAttack, CellDomain, StageCost } from './cell.ts'
import type { LearningFigure } from './figures.ts'

/** How one arm did in one family. */
export interface ArmSummary {
  arm: Arm
  label: string
  /** Tasks. */
  n: number
  tools: number
  /** Share solved at the first attempt, 0…1, with its 95 % interval over tools. */
  success: number
  low: number
  high: number
  /** Against no experience on the same tasks, in points; null for that arm itself. */
  gain: { value: number; low: number; high: number } | null
  callsPerEpisode: number
  /** Tokens of the first prompt. */
  promptTokens: number
}

/** Everything measured in one suite. */
export interface FamilySummary {
  suite: string
  seeds: readonly number[]
  tools: number
  /** Tools on which the gate let something through. */
  accepted: number
  /** Tools by the form that was let through, or by why none was. */
  forms: Readonly<Record<string, number>>
  arms: readonly ArmSummary[]
  cost: { practice: StageCost; review: StageCost; test: StageCost }
  /** Practice for each tool on which something was let through; null where nothing was. */
  perAccepted: { calls: number | null; tokens: number | null; modelSeconds: number | null }
}

/** One tool with what was learnt on it. */
export interface ToolSummary extends CellDomain {
  suite: string
  /** Share solved at the first attempt by arm. */
  scores: Readonly<Partial<Record<Arm, number>>>
}

/** What the measured cells come to: figures and the tables behind them. */
export interface LearningSummary {
  model: { name: string; hash: string }
  figures: readonly LearningFigure[]
  families: readonly FamilySummary[]
  tools: readonly ToolSummary[]
  /** What each mode of learning yields, and what the reference schedule costs; null where they were not compared. */
  modes: (ModeRow & { reference: string }) | null
  /** What adversaries offered among 30 % of them. */
  attacks: readonly (CellAttack & { suite: string })[]
}
