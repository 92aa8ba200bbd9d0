import type { CallOptions, LanguageModel } from '../../protocol/ports.ts'
import { gatherEvidence } from '../gather-evidence.ts'
import type { TextOperation } from '../library/read-operations.ts'
import { proposeLessons } from '../propose-lessons.ts'
import { countCalls } from './count-calls.ts'
import { learnByCritique } from './learn-by-critique.ts'
import { learnFromBestWorst } from './learn-from-best-worst.ts'
import { learnInStages } from './learn-in-stages.ts'
import type { LearningMode, ModeInput, ModeOutcome } from './learning-mode.ts'
import { type SplitSentences, splitByField } from './split-by-field.ts'

/** What one mode proposes for one domain, ready for the gate. */
export interface ModeProposals extends SplitSentences {
  mode: LearningMode
  /** The same as steps on the library that was shown, deletions included. */
  operations: readonly TextOperation[]
  /** Questions put to the model, recorded answers included. */
  calls: number
}

/** What {@link proposeInMode} may be told. */
export interface ProposeInModeOptions extends CallOptions {
  /** Whether the contrast pair has the model look at the whole group as well. Default false. */
  groupPrompt?: boolean
}

/**
 * Gets the lessons of one domain in one mode. All modes end alike, so that the gate can compare what they yield:
 * sentences by parameter, sentences that are about none, and what was refused mechanically. The contrast pair is
 * asked as ever.
 *
 * @throws DsoError whatever the model throws
 */
export async function proposeInMode(
  mode: LearningMode,
  { domain, groups, library }: ModeInput & { domain: string },
  model: LanguageModel,
  { groupPrompt = false, ...call }: ProposeInModeOptions = {},
): Promise<ModeProposals> {
  const evidence = gatherEvidence(domain, groups)
  if (mode === 'contrast-pair') {
    const counted = countCalls(model)
    const proposals = await proposeLessons(evidence, counted.model, { groupPrompt, ...call })
    const operations = proposals.lessons.map(({ text }) => ({ op: 'add' as const, text }))
    return { ...proposals, mode, general: [], operations, calls: counted.calls() }
  }
  const input = { groups, ...(library === undefined ? {} : { library }) }
  const { operations, calls } = await learnIn(mode, input, model, call)
  const sentences = operations.flatMap((operation) => ('text' in operation ? operation.text : []))
  return { ...splitByField(sentences, evidence), mode, operations, calls }
}

async function learnIn(
  mode: Exclude<LearningMode, 'contrast-pair'>,
  input: ModeInput,
  model: LanguageModel,
  call: CallOptions,
): Promise<ModeOutcome> {
  switch (mode) {
    case 'best-worst':
      return await learnFromBestWorst(input, model, call)
    case 'critique':
      return await learnByCritique(input, model, call)
    case 'stages':
      return await learnInStages(input, model, call)
  }
}
