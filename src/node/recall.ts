import { decodeExperience } from '../protocol/experience/decode-experience.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import type { CallOptions, Encoder, SearchHit, Store } from '../protocol/ports.ts'
import { listOwn, searchOwn } from './list-own.ts'

/** The experiences about a domain that may be used: own ones first, then by CID. */
export async function recallDomain(domain: string, store: Store): Promise<Experience[]> {
  const found = await Promise.all([
    listOwn(store, { domain }),
    store.listRecords({ status: 'usable', domain }),
  ])
  return found.flat().map(({ bytes }) => decodeExperience(bytes))
}

/** What {@link recallText} searches with. */
export interface RecallPorts {
  store: Store
  encoder: Encoder
}

/** The at most `limit` usable experiences nearest to a text, best first. */
export async function recallText(
  text: string,
  limit: number,
  { store, encoder }: RecallPorts,
  options: CallOptions = {},
): Promise<SearchHit[]> {
  const [vector] = await encoder.embed([text], options)
  if (vector === undefined) throw new RangeError('an encoder returns one vector a text')
  const found = await Promise.all([
    searchOwn(vector, limit, store),
    store.searchRecords(vector, { status: 'usable', limit }),
  ])
  return found
    .flat()
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
}
