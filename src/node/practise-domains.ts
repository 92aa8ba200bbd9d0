import { draftExperiences } from '../learning/draft-experience.ts'
import type { FormTrial } from '../learning/gate/choose-form.ts'
import { tryCandidates } from '../learning/library/try-candidates.ts'
import type { MemoryItem } from '../learning/memory.ts'
import {
  type DomainPractice,
  type PractiseSettings,
  type PractiseStage,
  practiseDomain,
} from '../learning/practise-domain.ts'
import { toMemoryItem } from '../learning/prior/to-memory-item.ts'
import { createLeakGuard } from '../protocol/experience/create-leak-guard.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import type { CallOptions, Encoder, LanguageModel, Store, TaskSuite } from '../protocol/ports.ts'
import type { EmbeddingProfile } from '../protocol/profiles/profile.ts'
import { keepExperience } from './keep-experience.ts'

/** What practice on some domains led to. */
export interface PractiseOutcome {
  practices: DomainPractice[]
  /** Experiences that passed the gate and the text rules, with their CIDs. */
  accepted: { cid: string; experience: Experience }[]
  /**
   * What passed the gate but must not be shared, or says nothing that the library does not say already; and imported
   * candidates that the gate did not prove.
   */
  withheld: { domain: string; item: MemoryItem; reason: string }[]
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
}

/** Imported candidates of one domain that one run tries: each costs as many calls as there are held-out tasks. */
const MAX_CANDIDATES = 16

/**
 * Practises on all domains at once, so that the model always has enough to do together; what the gate proves is kept
 * in the order of the domains, whichever was done first.
 */
export async function practiseDomains(
  domains: readonly string[],
  settings: PractiseSettings,
  { suite, model, encoder, store, profile }: PractisePorts,
  { onStage, onAccepted, shareExamples = true, ...call }: PractiseDomainsOptions = {},
): Promise<PractiseOutcome> {
  const outcome: PractiseOutcome = { practices: [], accepted: [], withheld: [] }
  const run = `${suite.id} ${model.name} ${settings.seed}`
  const heldOut = (domain: string, rounds: number) =>
    suite.listTasks(domain, 'validation', rounds * settings.validationTasks)

  /** Turns what the gate proved into experiences, past the guard, and takes them into the library. */
  const keep = async (
    { domain, groups, evidence }: DomainPractice,
    chosen: FormTrial,
    why: string,
  ) => {
    const tasks = [
      ...groups.map(({ task }) => task),
      ...heldOut(domain, 1 + (settings.extraRounds ?? 0)),
    ]
    const guard = createLeakGuard({
      requests: tasks.map(({ request }) => request),
      answers: shareExamples ? [] : evidence.worked.map(({ output }) => output),
      allowed: shareExamples ? evidence.worked : [],
    })
    const context = { domain, suite: suite.id, model: model.name, profile, encoder, guard }
    for (const draft of await draftExperiences(chosen, context)) {
      if (!draft.ok) {
        outcome.withheld.push({ domain, item: draft.item, reason: draft.reason })
        continue
      }
      const { experience } = draft
      const kept = await keepExperience(experience, store, { profile, run, why })
      if (kept.kept) {
        outcome.accepted.push({ cid: kept.cid, experience })
        onAccepted?.(domain, kept.cid)
      } else {
        outcome.withheld.push({ domain, item: toMemoryItem(experience), reason: kept.reason })
      }
    }
  }
  const tryImported = async (practice: DomainPractice): Promise<void> => {
    const { domain } = practice
    const candidates = (await store.listCandidates({ domain })).slice(0, MAX_CANDIDATES)
    const trials = await tryCandidates(candidates, model, {
      tasks: heldOut(domain, 1),
      threshold: settings.gateThreshold,
      ...(settings.gateRule === undefined ? {} : { rule: settings.gateRule }),
      ...call,
    })
    for (const { candidate, trial, proved } of trials) {
      const [item = {}] = trial.memory
      if (proved) await keep(practice, trial, `import ${candidate.source}`)
      else outcome.withheld.push({ domain, item, reason: 'not-proved' })
      await store.removeCandidates([candidate.id])
    }
  }
  const finish = async (practice: DomainPractice): Promise<void> => {
    const { gate } = practice
    outcome.practices.push(practice)
    if (gate.decision === 'accepted') await keep(practice, gate.chosen, `gate ${gate.chosen.form}`)
    await tryImported(practice)
  }
  const running = domains.map(async (domain) => {
    const onDomainStage = (stage: PractiseStage): void => onStage?.(domain, stage)
    return await practiseDomain(suite, domain, model, settings, { ...call, onStage: onDomainStage })
  })
  const settled = Promise.allSettled(running)
  try {
    for (const practice of running) await finish(await practice)
  } finally {
    // Nothing goes on behind the back of a caller that was told of a failure.
    await settled
  }
  return outcome
}
