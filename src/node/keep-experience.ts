import { changeLibrary } from '../learning/library/change-library.ts'
import { toLibraryItem } from '../learning/library/library-item.ts'
import { openLibrary } from '../learning/library/open-library.ts'
import { computeCid } from '../protocol/encoding/compute-cid.ts'
import { encodeExperience } from '../protocol/experience/encode-experience.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import type { ExperienceRecord, Store } from '../protocol/ports.ts'
import { decodeEmbedding } from '../protocol/profiles/decode-embedding.ts'
import type { EmbeddingProfile } from '../protocol/profiles/profile.ts'

/** Where a proved experience comes from. */
export interface KeepExperienceOptions {
  profile: EmbeddingProfile
  /** Names the run in the journal. */
  run: string
  /** Why it is kept, for the journal. */
  why: string
}

/** Whether an experience is in the library now; `dropped`: the caps left no room for it. */
export type KeptExperience =
  | { kept: true; cid: string }
  | { kept: false; cid: string; reason: 'duplicate' | 'too-long' | 'dropped' }

/**
 * Takes an experience that a gate has proved into the library: its record first, then the version that names it with the
 * journal, so that a crash between the two leaves a record that nothing uses yet.
 *
 * @throws DsoError what the store throws
 */
export async function keepExperience(
  experience: Experience,
  store: Store,
  { profile, run, why }: KeepExperienceOptions,
): Promise<KeptExperience> {
  const record = toOwnRecord(experience, profile)
  const { cid } = record
  const state = await openLibrary(store)
  const item = toLibraryItem(record)
  const change = changeLibrary(state, [{ op: 'add', item, why }], { run })
  const reason = change.refused[0]?.reason
  const kept = change.version.experiences.includes(cid)
  if (kept) {
    // What was learnt before keeps its entry: a repeated run must not publish it a second time.
    const known = await store.getRecord(cid)
    await store.saveRecords([{ ...record, entryId: known?.entryId }])
  }
  if (change.version !== state.version || change.journal.length > 0) {
    await store.saveLibrary(change.version, change.journal)
  }
  if (kept) return { kept, cid }
  return { kept, cid, reason: reason === 'duplicate' || reason === 'too-long' ? reason : 'dropped' }
}

/** An experience of this node as its store holds it, before it is published. */
export function toOwnRecord(experience: Experience, profile: EmbeddingProfile): ExperienceRecord {
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
