import { draftExperiences } from '../learning/draft-experience.ts'
import { applyOperations } from '../learning/library/apply-operations.ts'
import type { MemoryItem } from '../learning/memory.ts'
import {
  type DomainPractice,
  type PractiseSettings,
  type PractiseStage,
  practiseDomain,
} from '../learning/practise-domain.ts'
import { computeCid } from '../protocol/encoding/compute-cid.ts'
import { encodeExperience } from '../protocol/experience/encode-experience.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import type {
  CallOptions,
  Encoder,
  ExperienceRecord,
  LanguageModel,
  Store,
  TaskSuite,
} from '../protocol/ports.ts'
import { decodeEmbedding } from '../protocol/profiles/decode-embedding.ts'
import type { EmbeddingProfile } from '../protocol/profiles/profile.ts'

/** What practice on some domains led to. */
export interface PractiseOutcome {
  practices: DomainPractice[]
  /** Experiences that passed the gate and the text rules, with their CIDs. */
  accepted: { cid: string; experience: Experience }[]
  /** Forms that passed the gate but whose text must not be shared. */
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
}

/**
 * Practises on all domains at once, so that the model always has enough to do together; what the gate proves is kept
 * in the order of the domains, whichever was done first.
 */
export async function practiseDomains(
  domains: readonly string[],
  settings: PractiseSettings,
  { suite, model, encoder, store, profile }: PractisePorts,
  { onStage, onAccepted, ...call }: PractiseDomainsOptions = {},
): Promise<PractiseOutcome> {
  const outcome: PractiseOutcome = { practices: [], accepted: [], withheld: [] }
  const keep = async (practice: DomainPractice): Promise<void> => {
    const { domain, gate } = practice
    outcome.practices.push(practice)
    if (gate.decision !== 'accepted') return
    const context = { domain, suite: suite.id, model: model.name, profile, encoder }
    for (const draft of await draftExperiences(gate.chosen, context)) {
      if (!draft.ok) {
        outcome.withheld.push({ domain, item: draft.item, reason: draft.reason })
        continue
      }
      const { experience } = draft
      const record = toOwnRecord(experience, profile)
      const { cid } = record
      // What was learnt before keeps its entry: a repeated run must not publish it a second time.
      const known = await store.getRecord(cid)
      await store.saveRecords([{ ...record, entryId: known?.entryId }])
      await store.saveLibrary(applyOperations(await store.getLibrary(), [{ op: 'add', cid }]))
      outcome.accepted.push({ cid, experience })
      onAccepted?.(domain, cid)
    }
  }
  const running = domains.map(async (domain) => {
    const onDomainStage = (stage: PractiseStage): void => onStage?.(domain, stage)
    return await practiseDomain(suite, domain, model, settings, { ...call, onStage: onDomainStage })
  })
  const settled = Promise.allSettled(running)
  try {
    for (const practice of running) await keep(await practice)
  } finally {
    // Nothing goes on behind the back of a caller that was told of a failure.
    await settled
  }
  return outcome
}

function toOwnRecord(experience: Experience, profile: EmbeddingProfile): ExperienceRecord {
  const bytes = encodeExperience(experience)
  return {
    cid: computeCid(bytes, 'dag-cbor').toString(),
    bytes,
    domain: experience.domain,
    entryId: undefined,
    status: 'own',
    reason: undefined,
    embedding: decodeEmbedding(profile, experience.code.bytes),
  }
}
