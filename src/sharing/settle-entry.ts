import type { ExperienceRecord, Store } from '../protocol/ports.ts'

/** What the registry decided about an entry. */
export interface SettledEntry {
  entryId: bigint
  /** Final quality in per mille; undefined when nobody voted. */
  quality: number | undefined
  slashed: boolean
}

/** What {@link settleEntry} decides by. */
export interface SettleOptions {
  /** Least quality in per mille of an entry to be used (seed A §8.1: 500). */
  useFrom: number
}

/**
 * Why a record that passed screening is refused after all. `failed-own-trial` comes from this node's own review, the
 * others from the registry. Stable: the values appear in records and reports.
 */
export type VerdictRefusal = 'slashed' | 'unscored' | 'low-quality' | 'failed-own-trial'

const VERDICT_REFUSALS: ReadonlySet<string> = new Set<VerdictRefusal>([
  'slashed',
  'unscored',
  'low-quality',
  'failed-own-trial',
])

/** Whether a record passed screening and was refused by a verdict: another entry may bring it again. */
export function isRefusedByVerdict({ status, reason }: ExperienceRecord): boolean {
  return status === 'refused' && VERDICT_REFUSALS.has(reason ?? '')
}

/**
 * Lets this node use what both the network and its own trial found good, and refuses the rest: all records of an entry
 * below the line, and one whose own trial was below it. Records that this node did not try follow the network's quality
 * alone. The same settlement again changes nothing.
 *
 * @returns the entry's records as this node now holds them
 */
export async function settleEntry(
  { entryId, quality, slashed }: SettledEntry,
  store: Store,
  { useFrom }: SettleOptions,
): Promise<ExperienceRecord[]> {
  const refusal = refusalOf({ quality, slashed, useFrom })
  const records = await store.listRecords({ entryId })
  const settled = records
    .filter(({ status, reason }) => status === 'quarantined' || reason === 'failed-own-trial')
    .map((record): ExperienceRecord => {
      if (refusal !== undefined) return { ...record, status: 'refused', reason: refusal }
      return record.status === 'quarantined' ? { ...record, status: 'usable' } : record
    })
  await store.saveRecords(settled)
  return await store.listRecords({ entryId })
}

function refusalOf(facts: {
  quality: number | undefined
  slashed: boolean
  useFrom: number
}): VerdictRefusal | undefined {
  const { quality, slashed, useFrom } = facts
  if (slashed) return 'slashed'
  if (quality === undefined) return 'unscored'
  return quality < useFrom ? 'low-quality' : undefined
}
