import { DsoError } from '../../protocol/errors.ts'
import type { CallOptions, LanguageModel } from '../../protocol/ports.ts'
import type { Group } from '../collect-group.ts'
import { type ChooseFormOptions, type GateOutcome, chooseForm } from '../gate/choose-form.ts'
import type { DomainEvidence } from '../gather-evidence.ts'
import type { LearningMode } from './learning-mode.ts'
import { type ModeProposals, proposeInMode } from './propose-in-mode.ts'
import type { ModeCounts } from './rank-modes.ts'
import { rememberAnswers } from './remember-answers.ts'

/** What one mode proposed for a domain, and what the gate said to it. */
export interface ModeTrial {
  proposals: ModeProposals
  gate: GateOutcome
}

/** What {@link tryModes} found. */
export interface TriedModes {
  /** The trial that counts: of those that solve most held-out tasks, the one with lessons. */
  best: ModeTrial
  /** One for each mode that was asked, in that order. */
  counts: ModeCounts[]
}

/** What {@link tryModes} needs. */
export interface TryModesOptions extends Omit<ChooseFormOptions, 'general'> {
  /** In this order they are asked, at least one. */
  modes: readonly LearningMode[]
  /** Whether the contrast pair is beside also a look at the whole group. Default false. */
  groupPrompt?: boolean
  /** Called when a stage begins, for each mode. */
  onStage?: (stage: 'contrast' | 'gate') => void
}

/**
 * Asks one mode after the other about the same groups, until the gate lets a lesson of one through; all are tried on the
 * same held-out tasks. Examples and copied words need no mode: what they prove is kept, but asks no mode less.
 *
 * Several chances must not make a lucky lesson likelier than one: the sequential rule's error is divided by the modes that
 * may be asked. The fixed rule has no such bound.
 *
 * @throws DsoError `OPTION_INVALID` for no mode or a sequential rule without sense, and whatever the model throws
 */
export async function tryModes(
  evidence: DomainEvidence,
  groups: readonly Group[],
  model: LanguageModel,
  { modes, groupPrompt = false, onStage, rule, ...gateOptions }: TryModesOptions,
): Promise<TriedModes> {
  const { domain } = evidence
  const { signal, onProgress } = gateOptions
  const call: CallOptions = { signal, onProgress }
  const asked = modes.length > 1 ? rememberAnswers(model) : model
  const options = {
    ...gateOptions,
    ...(rule === undefined ? {} : { rule: shareError(rule, modes) }),
  }
  const counts: ModeCounts[] = []
  let best: ModeTrial | undefined
  for (const mode of modes) {
    onStage?.('contrast')
    const proposals = await proposeInMode(mode, { domain, groups }, asked, { groupPrompt, ...call })
    onStage?.('gate')
    const { lessons, general, calls } = proposals
    const gate = await chooseForm(evidence, lessons, asked, { ...options, general })
    const accepted = listAccepted(gate).length
    counts.push({ mode, proposals: lessons.length + general.length, accepted, calls })
    const trial = { proposals, gate }
    if (best === undefined || isBetter(gate, best.gate)) best = trial
    const hopeless = gate.decision === 'refused' && gate.reason === 'nothing-to-gain'
    if (accepted > 0 || hopeless) break
  }
  if (best === undefined) {
    throw new DsoError('OPTION_INVALID', { details: { option: 'modes', value: modes } })
  }
  return { best, counts }
}

/** The proposed sentences that a gate let through. */
export function listAccepted(gate: GateOutcome): readonly string[] {
  return gate.decision === 'accepted' ? (gate.chosen.lessons ?? []) : []
}

function shareError(
  rule: NonNullable<ChooseFormOptions['rule']>,
  modes: readonly LearningMode[],
): NonNullable<ChooseFormOptions['rule']> {
  return rule.kind === 'fixed' ? rule : { ...rule, error: rule.error / modes.length }
}

/** On equal results a lesson beats none, and a refusal after trials one without. */
function isBetter(next: GateOutcome, best: GateOutcome): boolean {
  if (next.decision !== 'accepted') {
    return best.decision !== 'accepted' && next.tried.length > best.tried.length
  }
  if (best.decision !== 'accepted') return true
  const gained = next.chosen.solved / next.n - best.chosen.solved / best.n
  return gained > 0 || (gained === 0 && listAccepted(next).length > 0)
}
