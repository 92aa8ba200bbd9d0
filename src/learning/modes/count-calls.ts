import type { LanguageModel } from '../../protocol/ports.ts'
import { wrapModel } from '../../protocol/ports/wrap-model.ts'

/** A model that counts what it is asked. */
export interface CountingModel {
  model: LanguageModel
  /** Calls so far, those included that a recording answered or that failed. */
  calls: () => number
}

/** Counts the calls of one mode, whatever else the model does meanwhile. */
export function countCalls(model: LanguageModel): CountingModel {
  let calls = 0
  return {
    calls: () => calls,
    model: wrapModel(model, async (request, options) => {
      calls++
      return await model.complete(request, options)
    }),
  }
}
