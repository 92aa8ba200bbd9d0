import { expect, test } from 'vitest'
import type { ModeCountRecord, ModeStore } from '../../src/protocol/ports/mode-store.ts'

/** What every store promises about the yields of ways to learn. `store` gives an empty one a test. */
export function testModeStore(store: () => ModeStore): void {
  test('counts come back as they were saved, in order of model, run, domain and mode', async () => {
    expect(await store().listModeCounts()).toEqual([])
    const ordered = [
      makeCounts({ model: 'm1', run: 'r1', domain: 'a', mode: 'contrast-pair' }),
      makeCounts({
        model: 'm1',
        run: 'r1',
        domain: 'a',
        mode: 'stages',
        proposals: 0,
        accepted: 0,
      }),
      makeCounts({ model: 'm1', run: 'r1', domain: "b'\0☃", mode: 'critique' }),
      makeCounts({ model: 'm1', run: 'r2', domain: 'a', mode: 'contrast-pair', name: '' }),
      makeCounts({ model: 'm2', run: 'r1', domain: 'a', mode: 'contrast-pair', calls: 2 ** 40 }),
    ]
    await store().saveModeCounts(ordered.toReversed())
    expect(await store().listModeCounts()).toEqual(ordered)
    expect(await store().listModeCounts({ model: 'm1' })).toEqual(ordered.slice(0, 4))
    expect(await store().listModeCounts({ model: 'm3' })).toEqual([])
  })

  test('the same practice again takes the place of what was counted before', async () => {
    await store().saveModeCounts([makeCounts({ proposals: 3, accepted: 2, calls: 4 })])
    const again = makeCounts({ proposals: 5, accepted: 1, calls: 6, name: 'renamed' })
    const other = makeCounts({ domain: 'other' })
    await store().saveModeCounts([again, other])
    await store().saveModeCounts([])
    expect(await store().listModeCounts()).toEqual([again, other].toSorted(byDomain))
  })

  test.each<Partial<ModeCountRecord>>([
    { proposals: 1, accepted: 2 },
    { proposals: 1.5 },
    { calls: -1 },
    { accepted: Number.NaN },
    { calls: 2 ** 53 },
    { model: 'half a pair: \ud83d' },
    { domain: '\udc00' },
  ])('%j is refused, and the others of its array with it', async (fields) => {
    const counts = [makeCounts({ run: 'other' }), makeCounts(fields)]
    await expect(store().saveModeCounts(counts)).toRejectDso('FORMAT_INVALID')
    expect(await store().listModeCounts()).toEqual([])
  })

  test('what a caller does to its own counts changes nothing', async () => {
    const mine = makeCounts()
    await store().saveModeCounts([mine])
    mine.calls = 99
    const [read] = await store().listModeCounts()
    expect(read).toEqual(makeCounts())
    read!.calls = 98
    expect(await store().listModeCounts()).toEqual([makeCounts()])
  })
}

/** Every call there is, for the test that a closed store refuses them. */
export function callsOnModes(store: ModeStore): Promise<unknown>[] {
  return [store.saveModeCounts([makeCounts()]), store.listModeCounts()]
}

function byDomain(a: ModeCountRecord, b: ModeCountRecord): number {
  return a.domain < b.domain ? -1 : 1
}

function makeCounts(fields: Partial<ModeCountRecord> = {}): ModeCountRecord {
  const names = { model: 'm', name: 'a-model', mode: 'contrast-pair', run: 'r', domain: 'tool' }
  return { ...names, proposals: 2, accepted: 1, calls: 3, ...fields }
}
