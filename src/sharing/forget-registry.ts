import type { ExperienceRecord, Store } from '../protocol/ports.ts'

/** Why a record is refused whose entry is on no block any more; it is screened anew when an entry brings it again. */
export const UNREGISTERED = 'unregistered'

/**
 * Takes back everything that a registry said before its blocks were replaced: own records count as unpublished, those of
 * others are refused until an entry brings them again. What this node's own trials refused stays refused. Records that
 * never had an entry are left alone, so that a second call changes nothing.
 *
 * @returns how many records had an entry
 */
export async function forgetRegistry(store: Store): Promise<number> {
  const registered = (await store.listRecords()).filter(({ entryId }) => entryId !== undefined)
  await store.saveRecords(registered.map(forget))
  return registered.length
}

function forget(record: ExperienceRecord): ExperienceRecord {
  const { status, reason } = record
  if (status === 'own') return { ...record, entryId: undefined }
  const isOwnVerdict = reason === 'failed-own-trial'
  return {
    ...record,
    entryId: undefined,
    status: 'refused',
    reason: isOwnVerdict ? reason : UNREGISTERED,
  }
}
