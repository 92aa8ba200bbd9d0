import { DsoError } from '../protocol/errors.ts'
import type { LanguageModel } from '../protocol/ports.ts'
import { wrapModel } from '../protocol/ports/wrap-model.ts'

/**
 * Lets a model be asked at most so many times: a hard budget. A request counts when it is made, whether or not an answer
 * comes; put it behind the recording, so that what was answered before costs nothing. Closing it closes the model.
 *
 * @param most requests, an integer ≥ 0; beyond them `complete` throws `BUDGET_REACHED` and the model is not asked
 */
export function limitCalls(model: LanguageModel, most: number): LanguageModel {
  let made = 0
  return wrapModel(model, async (request, options) => {
    if (made >= most) throw new DsoError('BUDGET_REACHED', { details: { calls: most } })
    made++
    return await model.complete(request, options)
  })
}
