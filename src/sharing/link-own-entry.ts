import { parseCid } from '../protocol/encoding/parse-cid.ts'
import { DsoError } from '../protocol/errors.ts'
import type { BlockStore, CallOptions, Store } from '../protocol/ports.ts'
import { readShardBody } from '../protocol/shard/read-shard-body.ts'
import type { AnnouncedEntry } from './receive-entry.ts'

/**
 * Marks own records as published with an entry of this node's account that the registry names, if they have none: a
 * registry whose blocks were replaced may have numbered it anew. Where its blocks are lost nothing happens, and its
 * experiences are published again. For that case alone: what a crash left unannounced is `finishPublication`'s.
 *
 * @throws DsoError what the ports throw, but not that a block is missing or that the entry names none
 */
export async function linkOwnEntry(
  { entryId, cid }: AnnouncedEntry,
  { store, blocks }: { store: Store; blocks: BlockStore },
  options: CallOptions = {},
): Promise<void> {
  const unpublished = (await store.listRecords({ status: 'own' })).filter(
    (record) => record.entryId === undefined,
  )
  if (unpublished.length === 0) return
  const named = await readNamed(cid, blocks, options)
  const linked = unpublished.filter((record) => named.has(record.cid))
  await store.saveRecords(linked.map((record) => ({ ...record, entryId })))
}

/** CIDs of the records that an entry's shard lists. */
async function readNamed(
  cid: string,
  blocks: BlockStore,
  options: CallOptions,
): Promise<ReadonlySet<string>> {
  try {
    const body = readShardBody(await blocks.get(parseCid(cid), options))
    return new Set(body?.records.map(String))
  } catch (error) {
    const isUnusable = ['BLOCK_NOT_FOUND', 'BLOCK_CORRUPT', 'CID_INVALID'] as const
    if (isUnusable.some((code) => DsoError.is(error, code))) return new Set()
    throw error
  }
}
