import { type Group, collectGroup } from '../../src/learning/collect-group.ts'
import { collectGroups } from '../../src/learning/collect-groups.ts'
import { chooseForm } from '../../src/learning/gate/choose-form.ts'
import { gatherEvidence } from '../../src/learning/gather-evidence.ts'
import { LEARNING_MODES, type LearningMode } from '../../src/learning/modes/learning-mode.ts'
import { proposeInMode } from '../../src/learning/modes/propose-in-mode.ts'
import { listAccepted } from '../../src/learning/modes/try-modes.ts'
import type { CallOptions, LanguageModel, Task } from '../../src/protocol/ports.ts'
import { freeOfCost, meterCalls } from './meter-calls.ts'
import type { ModeDomain, ModesOutcome, ModeYield, ReferenceYield } from './modes-outcome.ts'
import { openUniverse } from './open-universe.ts'
import type { CellPlan } from './plan.ts'

/** One universe in which the modes are compared; a plan of a cell is one. */
export type ModesPlan = Pick<CellPlan, 'suite' | 'seed' | 'domains' | 'settings'>

/** How a measurement is followed. */
export interface MeasureModesOptions extends CallOptions {
  /** Called when a stage begins. */
  onStage?: ((stage: string, detail: string) => void) | undefined
}

/**
 * Training-free GRPO as its authors run it: five rollouts a task, all sampled, one attempt each, all of them summarised.
 * `seeds` keeps its samples apart from those of the practice that it is compared with.
 */
const REFERENCE = {
  groupSize: 5,
  attempts: 1,
  temperature: 0.7,
  greedyFirst: false,
  mode: 'stages',
  seeds: 8192,
} as const

/** Seeds of one task of the reference stay clear of the next one's. */
const SEEDS_PER_TASK = 128

/** The attempts on one tool that lessons are to come from. */
interface DomainGroups {
  domain: string
  groups: readonly Group[]
}

/**
 * Measures what each way to learn yields on the same groups of attempts, at the same gate on the same held-out tasks, and
 * what the reference schedule yields on the same practice tasks. One round of practice: what the gate may ask for
 * afterwards is left out, for all alike. A function of the plan and of the model's answers: a replay gives the same.
 *
 * The reference is cheaper here than as its authors run it: where the library is empty nothing is asked about the place of a
 * new lesson, and groups without a contrast are not summarised. Each tool has a library of its own.
 *
 * @throws DsoError `SUITE_UNKNOWN`, and whatever the model throws
 */
export async function measureModes(
  plan: ModesPlan,
  model: LanguageModel,
  { onStage, ...call }: MeasureModesOptions = {},
): Promise<ModesOutcome> {
  const { suite, domains } = openUniverse(plan)
  const { groupSize, attempts, temperature, seed, practiceTasks } = plan.settings
  const tasksOf = (domain: string): readonly Task[] =>
    suite.listTasks(domain, 'practice', practiceTasks)

  onStage?.('rollouts', 'practice')
  const rollouts = freeOfCost()
  const practising = meterCalls(model, () => rollouts)
  const practised = await Promise.all(
    domains.map(async (domain): Promise<DomainGroups> => {
      const options = { groupSize, attempts, temperature, seed, ...call }
      return { domain, groups: await collectGroups(tasksOf(domain), practising, options) }
    }),
  )
  const gateOptions = (domain: string) => ({
    tasks: suite.listTasks(domain, 'validation', plan.settings.validationTasks),
    threshold: plan.settings.gateThreshold,
    ...(plan.settings.gateRule === undefined ? {} : { rule: plan.settings.gateRule }),
    ...call,
  })
  const modes: ModeYield[] = []
  for (const mode of LEARNING_MODES) {
    onStage?.('modes', mode)
    modes.push(await measureYield(mode, practised, model, gateOptions, call))
  }

  onStage?.('reference', 'rollouts')
  const referenceRollouts = freeOfCost()
  const playing = meterCalls(model, () => referenceRollouts)
  const played = await Promise.all(
    domains.map(async (domain): Promise<DomainGroups> => {
      const groups = tasksOf(domain).map(async (task, index) => {
        const base = seed + REFERENCE.seeds + index * SEEDS_PER_TASK
        const options = { ...REFERENCE, seed: base, ...call }
        return await collectGroup(task, playing, options)
      })
      return { domain, groups: await Promise.all(groups) }
    }),
  )
  onStage?.('reference', REFERENCE.mode)
  const yielded = await measureYield(REFERENCE.mode, played, model, gateOptions, call)
  const reference: ReferenceYield = { ...yielded, rollouts: referenceRollouts }
  const { name, hash } = model
  return {
    suite: suite.id,
    seed: plan.seed,
    model: { name, hash },
    rollouts,
    modes,
    reference,
  }
}

/** Asks one mode about every tool, and the gate about what it proposed. */
async function measureYield(
  mode: LearningMode,
  practised: readonly DomainGroups[],
  model: LanguageModel,
  gateOptions: (domain: string) => Omit<Parameters<typeof chooseForm>[3], 'general'>,
  call: CallOptions,
): Promise<ModeYield> {
  const [contrast, gate] = [freeOfCost(), freeOfCost()]
  const contrasting = meterCalls(model, () => contrast)
  const judging = meterCalls(model, () => gate)
  const domains = await Promise.all(
    practised.map(async ({ domain, groups }): Promise<ModeDomain> => {
      const proposals = await proposeInMode(mode, { domain, groups }, contrasting, call)
      const { lessons, general } = proposals
      const outcome = await chooseForm(gatherEvidence(domain, groups), lessons, judging, {
        ...gateOptions(domain),
        general,
      })
      const isAccepted = outcome.decision === 'accepted'
      return {
        name: domain,
        proposals: lessons.length + general.length,
        form: isAccepted ? outcome.chosen.form : null,
        refused: isAccepted ? null : outcome.reason,
        lessons: listAccepted(outcome),
      }
    }),
  )
  return {
    mode,
    proposals: domains.reduce((sum, each) => sum + each.proposals, 0),
    accepted: domains.reduce((sum, each) => sum + each.lessons.length, 0),
    acceptedDomains: domains.filter(({ lessons }) => lessons.length > 0).length,
    contrast,
    gate,
    domains,
  }
}
