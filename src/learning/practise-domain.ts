import type { CallOptions, LanguageModel, Task, TaskSuite } from '../protocol/ports.ts'
import type { Group } from './collect-group.ts'
import { collectGroups } from './collect-groups.ts'
import type { GateOutcome } from './gate/choose-form.ts'
import type { GateRule } from './gate/gate-rule.ts'
import { type DomainEvidence, gatherEvidence } from './gather-evidence.ts'
import type { LearningMode } from './modes/learning-mode.ts'
import type { ModeCounts } from './modes/rank-modes.ts'
import { tryModes } from './modes/try-modes.ts'
import type { Proposals } from './propose-lessons.ts'

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
  /** Least P(gain > 0) of an experience that ships, under the fixed rule. */
  gateThreshold: number
  /** How long the gate tries a form and what it has to prove. Default `fixed`: every form on every held-out task. */
  gateRule?: GateRule
  /** How often the gate may ask for more practice where what was learnt is not perfect. Default 0. */
  extraRounds?: number
  /** Whether the model is also asked about whole groups; for models that can take it. Default false. */
  groupPrompt?: boolean
  /**
   * How lessons are got out of the groups, at least one way: in this order, the next one where nothing that the one
   * before proposed was proved. Default the contrast pair alone.
   */
  modes?: readonly LearningMode[]
  /** Base of the samplers' seeds. */
  seed: number
}

/** What practice on one domain led to. */
export interface DomainPractice {
  domain: string
  groups: readonly Group[]
  evidence: DomainEvidence
  /** How what was proposed came about. */
  mode: LearningMode
  proposals: Proposals
  gate: GateOutcome
  /** What each mode that was asked has yielded, all rounds together. */
  modes: readonly ModeCounts[]
}

/** The stages of practice, for progress. */
export type PractiseStage = 'rollouts' | 'contrast' | 'gate'

/** What {@link practiseDomain} needs beside its settings. */
export interface PractiseCallOptions extends CallOptions {
  /** Tasks that must be solved with whatever ships, whatever the average. Default none. */
  pinned?: readonly Task[]
  /** Called when a stage begins. */
  onStage?: (stage: PractiseStage, domain: string) => void
}

/** What small models were measured to do best. */
const DEFAULT_MODES: readonly LearningMode[] = ['contrast-pair']

/** Seeds of one round stay clear of the next one's. */
const SEEDS_PER_ROUND = 1024

/**
 * One domain through the loop: rollouts → rewards → groups → contrast → gate. Where the gate found nothing to ship, or
 * something that still fails, it may ask for more: new practice tasks, one rollout each, all evidence together, and a new
 * holdout, so that nothing is chosen on tasks that have already been looked at. Each stage is a function of its inputs and the
 * model, so a run that was killed repeats from recorded calls and ends with the same result.
 */
export async function practiseDomain(
  suite: TaskSuite,
  domain: string,
  model: LanguageModel,
  settings: PractiseSettings,
  options: PractiseCallOptions = {},
): Promise<DomainPractice> {
  let best = await practiseRound(suite, domain, model, settings, {
    ...options,
    round: 0,
    earlier: [],
  })
  let { groups, modes } = best
  for (let round = 1; round <= (settings.extraRounds ?? 0) && wantsMore(best.gate); round++) {
    const next = await practiseRound(suite, domain, model, settings, {
      ...options,
      round,
      earlier: groups,
    })
    groups = next.groups
    modes = sumCounts([...modes, ...next.modes])
    best = { ...(isBetter(next.gate, best.gate) ? next : best), groups, modes }
  }
  return best
}

interface RoundOptions extends PractiseCallOptions {
  /** Number of the round, from 0. */
  round: number
  /** Groups of the rounds before. */
  earlier: readonly Group[]
}

async function practiseRound(
  suite: TaskSuite,
  domain: string,
  model: LanguageModel,
  settings: PractiseSettings,
  { round, earlier, onStage, pinned, ...call }: RoundOptions,
): Promise<DomainPractice> {
  onStage?.('rollouts', domain)
  const { groupSize, attempts, temperature, practiceTasks, validationTasks } = settings
  const seed = settings.seed + round * SEEDS_PER_ROUND
  const ofRound = (split: 'practice' | 'validation', count: number): Task[] =>
    suite.listTasks(domain, split, (round + 1) * count).slice(round * count)
  // More practice is wanted for cases that were not seen yet: one rollout each of as many new tasks.
  const size = round === 0 ? groupSize : 1
  const rollouts = { groupSize: size, attempts, temperature, seed, earlier, ...call }
  const tasks = ofRound('practice', practiceTasks)
  const groups = [...earlier, ...(await collectGroups(tasks, model, rollouts))]
  const evidence = gatherEvidence(domain, groups)

  const { best, counts } = await tryModes(evidence, groups, model, {
    modes: settings.modes ?? DEFAULT_MODES,
    groupPrompt: settings.groupPrompt ?? false,
    onStage: (stage) => onStage?.(stage, domain),
    tasks: ofRound('validation', validationTasks),
    threshold: settings.gateThreshold,
    ...(settings.gateRule === undefined ? {} : { rule: settings.gateRule }),
    ...(pinned === undefined ? {} : { pinned }),
    ...call,
  })
  const { proposals, gate } = best
  return { domain, groups, evidence, mode: proposals.mode, proposals, gate, modes: counts }
}

function sumCounts(counts: readonly ModeCounts[]): ModeCounts[] {
  return [...Map.groupBy(counts, ({ mode }) => mode)].map(([mode, same]) => {
    const sum = (field: 'proposals' | 'accepted' | 'calls'): number =>
      same.reduce((total, each) => total + each[field], 0)
    return { mode, proposals: sum('proposals'), accepted: sum('accepted'), calls: sum('calls') }
  })
}

function wantsMore(gate: GateOutcome): boolean {
  if (gate.decision === 'accepted') return gate.chosen.solved < gate.n
  return gate.reason !== 'nothing-to-gain'
}

/** Shares of different holdouts are compared; a later round, which rests on more evidence, wins a tie. */
function isBetter(next: GateOutcome, best: GateOutcome): boolean {
  if (next.decision !== 'accepted') return false
  return best.decision !== 'accepted' || next.chosen.solved / next.n >= best.chosen.solved / best.n
}
