import { draftExperiences } from '../learning/draft-experience.ts'
import type { FormTrial } from '../learning/gate/choose-form.ts'
import type { GuardOutcome } from '../learning/gate/guard-library.ts'
import { tryCandidates } from '../learning/library/try-candidates.ts'
import type { MemoryItem } from '../learning/memory.ts'
import type { LearningMode } from '../learning/modes/learning-mode.ts'
import {
  type DomainPractice,
  type PractiseSettings,
  type PractiseStage,
  practiseDomain,
} from '../learning/practise-domain.ts'
import { toMemoryItem } from '../learning/prior/to-memory-item.ts'
import { createLeakGuard, type LeakReason } from '../protocol/experience/create-leak-guard.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import type { TextRefusal } from '../protocol/experience/text-rules.ts'
import type {
  CallOptions,
  Encoder,
  LanguageModel,
  Store,
  Task,
  TaskSuite,
} from '../protocol/ports.ts'
import type { EmbeddingProfile } from '../protocol/profiles/profile.ts'
import { chooseModes } from './choose-modes.ts'
import { consolidateChosen, type DomainConsolidation } from './consolidate-chosen.ts'
import { keepExperience } from './keep-experience.ts'
import { type GuardedExperience, type ProvedExperience, keepGuarded } from './keep-guarded.ts'

/**
 * Why something is not kept: a text rule or the leak guard keeps it in, the library has it already or no room for it
 * (`duplicate`, `too-long`, `dropped`), an imported candidate was not proved (`not-proved`), or the guard refused the change
 * that it was part of (`rolled-back`).
 */
export type WithheldReason =
  | TextRefusal
  | LeakReason
  | Extract<GuardedExperience, { kept: false }>['reason']
  | 'not-proved'

/** What practice on some domains led to. */
export interface PractiseOutcome {
  practices: DomainPractice[]
  /** Experiences that passed the gate and the text rules, with their CIDs. */
  accepted: { cid: string; experience: Experience }[]
  /**
   * What passed the gate but must not be shared, or says nothing that the library does not say already; and imported
   * candidates that the gate did not prove.
   */
  withheld: { domain: string; item: MemoryItem; reason: WithheldReason }[]
  /** What became of several examples of a domain, where a sentence in their place was asked for. */
  consolidations: DomainConsolidation[]
  /** What the guard found, where it was asked for and anything was to change. */
  guard?: GuardOutcome
}

/** What {@link practiseDomains} works with. */
export interface PractisePorts {
  suite: TaskSuite
  model: LanguageModel
  encoder: Encoder
  store: Store
  profile: EmbeddingProfile
}

/** How practice is followed and stopped. */
export interface PractiseDomainsOptions extends CallOptions {
  onStage?: (domain: string, stage: PractiseStage) => void
  onAccepted?: (domain: string, cid: string) => void
  /** Whether worked examples from practice tasks may be shared as they are. Default true. */
  shareExamples?: boolean
  /** Tasks of any domains that must be solved with what ships. Default none. */
  pinned?: readonly Task[]
  /**
   * Whether all that was proved is tried together once more, on tasks that nothing has seen yet, before any of it is
   * kept. Nothing is, where more would be lost than gained, or a pinned task. Default false.
   */
  guard?: boolean
  /**
   * How lessons are got out of the groups, instead of as the settings say: in the given order, or with `auto` in the
   * order of what each way has yielded with this model, as the store remembers it. The next one is tried where nothing
   * that the one before proposed was proved.
   */
  modes?: 'auto' | readonly LearningMode[]
  /**
   * Whether one sentence may take the place of several examples that the gate let through, where it loses nothing on
   * held-out tasks and takes fewer tokens. It costs up to two more calls for each of these tasks. Default false.
   */
  consolidate?: boolean
}

/** Imported candidates of one domain that one run tries: each costs as many calls as there are held-out tasks. */
const MAX_CANDIDATES = 16

/** Least held-out tasks on which a sentence has to lose nothing: {@link consolidateChosen} needs 15. */
const CONSOLIDATION_TASKS = 16

/** Least fresh tasks of a domain that the guard tries: with fewer a lesson that helps is often not seen to. */
const GUARD_TASKS = 8

/**
 * Practises on all domains at once, so that the model always has enough to do together; what the gate proves is kept
 * in the order of the domains, whichever was done first.
 */
export async function practiseDomains(
  domains: readonly string[],
  settings: PractiseSettings,
  { suite, model, encoder, store, profile }: PractisePorts,
  options: PractiseDomainsOptions = {},
): Promise<PractiseOutcome> {
  const { onStage, onAccepted, shareExamples = true, pinned = [], guard = false } = options
  const { consolidate = false, signal, onProgress } = options
  const call: CallOptions = { signal, onProgress }
  const outcome: PractiseOutcome = {
    practices: [],
    accepted: [],
    withheld: [],
    consolidations: [],
  }
  const run = `${suite.id} ${model.name} ${settings.seed}`
  const gated = (1 + (settings.extraRounds ?? 0)) * settings.validationTasks
  /** Held-out tasks of a domain that something may be chosen on; the guard gets others. */
  const seen = consolidate ? Math.max(gated, CONSOLIDATION_TASKS) : gated
  const heldOut = (domain: string, count: number) => suite.listTasks(domain, 'validation', count)
  /** What waits for the guard, and the imported candidates among it. */
  const waiting: ProvedExperience[] = []
  const tried: string[] = []

  /** Turns what the gate proved into experiences, past the guard, and takes them into the library. */
  const keep = async (
    { domain, groups, evidence }: DomainPractice,
    chosen: FormTrial,
    why: string,
  ) => {
    const tasks = [...groups.map(({ task }) => task), ...heldOut(domain, seen)]
    const leakGuard = createLeakGuard({
      requests: tasks.map(({ request }) => request),
      answers: shareExamples ? [] : evidence.worked.map(({ output }) => output),
      allowed: shareExamples ? evidence.worked : [],
    })
    const context = {
      domain,
      suite: suite.id,
      model: model.name,
      profile,
      encoder,
      guard: leakGuard,
    }
    for (const draft of await draftExperiences(chosen, context)) {
      if (!draft.ok) {
        outcome.withheld.push({ domain, item: draft.item, reason: draft.reason })
        continue
      }
      const { experience } = draft
      if (guard) waiting.push({ experience, why })
      else tell(experience, await keepExperience(experience, store, { profile, run, why }))
    }
  }
  const tell = (experience: Experience, kept: GuardedExperience): void => {
    const { domain } = experience
    if (kept.kept) {
      outcome.accepted.push({ cid: kept.cid, experience })
      onAccepted?.(domain, kept.cid)
    } else {
      outcome.withheld.push({ domain, item: toMemoryItem(experience), reason: kept.reason })
    }
  }
  const tryImported = async (practice: DomainPractice): Promise<void> => {
    const { domain } = practice
    const candidates = (await store.listCandidates({ domain })).slice(0, MAX_CANDIDATES)
    const trials = await tryCandidates(candidates, model, {
      tasks: heldOut(domain, settings.validationTasks),
      threshold: settings.gateThreshold,
      ...(settings.gateRule === undefined ? {} : { rule: settings.gateRule }),
      ...call,
    })
    for (const { candidate, trial, proved } of trials) {
      const [item = {}] = trial.memory
      if (proved) await keep(practice, trial, `import ${candidate.source}`)
      else outcome.withheld.push({ domain, item, reason: 'not-proved' })
      // What waits for the guard is forgotten after it, so that a crash between the two loses nothing.
      if (guard && proved) tried.push(candidate.id)
      else await store.removeCandidates([candidate.id])
    }
  }
  const keepChosen = async (practice: DomainPractice, chosen: FormTrial): Promise<void> => {
    const { domain } = practice
    const why = `gate ${chosen.form}`
    if (!consolidate) {
      await keep(practice, chosen, why)
      return
    }
    const tasks = heldOut(domain, seen)
    const found = await consolidateChosen(domain, chosen, model, { tasks, ...call })
    if (found.consolidation !== undefined) outcome.consolidations.push(found.consolidation)
    await keep(practice, found.chosen, found.chosen === chosen ? why : `${why}, consolidated`)
  }
  const finish = async (practice: DomainPractice): Promise<void> => {
    const { domain, gate } = practice
    outcome.practices.push(practice)
    if (gate.decision === 'accepted') await keepChosen(practice, gate.chosen)
    await tryImported(practice)
    const counted = { model: model.hash, name: model.name, run, domain }
    await store.saveModeCounts(practice.modes.map((counts) => ({ ...counted, ...counts })))
  }
  const settle = async (): Promise<void> => {
    const fresh = Math.max(GUARD_TASKS, settings.validationTasks)
    const { experiences, guard: found } = await keepGuarded(waiting, store, {
      profile,
      run: `${run} guarded`,
      model,
      // Of every domain: what is new in one may push out what another has.
      tasks: suite.domains.flatMap((domain) =>
        suite.listTasks(domain, 'validation', seen + fresh).slice(seen),
      ),
      pinned,
      ...call,
    })
    for (const [index, { experience }] of waiting.entries()) tell(experience, experiences[index]!)
    if (found?.decision !== 'rolled-back') await store.removeCandidates(tried)
    if (found !== undefined) outcome.guard = found
  }
  const { modes } = options
  const order = modes === 'auto' ? await chooseModes(store, model, { run, domains }) : modes
  const practised = order === undefined ? settings : { ...settings, modes: order }
  const running = domains.map(async (domain) => {
    const onDomainStage = (stage: PractiseStage): void => onStage?.(domain, stage)
    const pins = pinned.filter((task) => task.domain === domain)
    return await practiseDomain(suite, domain, model, practised, {
      ...call,
      onStage: onDomainStage,
      ...(pins.length === 0 ? {} : { pinned: pins }),
    })
  })
  const settled = Promise.allSettled(running)
  try {
    for (const practice of running) await finish(await practice)
    if (guard) await settle()
  } finally {
    // Nothing goes on behind the back of a caller that was told of a failure.
    await settled
  }
  return outcome
}
