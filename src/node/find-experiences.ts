import { estimateCredit } from '../learning/credit/estimate-credit.ts'
import { toMemoryItem } from '../learning/prior/to-memory-item.ts'
import {
  type RetrievalCandidate,
  type RetrieveOptions,
  type RetrieveResult,
  retrieveExperiences,
} from '../learning/retrieval/retrieve-experiences.ts'
import { decodeExperience } from '../protocol/experience/decode-experience.ts'
import type { CallOptions, Encoder, ExperienceRecord, Store } from '../protocol/ports.ts'

/** What is looked for. */
export interface FindExperiencesOptions extends RetrieveOptions, CallOptions {
  /** Only experiences about this. Default about anything. */
  domain?: string | undefined
  /** The model whose credit counts. */
  model: string
}

/** What was found, and the records that it was found in. */
export interface FoundExperiences extends RetrieveResult {
  records: ReadonlyMap<string, ExperienceRecord>
}

/** Records that each search contributes; more than any prompt holds. */
const POOL = 200

/**
 * What this node would put into a prompt about a text: its library and what it found good of others, by meaning and by words,
 * with what is known of their worth.
 *
 * @throws DsoError `OPTION_INVALID`, and what the store and the encoder throw
 */
export async function findExperiences(
  text: string,
  { store, encoder }: { store: Store; encoder: Encoder },
  { domain, model, signal, onProgress, ...options }: FindExperiencesOptions,
): Promise<FoundExperiences> {
  const [vector] = await encoder.embed([text], { signal, onProgress })
  if (vector === undefined) throw new RangeError('an encoder returns one vector a text')
  const library = await store.getLibrary()
  const members = library && new Set(library.experiences)
  const about = domain === undefined ? {} : { domain }
  const candidates: RetrievalCandidate[] = []
  const records = new Map<string, ExperienceRecord>()
  // Own ones first, then by CID: the order of a prompt that holds all.
  for (const status of ['own', 'usable'] as const) {
    const filter = { status, limit: POOL, ...about }
    const [near, shared] = await Promise.all([
      store.searchRecords(vector, filter),
      store.searchText(text, filter),
    ])
    const cosines = new Map(near.map(({ record, score }) => [record.cid, score]))
    const scores = new Map(shared.map(({ record, score }) => [record.cid, score]))
    const found = [...near, ...shared]
      .map(({ record }) => record)
      .filter(({ cid }) => !records.has(cid))
      // What the library dropped is not used any more.
      .filter(({ cid }) => status !== 'own' || members?.has(cid) !== false)
      .toSorted((a, b) => (a.cid < b.cid ? -1 : 1))
    for (const record of found) {
      const { cid } = record
      if (records.has(cid)) continue
      records.set(cid, record)
      candidates.push({
        cid,
        domain: record.domain,
        item: toMemoryItem(decodeExperience(record.bytes)),
        vector: record.embedding,
        cosine: cosines.get(cid),
        bm25: scores.get(cid),
        credit: estimateCredit(undefined),
      })
    }
  }
  const known = await store.listCredits(
    model,
    candidates.map(({ cid }) => cid),
  )
  const credits = new Map(known.map((credit) => [credit.cid, credit]))
  const valued = candidates.map((each) => ({
    ...each,
    credit: estimateCredit(credits.get(each.cid)),
  }))
  return { ...retrieveExperiences(valued, options), records }
}
