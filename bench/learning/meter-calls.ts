import { requestKey } from '../../src/models/recording/request-key.ts'
import type { LanguageModel } from '../../src/protocol/ports.ts'
import { wrapModel } from '../../src/protocol/ports/wrap-model.ts'
import type { StageCost } from './cell.ts'

/** Nothing asked yet. */
export function freeOfCost(): StageCost {
  return { calls: 0, promptTokens: 0, completionTokens: 0, modelSeconds: 0 }
}

/**
 * Books every distinct question once, whether it is answered from a recording or made now: costs are those of a first
 * run.
 *
 * @param bookOf the book of a question, asked for when the question is; entries are added to it
 */
export function meterCalls(model: LanguageModel, bookOf: () => StageCost): LanguageModel {
  const seen = new Set<string>()
  return wrapModel(model, async (request, options) => {
    const book = bookOf()
    const completion = await model.complete(request, options)
    const key = requestKey(model.hash, request)
    if (seen.has(key)) return completion
    seen.add(key)
    book.calls++
    book.promptTokens += completion.promptTokens
    book.completionTokens += completion.completionTokens
    book.modelSeconds += completion.durationMs / 1000
    return completion
  })
}
