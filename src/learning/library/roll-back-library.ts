import { DsoError } from '../../protocol/errors.ts'
import type { LibraryStore, LibraryVersion } from '../../protocol/ports.ts'
import { applyOperations } from './apply-operations.ts'

/** Why and by whom a library is set back. */
export interface RollBackOptions {
  why: string
  run: string
}

/**
 * Makes an earlier version the newest one again, whole, and says so in the journal. Nothing is lost: the versions after
 * it stay, and a roll-back can be rolled back. Pins are the owner's and stay as they are.
 *
 * @param id of the version; undefined, like the parent of a first version: as before the first experience
 * @throws DsoError `LIBRARY_UNKNOWN` when there is no version of this id
 */
export async function rollBackLibrary(
  store: LibraryStore,
  id: string | undefined,
  { why, run }: RollBackOptions,
): Promise<LibraryVersion> {
  const version = id === undefined ? applyOperations(undefined, []) : await store.getLibrary(id)
  if (version === undefined) throw new DsoError('LIBRARY_UNKNOWN', { details: { id } })
  const newest = await store.getLibrary()
  const stands = newest === undefined ? id === undefined : newest.id === version.id
  if (stands) return version
  const from = newest === undefined ? [] : [newest.id]
  await store.saveLibrary(version, [
    { version: version.id, op: 'rollback', cid: undefined, from, why, evidence: undefined, run },
  ])
  return version
}
