import { DsoError } from '../../protocol/errors.ts'
import type { LibraryStore, LibraryVersion } from '../../protocol/ports.ts'

/** Why and by whom a library is set back. */
export interface RollBackOptions {
  why: string
  run: string
}

/**
 * Makes an earlier version the newest one again, whole, and says so in the journal. Nothing is lost: the versions after
 * it stay, and a roll-back can be rolled back. Pins are the owner's and stay as they are.
 *
 * @throws DsoError `LIBRARY_UNKNOWN` when there is no version of this id
 */
export async function rollBackLibrary(
  store: LibraryStore,
  id: string,
  { why, run }: RollBackOptions,
): Promise<LibraryVersion> {
  const version = await store.getLibrary(id)
  if (version === undefined) throw new DsoError('LIBRARY_UNKNOWN', { details: { id } })
  const newest = await store.getLibrary()
  if (newest?.id === id) return version
  const from = newest === undefined ? [] : [newest.id]
  await store.saveLibrary(version, [
    { version: id, op: 'rollback', cid: undefined, from, why, evidence: undefined, run },
  ])
  return version
}
