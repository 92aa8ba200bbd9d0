import type { Completion, LanguageModel } from '../../protocol/ports.ts'
import { wrapModel } from '../../protocol/ports/wrap-model.ts'

/**
 * A model that is asked every greedy question only once: modes that are tried after each other put much the same
 * questions to the gate. Sampled answers are drawn anew.
 */
export function rememberAnswers(model: LanguageModel): LanguageModel {
  const known = new Map<string, Promise<Completion>>()
  return wrapModel(model, async (request, options) => {
    if (request.temperature !== 0) return await model.complete(request, options)
    const key = JSON.stringify(request)
    const earlier = known.get(key)
    if (earlier !== undefined) return await earlier
    const asked = model.complete(request, options)
    known.set(key, asked)
    try {
      return await asked
    } catch (error) {
      known.delete(key)
      throw error
    }
  })
}
