import { requestKey } from '../../src/models/recording/request-key.ts'
import type { LanguageModel } from '../../src/protocol/ports.ts'
import type { CellOutcome, StageCost } from './cell.ts'

/** A stage that is paid for. */
export type CostStage = keyof CellOutcome['cost']

/** A model whose distinct calls are booked on the stage that first made them. */
export interface MeteredStages {
  model: LanguageModel
  /** From now on calls belong to this stage. */
  enter(stage: CostStage): void
  costs(): Record<CostStage, StageCost>
}

const FREE: StageCost = { calls: 0, promptTokens: 0, completionTokens: 0, modelSeconds: 0 }

/** Books every distinct call once, whether it is answered from a recording or made now: costs are those of a first run. */
export function meterStages(answering: LanguageModel): MeteredStages {
  const costs: Record<CostStage, StageCost> = {
    practice: { ...FREE },
    review: { ...FREE },
    test: { ...FREE },
  }
  const seen = new Set<string>()
  let current: CostStage = 'practice'
  return {
    enter: (stage) => {
      current = stage
    },
    costs: () => costs,
    model: {
      name: answering.name,
      hash: answering.hash,
      close: async () => await answering.close(),
      complete: async (request, options) => {
        const stage = costs[current]
        const completion = await answering.complete(request, options)
        const key = requestKey(answering.hash, request)
        if (seen.has(key)) return completion
        seen.add(key)
        stage.calls++
        stage.promptTokens += completion.promptTokens
        stage.completionTokens += completion.completionTokens
        stage.modelSeconds += completion.durationMs / 1000
        return completion
      },
    },
  }
}
