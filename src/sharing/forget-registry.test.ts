import { expect, test } from 'vitest'
import { makeExperience } from '../../test/fixtures/sharing.ts'
import { computeCid } from '../protocol/encoding/compute-cid.ts'
import { encodeExperience } from '../protocol/experience/encode-experience.ts'
import type { ExperienceRecord } from '../protocol/ports.ts'
import { createMemoryStore } from '../storage/create-memory-store.ts'
import { forgetRegistry, UNREGISTERED } from './forget-registry.ts'

test('own records are unpublished, those of others refused, own verdicts kept', async () => {
  const store = createMemoryStore()
  const states: Pick<ExperienceRecord, 'entryId' | 'status' | 'reason'>[] = [
    { status: 'own', entryId: 1n, reason: undefined },
    { status: 'own', entryId: undefined, reason: undefined },
    { status: 'usable', entryId: 2n, reason: undefined },
    { status: 'quarantined', entryId: 3n, reason: undefined },
    { status: 'refused', entryId: 4n, reason: 'slashed' },
    { status: 'refused', entryId: 5n, reason: 'failed-own-trial' },
  ]
  const records = await Promise.all(
    states.map(async (state, index) => {
      const text = `When calling shop.order, write number ${index}.`
      const bytes = encodeExperience(await makeExperience({ text }))
      const cid = computeCid(bytes, 'dag-cbor').toString()
      return { cid, bytes, domain: 'shop.order', embedding: new Float32Array(384), ...state }
    }),
  )
  await store.saveRecords(records)
  expect(await forgetRegistry(store)).toBe(5)
  const after = await Promise.all(records.map(async ({ cid }) => await store.getRecord(cid)))
  const forgotten = { status: 'refused', entryId: undefined, reason: UNREGISTERED }
  const expected = [
    { status: 'own', entryId: undefined, reason: undefined },
    { status: 'own', entryId: undefined, reason: undefined },
    forgotten,
    forgotten,
    forgotten,
    { ...forgotten, reason: 'failed-own-trial' },
  ]
  expect(after).toEqual(records.map((record, index) => ({ ...record, ...expected[index] })))
  expect(await forgetRegistry(store)).toBe(0)
})
