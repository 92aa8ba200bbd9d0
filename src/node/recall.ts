import { decodeExperience } from '../protocol/experience/decode-experience.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import type { CallOptions, Encoder, SearchHit, Store } from '../protocol/ports.ts'

/** What may stand in this node's prompts: what it learnt itself, and what was found good. */
const RECALLED = ['own', 'usable'] as const

/** The experiences about a domain that may be used: own ones first, then by CID. */
export async function recallDomain(domain: string, store: Store): Promise<Experience[]> {
  const found = await Promise.all(
    RECALLED.map(async (status) => await store.listRecords({ status, domain })),
  )
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
  const found = await Promise.all(
    RECALLED.map(async (status) => await store.searchRecords(vector, { status, limit })),
  )
  return found
    .flat()
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
}
