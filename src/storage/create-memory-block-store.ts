import { computeCid } from '../protocol/encoding/compute-cid.ts'
import { isSupportedCid } from '../protocol/encoding/is-supported-cid.ts'
import { DsoError } from '../protocol/errors.ts'
import type { BlockStore } from '../protocol/ports/block-store.ts'
import { blockName, checkBlock, checkBlockSize } from './check-block.ts'

/** Where the blocks of a memory store lie. */
export interface MemoryBlockStoreOptions {
  /** Bytes by CID text; a simulation may keep the map to lose or spoil blocks. Default: a map of its own. */
  blocks?: Map<string, Uint8Array>
}

/** A {@link BlockStore} that lives and dies with the process, for simulations and tests. */
export function createMemoryBlockStore({
  blocks = new Map(),
}: MemoryBlockStoreOptions = {}): BlockStore {
  return {
    async put(bytes, { codec, signal }) {
      signal?.throwIfAborted()
      checkBlockSize(bytes)
      const cid = computeCid(bytes, codec)
      blocks.set(cid.toString(), bytes.slice())
      return cid
    },
    async get(cid, { signal } = {}) {
      signal?.throwIfAborted()
      const name = blockName(cid)
      const bytes = blocks.get(name)
      if (bytes === undefined) throw new DsoError('BLOCK_NOT_FOUND', { details: { cid: name } })
      return checkBlock(bytes.slice(), cid, 'memory')
    },
    async has(cid) {
      return isSupportedCid(cid) && blocks.has(cid.toString())
    },
  }
}
