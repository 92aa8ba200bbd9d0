import { beforeEach, describe, expect, test } from 'vitest'
import type { ExperienceRecord, Store } from '../protocol/ports.ts'
import { createMemoryStore } from '../storage/create-memory-store.ts'
import { isRefusedByVerdict, settleEntry } from './settle-entry.ts'

const RULES = { useFrom: 500 }
let store: Store

const makeRecord = (parts: Partial<ExperienceRecord>): ExperienceRecord => ({
  cid: 'a',
  bytes: new Uint8Array([1]),
  domain: 'shop.order',
  entryId: 1n,
  status: 'quarantined',
  reason: undefined,
  embedding: new Float32Array([1, 0]),
  ...parts,
})

beforeEach(() => {
  store = createMemoryStore()
})

describe('settleEntry', () => {
  const failed = { status: 'refused', reason: 'failed-own-trial' } as const
  const screened = { status: 'refused', reason: 'instruction' } as const
  test.each([
    ['the network likes', {}, 500, false, 'usable'],
    ['the network finds weak', {}, 499, false, 'low-quality'],
    ['is slashed', {}, 100, true, 'slashed'],
    ['nobody voted on', {}, undefined, false, 'unscored'],
    ['failed here though the network likes it', failed, 900, false, 'failed-own-trial'],
    ['failed here and is slashed', failed, 100, true, 'slashed'],
    ['failed here and is found weak', failed, 400, false, 'low-quality'],
    ['was screened out', screened, 900, false, 'instruction'],
    ['is this node’s own', { status: 'own' as const }, 100, true, 'own'],
    ['is usable already', { status: 'usable' as const }, 900, false, 'usable'],
  ])('a record that %s', async (_, parts, quality, slashed, expected) => {
    await store.saveRecords([makeRecord(parts)])
    const [settled] = await settleEntry({ entryId: 1n, quality, slashed }, store, RULES)
    expect(settled?.reason ?? settled?.status).toBe(expected)
    expect(await store.getRecord('a')).toEqual(settled)
  })

  test('speaks of its own entry alone', async () => {
    await store.saveRecords([makeRecord({}), makeRecord({ cid: 'b', entryId: 2n })])
    await settleEntry({ entryId: 1n, quality: 900, slashed: false }, store, RULES)
    expect(await store.getRecord('b')).toMatchObject({ status: 'quarantined' })
  })

  test('the same settlement again changes nothing', async () => {
    await store.saveRecords([makeRecord({}), makeRecord({ cid: 'b', ...failed })])
    const settled = { entryId: 1n, quality: 900, slashed: false }
    const first = await settleEntry(settled, store, RULES)
    expect(await settleEntry(settled, store, RULES)).toEqual(first)
  })

  test('a verdict is told from a screening', () => {
    expect(isRefusedByVerdict(makeRecord(failed))).toBe(true)
    expect(isRefusedByVerdict(makeRecord(screened))).toBe(false)
    expect(isRefusedByVerdict(makeRecord({}))).toBe(false)
  })
})
