import { fc, test as propertyTest } from '@fast-check/vitest'
import { CID } from 'multiformats/cid'
import { identity } from 'multiformats/hashes/identity'
import { beforeEach, describe, expect, test } from 'vitest'
import { computeCid } from '../../src/protocol/encoding/compute-cid.ts'
import { type BlockStore, MAX_BLOCK_BYTES } from '../../src/protocol/ports/block-store.ts'

/** An empty block store, and a way to spoil what it holds. */
export interface BlockStoreUnderTest {
  store: BlockStore
  /** Puts other bytes where the block of `cid` lies, behind the store's back. */
  spoil(cid: CID, bytes: Uint8Array): Promise<void> | void
}

/**
 * What every local {@link BlockStore} promises.
 * @param create makes an empty store; called once a test
 */
export function testBlockStore(
  name: string,
  create: () => BlockStoreUnderTest | Promise<BlockStoreUnderTest>,
): void {
  describe(`${name} as a BlockStore`, () => {
    const block = Uint8Array.of(1, 2, 3)
    let store: BlockStore
    let spoil: BlockStoreUnderTest['spoil']
    beforeEach(async () => {
      ;({ store, spoil } = await create())
    })

    propertyTest.prop(
      [fc.uint8Array({ maxLength: 2000 }), fc.constantFrom('raw' as const, 'dag-cbor' as const)],
      { numRuns: 20 },
    )('a block comes back as it was put, under the CID of its content', async (bytes, codec) => {
      const { store: fresh } = await create()
      const cid = await fresh.put(bytes, { codec })
      expect(cid.equals(computeCid(bytes, codec))).toBe(true)
      expect(await fresh.get(cid)).toEqual(bytes)
      expect(await fresh.has(cid)).toBe(true)
    })

    test('the codec is part of the name', async () => {
      const raw = await store.put(block, { codec: 'raw' })
      const cbor = computeCid(block, 'dag-cbor')
      expect(raw.equals(cbor)).toBe(false)
      expect(await store.has(cbor)).toBe(false)
      await expect(store.get(cbor)).toRejectDso('BLOCK_NOT_FOUND')
    })

    test('putting the same bytes again, also at once, is harmless', async () => {
      const cids = await Promise.all([1, 2, 3].map(() => store.put(block, { codec: 'raw' })))
      const again = await store.put(block, { codec: 'raw' })
      expect(new Set([...cids, again].map(String)).size).toBe(1)
      expect(await store.get(again)).toEqual(block)
    })

    test('the largest block is kept, one byte more is refused', async () => {
      const largest = new Uint8Array(MAX_BLOCK_BYTES).fill(7)
      expect(await store.get(await store.put(largest, { codec: 'raw' }))).toEqual(largest)
      const tooLarge = new Uint8Array(MAX_BLOCK_BYTES + 1)
      await expect(store.put(tooLarge, { codec: 'raw' })).toRejectDso('BLOCK_TOO_LARGE')
      expect(await store.has(computeCid(tooLarge, 'raw'))).toBe(false)
    })

    test('an unknown block is not there', async () => {
      const cid = computeCid(block, 'raw')
      expect(await store.has(cid)).toBe(false)
      await expect(store.get(cid)).toRejectDso('BLOCK_NOT_FOUND')
    })

    test.each([
      ['one flipped bit', (bytes: Uint8Array) => bytes.with(1, (bytes[1] ?? 0) ^ 1)],
      ['a missing end', (bytes: Uint8Array) => bytes.slice(0, -1)],
      ['nothing', () => new Uint8Array(0)],
      ['more than a block can be', () => new Uint8Array(MAX_BLOCK_BYTES + 1)],
    ])('%s in place of a block is found out, and a put repairs it', async (_, change) => {
      const cid = await store.put(block, { codec: 'raw' })
      await spoil(cid, change(block))
      await expect(store.get(cid)).toRejectDso('BLOCK_CORRUPT')
      await expect(store.get(cid)).rejects.toMatchObject({
        details: { cid: cid.toString(), source: expect.any(String) },
      })
      await store.put(block, { codec: 'raw' })
      expect(await store.get(cid)).toEqual(block)
    })

    test('a CID of another kind is refused', async () => {
      const inline = CID.createV1(0x55, identity.digest(block))
      await expect(store.get(inline)).toRejectDso('CID_INVALID')
      expect(await store.has(inline)).toBe(false)
      const v0 = CID.parse('QmUNLLsPACCz1vLxQVkXqqLX5R1X345qqfHbsf67hvA3Nn')
      await expect(store.get(v0)).toRejectDso('CID_INVALID')
    })

    test('what a caller does to its own copies changes nothing', async () => {
      const bytes = block.slice()
      const putting = store.put(bytes, { codec: 'raw' })
      bytes.fill(9)
      const cid = await putting
      const read = await store.get(cid)
      read.fill(8)
      expect(await store.get(cid)).toEqual(block)
    })

    test('a view into a larger buffer is stored as what it shows', async () => {
      const view = Uint8Array.of(0, 1, 2, 3, 4).subarray(1, 4)
      expect(await store.get(await store.put(view, { codec: 'raw' }))).toEqual(block)
    })

    test('an aborted call rejects with the reason and keeps nothing', async () => {
      const reason = new Error('enough')
      const signal = AbortSignal.abort(reason)
      await expect(store.put(block, { codec: 'raw', signal })).rejects.toBe(reason)
      const cid = computeCid(block, 'raw')
      expect(await store.has(cid)).toBe(false)
      await expect(store.get(cid, { signal })).rejects.toBe(reason)
    })
  })
}
