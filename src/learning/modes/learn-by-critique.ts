import type { CallOptions, LanguageModel } from '../../protocol/ports.ts'
import { EMPTY_DRAFT, applyDraft } from './apply-draft.ts'
import { consolidateOperations } from './consolidate-operations.ts'
import { countCalls } from './count-calls.ts'
import { critiqueGroup } from './critique-group.ts'
import { hasContrast } from './has-contrast.ts'
import type { ModeInput, ModeOutcome } from './learning-mode.ts'
import { summariseRollout } from './summarise-rollout.ts'

/** What {@link learnByCritique} may be told. */
export interface LearnByCritiqueOptions extends CallOptions {
  /** Most steps of a group, 1…8. Default 1. */
  maxOperations?: number
}

/**
 * The variant of training-free GRPO for mathematics: summarise every rollout, one critique a group that sees the
 * library and adds or rewrites, one consolidation that merges or rewords, apply. Nothing is deleted but by a merge.
 * With R rollouts in M groups that have a contrast it makes at most R + M + 1 calls.
 *
 * @throws DsoError `OPTION_INVALID`, and whatever the model throws; a repeated run finds the finished calls in its
 * recording
 */
export async function learnByCritique(
  { groups, library = EMPTY_DRAFT }: ModeInput,
  model: LanguageModel,
  { maxOperations = 1, ...call }: LearnByCritiqueOptions = {},
): Promise<ModeOutcome> {
  const counted = countCalls(model)
  const { lessons } = library
  const critiques = await Promise.all(
    groups.filter(hasContrast).map(async (group) => {
      const summaries = await Promise.all(
        group.episodes.map(async (episode) => await summariseRollout(episode, counted.model, call)),
      )
      const options = { maxOperations, ...call }
      return await critiqueGroup(group, summaries, lessons, counted.model, options)
    }),
  )
  const proposed = critiques.flatMap(({ operations }) => operations)
  const plan = await consolidateOperations(proposed, lessons, counted.model, {
    deletes: false,
    ...call,
  })
  const skipped = critiques.reduce((sum, each) => sum + each.skipped, plan.skipped)
  const { operations } = plan
  return { operations, library: applyDraft(library, operations), calls: counted.calls(), skipped }
}
