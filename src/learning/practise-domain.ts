import type { CallOptions, LanguageModel, TaskSuite } from '../protocol/ports.ts'
import type { Group } from './collect-group.ts'
import { collectGroups } from './collect-groups.ts'
import { type GateOutcome, chooseForm } from './gate/choose-form.ts'
import { type DomainEvidence, gatherEvidence } from './gather-evidence.ts'
import { type Proposals, proposeLessons } from './propose-lessons.ts'

/** How much practice a domain gets. */
export interface PractiseSettings {
  /** Practice tasks of a domain, each rolled out as a group. */
  practiceTasks: number
  /** Rollouts of a task, G. */
  groupSize: number
  /** Most attempts an episode, 1…3. */
  attempts: number
  /** Sampling temperature of all rollouts but the first of a group. */
  temperature: number
  /** Held-out tasks at the gate. */
  validationTasks: number
  /** Least P(gain > 0) of an experience that ships. */
  gateThreshold: number
  /** Whether the model is also asked about whole groups; for models that can take it. Default false. */
  groupPrompt?: boolean
  /** Base of the samplers' seeds. */
  seed: number
}

/** What practice on one domain led to. */
export interface DomainPractice {
  domain: string
  groups: readonly Group[]
  evidence: DomainEvidence
  proposals: Proposals
  gate: GateOutcome
}

/** The stages of practice, for progress. */
export type PractiseStage = 'rollouts' | 'contrast' | 'gate'

/** What {@link practiseDomain} needs beside its settings. */
export interface PractiseCallOptions extends CallOptions {
  /** Called when a stage begins. */
  onStage?: (stage: PractiseStage, domain: string) => void
}

/**
 * One domain through the loop: rollouts → rewards → groups → contrast → gate. Each stage is a function of its inputs
 * and the model, so a run that was killed repeats from recorded calls and ends with the same result.
 */
export async function practiseDomain(
  suite: TaskSuite,
  domain: string,
  model: LanguageModel,
  settings: PractiseSettings,
  { onStage, ...call }: PractiseCallOptions = {},
): Promise<DomainPractice> {
  onStage?.('rollouts', domain)
  const { groupSize, attempts, temperature, seed } = settings
  const tasks = suite.listTasks(domain, 'practice', settings.practiceTasks)
  const rollouts = { groupSize, attempts, temperature, seed, ...call }
  const groups = await collectGroups(tasks, model, rollouts)
  const evidence = gatherEvidence(domain, groups)

  onStage?.('contrast', domain)
  const proposals = await proposeLessons(evidence, model, {
    groupPrompt: settings.groupPrompt ?? false,
    ...call,
  })

  onStage?.('gate', domain)
  const gate = await chooseForm(evidence, proposals.lessons, model, {
    tasks: suite.listTasks(domain, 'validation', settings.validationTasks),
    threshold: settings.gateThreshold,
    ...call,
  })
  return { domain, groups, evidence, proposals, gate }
}
