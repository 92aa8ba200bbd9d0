import type { CallOptions, LanguageModel } from '../../protocol/ports.ts'
import { EMPTY_DRAFT, applyDraft } from './apply-draft.ts'
import { consolidateOperations } from './consolidate-operations.ts'
import { contrastGroup } from './contrast-group.ts'
import { countCalls } from './count-calls.ts'
import { hasContrast } from './has-contrast.ts'
import type { ModeInput, ModeOutcome } from './learning-mode.ts'
import { placeLessons } from './place-lessons.ts'
import { summariseRollout } from './summarise-rollout.ts'

/** What {@link learnInStages} may be told. */
export interface LearnInStagesOptions extends CallOptions {
  /** Most lessons of a group, 1…8. Default 2. */
  maxLessons?: number
}

/**
 * The variant of training-free GRPO for agents: summarise every rollout, contrast each group into lessons and place
 * them in the library, consolidate the batch, apply. Every group sees the same library. With R rollouts in M groups
 * that have a contrast it makes at most R + 2M + 1 calls.
 *
 * @throws DsoError `OPTION_INVALID`, and whatever the model throws; a repeated run finds the finished calls in its
 * recording
 */
export async function learnInStages(
  { groups, library = EMPTY_DRAFT }: ModeInput,
  model: LanguageModel,
  { maxLessons = 2, ...call }: LearnInStagesOptions = {},
): Promise<ModeOutcome> {
  const counted = countCalls(model)
  const placed = await Promise.all(
    groups.filter(hasContrast).map(async (group) => {
      const summaries = await Promise.all(
        group.episodes.map(async (episode) => await summariseRollout(episode, counted.model, call)),
      )
      const options = { maxLessons, ...call }
      const sentences = await contrastGroup(group, summaries, counted.model, options)
      return await placeLessons(sentences, library.lessons, counted.model, call)
    }),
  )
  const proposed = placed.flatMap(({ operations }) => operations)
  const plan = await consolidateOperations(proposed, library.lessons, counted.model, call)
  const skipped = placed.reduce((sum, each) => sum + each.skipped, plan.skipped)
  const { operations } = plan
  return { operations, library: applyDraft(library, operations), calls: counted.calls(), skipped }
}
