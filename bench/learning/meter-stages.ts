import type { LanguageModel } from '../../src/protocol/ports.ts'
import type { CellOutcome, StageCost } from './cell.ts'
import { freeOfCost, meterCalls } from './meter-calls.ts'

/** A stage that is paid for. */
export type CostStage = keyof CellOutcome['cost']

/** A model whose distinct calls are booked on the stage that first made them. */
export interface MeteredStages {
  model: LanguageModel
  /** From now on calls belong to this stage. */
  enter(stage: CostStage): void
  costs(): Record<CostStage, StageCost>
}

/** Books what a model is asked, stage by stage; the first is practice. */
export function meterStages(answering: LanguageModel): MeteredStages {
  const costs = { practice: freeOfCost(), review: freeOfCost(), test: freeOfCost() }
  let current: CostStage = 'practice'
  return {
    model: meterCalls(answering, () => costs[current]),
    enter: (stage) => {
      current = stage
    },
    costs: () => costs,
  }
}
