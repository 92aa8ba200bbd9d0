import type { LanguageModel } from './language-model.ts'

/**
 * A model that answers through another: its name, its weights, `complete` in place of its own. Closing either closes both.
 */
export function wrapModel(
  model: LanguageModel,
  complete: LanguageModel['complete'],
): LanguageModel {
  return {
    name: model.name,
    hash: model.hash,
    complete,
    close: async () => await model.close(),
  }
}
