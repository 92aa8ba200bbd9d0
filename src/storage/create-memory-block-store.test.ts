import { testBlockStore } from '../../test/compliance/block-store.ts'
import { createMemoryBlockStore } from './create-memory-block-store.ts'

testBlockStore('createMemoryBlockStore', () => {
  const blocks = new Map<string, Uint8Array>()
  return {
    store: createMemoryBlockStore({ blocks }),
    spoil: (cid, bytes) => {
      blocks.set(cid.toString(), bytes)
    },
  }
})
