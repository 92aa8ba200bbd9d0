import type { CallOptions, LanguageModel } from '../../protocol/ports.ts'
import { EMPTY_DRAFT, applyDraft } from './apply-draft.ts'
import { contrastBestWorst } from './contrast-best-worst.ts'
import { countCalls } from './count-calls.ts'
import type { ModeInput, ModeOutcome } from './learning-mode.ts'
import { reconcileOperations } from './reconcile-operations.ts'

/**
 * The token-saving mode: seed B's Algorithm 1 on every group, at most one call each. It only adds: what repeats or
 * contradicts the library is left to the library's own rules.
 *
 * @throws DsoError whatever the model throws; a repeated run finds the finished calls in its recording
 */
export async function learnFromBestWorst(
  { groups, library = EMPTY_DRAFT }: ModeInput,
  model: LanguageModel,
  call: CallOptions = {},
): Promise<ModeOutcome> {
  const counted = countCalls(model)
  const sentences = await Promise.all(
    groups.map(async (group) => await contrastBestWorst(group, counted.model, call)),
  )
  const said = sentences.filter((text) => text !== undefined)
  const operations = reconcileOperations(said.map((text) => ({ op: 'add', text })))
  const calls = counted.calls()
  return {
    operations,
    library: applyDraft(library, operations),
    calls,
    skipped: calls - said.length,
  }
}
