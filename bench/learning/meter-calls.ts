import { requestKey } from '../../src/models/recording/request-key.ts'
import type { LanguageModel } from '../../src/protocol/ports.ts'
import type { StageCost } from './cell.ts'

/** A model whose distinct calls are added up. */
export interface MeteredCalls {
  model: LanguageModel
  /** So far. */
  cost(): StageCost
}

/**
 * Adds up what one part of a measurement asks, each question once, whoever asked it before: what this part would cost if
 * it were the only one.
 */
export function meterCalls(answering: LanguageModel): MeteredCalls {
  const seen = new Set<string>()
  const total: StageCost = { calls: 0, promptTokens: 0, completionTokens: 0, modelSeconds: 0 }
  return {
    cost: () => ({ ...total }),
    model: {
      name: answering.name,
      hash: answering.hash,
      close: () => Promise.resolve(),
      complete: async (request, options) => {
        const completion = await answering.complete(request, options)
        const key = requestKey(answering.hash, request)
        if (seen.has(key)) return completion
        seen.add(key)
        total.calls++
        total.promptTokens += completion.promptTokens
        total.completionTokens += completion.completionTokens
        total.modelSeconds += completion.durationMs / 1000
        return completion
      },
    },
  }
}
