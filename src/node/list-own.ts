import type { ExperienceRecord, SearchHit, Store } from '../protocol/ports.ts'

/**
 * This node's own experiences that are in its library, in order of CID: what was dropped from it, or rolled back, is
 * neither used nor shared any more. All own ones where no library was ever kept.
 */
export async function listOwn(
  store: Pick<Store, 'getLibrary' | 'listRecords'>,
  filter: { domain?: string } = {},
): Promise<ExperienceRecord[]> {
  const own = await store.listRecords({ status: 'own', ...filter })
  const library = await store.getLibrary()
  if (library === undefined) return own
  const members = new Set(library.experiences)
  return own.filter(({ cid }) => members.has(cid))
}

/** The at most `limit` of them that are nearest to a vector, best first. */
export async function searchOwn(
  query: Float32Array,
  limit: number,
  store: Pick<Store, 'getLibrary' | 'searchRecords'>,
): Promise<SearchHit[]> {
  const library = await store.getLibrary()
  const members = library && new Set(library.experiences)
  for (let most = limit; ; most *= 2) {
    const hits = await store.searchRecords(query, { status: 'own', limit: most })
    const used = hits.filter(({ record }) => members?.has(record.cid) !== false)
    if (used.length >= limit || hits.length < most) return used.slice(0, limit)
  }
}
