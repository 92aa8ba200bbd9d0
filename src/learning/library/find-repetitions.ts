import { compareProof } from './compare-proof.ts'
import { isDuplicate } from './is-duplicate.ts'
import type { LibraryItem } from './library-item.ts'

/** Experiences that say the same. */
export interface Repetition {
  domain: string
  /** CID of the best proved wording. */
  best: string
  /** CIDs of the others, the better proved first. */
  repeated: readonly string[]
}

/**
 * Finds near duplicates: what says the same as a better proved experience of its domain. A library takes none in; they
 * are left by older ones, by pins, and by what others share. Each is compared with the best wordings only, so the time is
 * linear in the items for each thought.
 */
export function findRepetitions(items: readonly LibraryItem[]): Repetition[] {
  const thoughts = new Map<string, { best: LibraryItem; repeated: string[] }[]>()
  const order = (a: LibraryItem, b: LibraryItem): number =>
    compareProof(a.evidence, b.evidence) || (a.cid < b.cid ? -1 : 1)
  for (const item of items.toSorted(order)) {
    const known = thoughts.get(item.domain) ?? []
    thoughts.set(item.domain, known)
    const same = known.find(({ best }) => isDuplicate(best, item))
    if (same === undefined) known.push({ best: item, repeated: [] })
    else same.repeated.push(item.cid)
  }
  return [...thoughts.values()]
    .flat()
    .filter(({ repeated }) => repeated.length > 0)
    .map(({ best, repeated }) => ({ domain: best.domain, best: best.cid, repeated }))
}
