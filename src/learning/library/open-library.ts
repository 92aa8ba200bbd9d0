import type { Store } from '../../protocol/ports.ts'
import type { LibraryState } from './change-library.ts'
import { toLibraryItem } from './library-item.ts'

/** Reads the newest version of a node's library with its items and pins. @throws DsoError what the store throws */
export async function openLibrary(
  store: Pick<Store, 'getLibrary' | 'getRecord' | 'listPinned'>,
): Promise<LibraryState> {
  const version = await store.getLibrary()
  const pinned = new Set(await store.listPinned())
  const records = await Promise.all(
    (version?.experiences ?? []).map(async (cid) => await store.getRecord(cid)),
  )
  const items = records.flatMap((record) => (record === undefined ? [] : [toLibraryItem(record)]))
  return { version, items, pinned }
}
