import type { ExperienceRecord, Store } from '../protocol/ports.ts'
import type { EntryReview } from './review-entry.ts'

/** What the registry decided about an entry. */
export interface SettledEntry {
  entryId: bigint
  /** Final quality in per mille; undefined when nobody voted. */
  quality: number | undefined
  slashed: boolean
}

/** What {@link settleEntry} decides by. */
export interface SettleOptions {
  /** Least quality in per mille of an entry, and of a record in this node's own trial, to be used (seed A §8.1: 500). */
  useFrom: number
}

/**
 * Lets this node use what both the network and its own trial found good, and refuses the rest: an entry below the
 * line, a record whose own trial was below it. Records this node could not try follow the network's quality alone.
 */
export async function settleEntry(
  { entryId, quality, slashed }: SettledEntry,
  review: EntryReview | undefined,
  store: Store,
  { useFrom }: SettleOptions,
): Promise<ExperienceRecord[]> {
  const records = await store.listRecords({ entryId })
  const settled = records
    .filter(({ status }) => status === 'quarantined')
    .map((record): ExperienceRecord => {
      const own = review?.records.find(({ cid }) => cid === record.cid)?.score ?? undefined
      const reason = refusalOf({ quality, slashed, own, useFrom })
      return { ...record, status: reason === undefined ? 'usable' : 'refused', reason }
    })
  await store.saveRecords(settled)
  return settled
}

function refusalOf(facts: {
  quality: number | undefined
  slashed: boolean
  own: number | undefined
  useFrom: number
}): string | undefined {
  const { quality, slashed, own, useFrom } = facts
  if (slashed) return 'slashed'
  if (quality === undefined) return 'unscored'
  if (quality < useFrom) return 'low-quality'
  return own !== undefined && own < useFrom ? 'failed-own-trial' : undefined
}
