import { describe, expect, test } from 'vitest'
import type { LibraryStore, LibraryVersion } from '../../protocol/ports.ts'
import { rollBackLibrary } from './roll-back-library.ts'

/** As much of a store as a roll-back needs. */
function makeStore(versions: readonly LibraryVersion[]) {
  const saved: Parameters<LibraryStore['saveLibrary']>[] = []
  let newest = versions.at(-1)
  const store = {
    getLibrary: async (id?: string) =>
      id === undefined ? newest : versions.find((version) => version.id === id),
    saveLibrary: async (...given: Parameters<LibraryStore['saveLibrary']>) => {
      saved.push(given)
      newest = given[0]
    },
  } as LibraryStore
  return { store, saved }
}

const first: LibraryVersion = { id: 'v1', parent: undefined, experiences: ['a'] }
const second: LibraryVersion = { id: 'v2', parent: 'v1', experiences: ['b'] }
const third: LibraryVersion = { id: 'v3', parent: 'v2', experiences: ['b', 'c'] }
const why = { why: 'it harmed', run: 'r' }

describe('rollBackLibrary', () => {
  test('makes any earlier version the newest one in one call, and says so', async () => {
    const { store, saved } = makeStore([first, second, third])
    expect(await rollBackLibrary(store, 'v1', why)).toEqual(first)
    expect(saved).toEqual([
      [
        first,
        [
          {
            version: 'v1',
            op: 'rollback',
            cid: undefined,
            from: ['v3'],
            evidence: undefined,
            ...why,
          },
        ],
      ],
    ])
    expect(await rollBackLibrary(store, 'v3', why)).toEqual(third)
  })

  test('to where it stands already changes nothing', async () => {
    const { store, saved } = makeStore([first, second])
    expect(await rollBackLibrary(store, 'v2', why)).toEqual(second)
    expect(saved).toEqual([])
  })

  test('to the parent of the first version leaves nothing, and can be undone', async () => {
    const { store } = makeStore([first])
    const empty = await rollBackLibrary(store, first.parent, why)
    expect(empty).toMatchObject({ parent: undefined, experiences: [] })
    expect(await store.getLibrary()).toEqual(empty)
    expect(await rollBackLibrary(store, 'v1', why)).toEqual(first)
  })

  test('where there never was a library nothing is made', async () => {
    const { store, saved } = makeStore([])
    expect(await rollBackLibrary(store, undefined, why)).toMatchObject({ experiences: [] })
    expect(saved).toEqual([])
  })

  test('to a version that never was is refused', async () => {
    const { store } = makeStore([first])
    await expect(rollBackLibrary(store, 'v9', why)).toRejectDso('LIBRARY_UNKNOWN')
  })
})
