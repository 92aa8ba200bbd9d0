import { describe, expect, test } from 'vitest'
import type { ModeCountRecord } from '../protocol/ports.ts'
import { createMemoryStore } from '../storage/create-memory-store.ts'
import { chooseModes } from './choose-modes.ts'
import { listModeYields } from './list-mode-yields.ts'

const counts = (fields: Partial<ModeCountRecord>): ModeCountRecord => ({
  model: 'aa',
  name: 'first',
  mode: 'contrast-pair',
  run: 'r1',
  domain: 'tool',
  proposals: 3,
  accepted: 2,
  calls: 10,
  ...fields,
})
const storeOf = async (records: readonly ModeCountRecord[]) => {
  const store = createMemoryStore()
  await store.saveModeCounts(records)
  return store
}

describe('listModeYields', () => {
  test('adds up runs and domains, model by model', async () => {
    const store = await storeOf([
      counts({}),
      counts({ domain: 'other', accepted: 1, name: 'renamed' }),
      counts({ mode: 'stages', proposals: 1, accepted: 0, calls: 20 }),
      counts({ model: 'bb', name: 'second', run: 'r2' }),
      counts({ mode: 'of another version' }),
    ])
    const yields = await listModeYields(store)
    expect(yields).toMatchObject([
      { model: 'aa', domains: 2, ranking: { row: { best: 'contrast-pair' } } },
      { model: 'bb', name: 'second', domains: 1 },
    ])
    expect(yields[0]?.ranking.row.modes[0]).toMatchObject({
      mode: 'contrast-pair',
      proposals: 6,
      accepted: 3,
      calls: 20,
      measured: true,
    })
    expect(await listModeYields(store, { model: 'bb' })).toEqual(yields.slice(1))
    expect(await listModeYields(createMemoryStore())).toEqual([])
  })
})

describe('chooseModes', () => {
  const hash = 'aa'
  const practice = { run: 'r9', domains: ['tool', 'other'] }
  const measured = [
    counts({ calls: 40, accepted: 1 }),
    counts({ mode: 'best-worst', calls: 40, accepted: 3 }),
    counts({ mode: 'critique', calls: 40, accepted: 0 }),
    counts({ mode: 'stages', calls: 40, accepted: 2 }),
  ]

  test('where nothing was counted the cheapest comes first', async () => {
    const store = await storeOf([counts({ model: 'bb' })])
    const order = await chooseModes(store, { hash }, practice)
    expect(order).toEqual(['contrast-pair', 'best-worst', 'critique', 'stages'])
  })

  test('what yielded most comes first, what was hardly tried before it', async () => {
    const order = async (records: readonly ModeCountRecord[]) =>
      await chooseModes(await storeOf(records), { hash }, practice)
    expect(await order(measured)).toEqual(['best-worst', 'stages', 'contrast-pair', 'critique'])
    expect((await order(measured.slice(0, 3)))[0]).toBe('stages')
  })

  test('what the same practice has counted already does not change its order', async () => {
    const store = await storeOf(measured)
    const before = await chooseModes(store, { hash }, practice)
    await store.saveModeCounts([counts({ run: 'r9', mode: 'critique', accepted: 3, calls: 3 })])
    expect(await chooseModes(store, { hash }, practice)).toEqual(before)
    expect(await chooseModes(store, { hash }, { ...practice, domains: ['other'] })).not.toEqual(
      before,
    )
  })
})
