import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { draftExperiences } from '../learning/draft-experience.ts'
import type { GuardOutcome } from '../learning/gate/guard-library.ts'
import type { MemoryItem } from '../learning/memory.ts'
import { toMemoryItem } from '../learning/prior/to-memory-item.ts'
import {
  practiseTraffic,
  type PractiseTrafficOptions,
  type TrafficPractice,
} from '../learning/traffic/practise-traffic.ts'
import { encodeCanonical } from '../protocol/encoding/encode-canonical.ts'
import { createLeakGuard } from '../protocol/experience/create-leak-guard.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import { findContentRefusal } from '../protocol/experience/find-content-refusal.ts'
import type {
  Encoder,
  EpisodeRecord,
  LanguageModel,
  LibraryCandidate,
  Store,
} from '../protocol/ports.ts'
import type { EmbeddingProfile } from '../protocol/profiles/profile.ts'
import { keepExperience } from './keep-experience.ts'
import { type GuardedExperience, keepGuarded, type ProvedExperience } from './keep-guarded.ts'

/** What practice on traffic led to. */
export interface TrafficOutcome {
  practices: TrafficPractice[]
  /** Experiences that the gate proved and that may be shared, with their CIDs. */
  accepted: { cid: string; experience: Experience }[]
  /** Lessons that could not be tried enough; practice on a suite of their domain tries them again. */
  candidates: LibraryCandidate[]
  /** What must not be shared, or says nothing new. */
  withheld: { domain: string; item: MemoryItem; reason: string }[]
  /** What the guard found, where it was asked for and anything was to change. */
  guard?: GuardOutcome
}

/** How practice on stored traffic is done. */
export interface PractiseStoredTrafficOptions extends Omit<PractiseTrafficOptions, 'fresh'> {
  /**
   * Whether all that was proved is tried together once more before any of it is kept, on a third of the held-out cases,
   * which the gate does not see then. Nothing is kept where more would be lost than gained, or a pinned task. Default false.
   */
  guard?: boolean
}

/** What {@link practiseStoredTraffic} works with. */
export interface PractiseTrafficPorts {
  store: Store
  model: LanguageModel
  encoder: Encoder
  profile: EmbeddingProfile
}

/** Share of the held-out cases that is left to the guard: the gate, which proves lessons one by one, needs more. */
const GUARD_SHARE = 1 / 3

/** Names traffic where experiences name a suite. */
const SUITE = 'traffic/1'

/**
 * Practises on all episodes that were reported. People's tasks are private: nothing that repeats five words of one, or an
 * answer, is kept as an experience, because experiences are shared.
 *
 * @throws DsoError `OPTION_INVALID`, and what the ports throw
 */
export async function practiseStoredTraffic(
  { store, model, encoder, profile }: PractiseTrafficPorts,
  { guard: isGuarded = false, ...options }: PractiseStoredTrafficOptions = {},
): Promise<TrafficOutcome> {
  const episodes = await store.listEpisodes()
  const outcome: TrafficOutcome = { practices: [], accepted: [], candidates: [], withheld: [] }
  const given = isGuarded ? { ...options, fresh: GUARD_SHARE } : options
  outcome.practices = await practiseTraffic(episodes, model, given)
  const waiting: ProvedExperience[] = []
  const tell = (experience: Experience, kept: GuardedExperience): void => {
    const { domain } = experience
    if (kept.kept) outcome.accepted.push({ cid: kept.cid, experience })
    else outcome.withheld.push({ domain, item: toMemoryItem(experience), reason: kept.reason })
  }
  for (const { domain, evidence, standing } of outcome.practices) {
    const guard = createLeakGuard({
      requests: episodes.map(({ task }) => task),
      answers: options.examples === true ? [] : acceptedAnswers(episodes),
      allowed: options.examples === true ? evidence.worked : [],
    })
    if (standing.decision === 'candidate') {
      for (const item of standing.memory) {
        const reason = findContentRefusal(item) ?? guard(item)
        if (reason === undefined) outcome.candidates.push(toCandidate(domain, item))
        else outcome.withheld.push({ domain, item, reason })
      }
    }
    if (standing.decision !== 'accepted') continue
    const context = { domain, suite: SUITE, model: model.name, profile, encoder, guard }
    for (const draft of await draftExperiences(standing.chosen, context)) {
      if (!draft.ok) {
        outcome.withheld.push({ domain, item: draft.item, reason: draft.reason })
        continue
      }
      const { experience } = draft
      const why = `gate ${standing.chosen.form}`
      if (isGuarded) waiting.push({ experience, why })
      else tell(experience, await keepExperience(experience, store, { profile, run: SUITE, why }))
    }
  }
  if (isGuarded) {
    const { experiences, guard } = await keepGuarded(waiting, store, {
      profile,
      run: `${SUITE} guarded`,
      model,
      // Of every domain that was practised: what is new in one may push out what another has.
      tasks: outcome.practices.flatMap(({ fresh }) => fresh),
      pinned: options.pinned ?? [],
      signal: options.signal,
      onProgress: options.onProgress,
    })
    for (const [index, { experience }] of waiting.entries()) tell(experience, experiences[index]!)
    if (guard !== undefined) outcome.guard = guard
  }
  await store.saveCandidates(outcome.candidates)
  return outcome
}

function acceptedAnswers(episodes: readonly EpisodeRecord[]): string[] {
  return episodes
    .flatMap(({ attempts }) => attempts)
    .filter(({ passed }) => passed === true)
    .map(({ answer }) => answer)
}

function toCandidate(domain: string, { text, example }: MemoryItem): LibraryCandidate {
  const content = { domain, text: text ?? null, example: example ?? null }
  const id = bytesToHex(sha256(encodeCanonical(content)))
  return { id, domain, text, example, source: SUITE }
}
