import { describe, expect, test } from 'vitest'
import { createKeyPair } from '../protocol/crypto/create-key-pair.ts'
import { createOperation } from '../protocol/operation/create-operation.ts'
import { computeCid } from '../protocol/encoding/compute-cid.ts'
import { DsoError } from '../protocol/errors.ts'
import { createMemoryStore } from '../storage/create-memory-store.ts'
import { takeOperation } from './take-operation.ts'

const author = createKeyPair(new Uint8Array(32).fill(1))
const anchor = { chainId: 0, block: 1, hash: new Uint8Array(32) }
const target = computeCid(new Uint8Array([1]), 'raw')
const first = createOperation(
  {
    kind: 'retract',
    body: { target: computeCid(target.bytes, 'dag-cbor') },
    seq: 0,
    prev: null,
    anchor,
  },
  author,
)
const second = createOperation(
  {
    kind: 'retract',
    body: { target: computeCid(target.bytes, 'dag-cbor') },
    seq: 1,
    prev: first.cid,
    anchor,
  },
  author,
)

describe('takeOperation', () => {
  test('what follows is accepted, once and again', async () => {
    const store = createMemoryStore()
    expect(await takeOperation(first.bytes, store)).toBe('accept')
    expect(await takeOperation(second.bytes, store)).toBe('accept')
    expect(await takeOperation(first.bytes, store)).toBe('accept')
    expect(await store.listHeads()).toMatchObject([{ seq: 1, cid: second.cid.toString() }])
  })

  test('what comes before its predecessor is ignored: it may be this node that lags', async () => {
    const store = createMemoryStore()
    expect(await takeOperation(second.bytes, store)).toBe('ignore')
    expect(await store.listHeads()).toEqual([])
  })

  test('another operation of the same number is ignored', async () => {
    const store = createMemoryStore()
    const fork = createOperation(
      {
        kind: 'retract',
        body: { target: first.cid },
        seq: 0,
        prev: null,
        anchor,
      },
      author,
    )
    await takeOperation(first.bytes, store)
    expect(await takeOperation(fork.bytes, store)).toBe('ignore')
    expect(await store.listHeads()).toMatchObject([{ seq: 0, cid: first.cid.toString() }])
  })

  test('what is invalid for everyone is rejected', async () => {
    const store = createMemoryStore()
    const forged = first.bytes.slice()
    forged[Buffer.from(forged).indexOf('sig') + 10]! ^= 1
    expect(await takeOperation(forged, store)).toBe('reject')
    expect(await takeOperation(new Uint8Array([1, 2, 3]), store)).toBe('reject')
    expect(await store.listHeads()).toEqual([])
  })

  test('a fault of this node’s disk is not the peer’s', async () => {
    const full = async () => {
      throw new DsoError('STORE_FULL')
    }
    const store = { ...createMemoryStore(), appendOperation: full }
    await expect(takeOperation(first.bytes, store)).toRejectDso('STORE_FULL')
  })
})
