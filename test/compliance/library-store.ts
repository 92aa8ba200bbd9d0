import { expect, test } from 'vitest'
import type {
  JournalEntry,
  LibraryCandidate,
  LibraryStore,
} from '../../src/protocol/ports/library-store.ts'

/** What every store promises about the library of its node. `store` gives an empty one a test. */
export function testLibraryStore(store: () => LibraryStore): void {
  testVersions(store)
  testJournal(store)
  testPins(store)
  testCandidates(store)
}

/** Every call there is, for the test that a closed store refuses them. */
export function callsOnLibrary(store: LibraryStore): Promise<unknown>[] {
  return [
    store.getLibrary(),
    store.getLibrary('v'),
    store.saveLibrary({ id: 'v', parent: undefined, experiences: [] }),
    store.listJournal(),
    store.setPinned('a', true),
    store.listPinned(),
    store.saveCandidates([makeCandidate('x')]),
    store.listCandidates(),
    store.removeCandidates(['x']),
  ]
}

function testVersions(store: () => LibraryStore): void {
  test('the library saved last is the newest, its order and repeats kept', async () => {
    const first = { id: 'v1', parent: undefined, experiences: ['b', 'a', 'b'] }
    const second = { id: 'v2', parent: 'v1', experiences: [] }
    expect(await store().getLibrary()).toBeUndefined()
    await store().saveLibrary(first)
    expect(await store().getLibrary()).toEqual(first)
    await store().saveLibrary(second)
    expect(await store().getLibrary()).toEqual(second)
    await store().saveLibrary(first)
    expect(await store().getLibrary()).toEqual(first)
  })

  test('an earlier version is found by its id, also after it was saved again', async () => {
    const first = { id: 'v1', parent: undefined, experiences: ['a'] }
    const second = { id: 'v2', parent: 'v1', experiences: ['a', 'b'] }
    for (const version of [first, second, first]) await store().saveLibrary(version)
    expect(await store().getLibrary('v1')).toEqual(first)
    expect(await store().getLibrary('v2')).toEqual(second)
    expect(await store().getLibrary('v3')).toBeUndefined()
  })
}

function testJournal(store: () => LibraryStore): void {
  test('decisions come back as they were saved, in order', async () => {
    const entries = [
      makeEntry({ cid: 'a', why: "it's; proved ☃" }),
      makeEntry({ op: 'merge', cid: 'c', from: ['a', 'b'], evidence: undefined }),
      makeEntry({ op: 'rollback', version: 'v2', cid: undefined }),
    ]
    await store().saveLibrary({ id: 'v1', parent: undefined, experiences: ['a'] }, entries)
    expect(await store().listJournal()).toEqual(entries)
    expect(await store().listJournal({ version: 'v2' })).toEqual([entries[2]])
    expect(await store().listJournal({ version: 'none' })).toEqual([])
  })

  test('a decision saved again by the same run is there once, one of another run is another', async () => {
    const version = { id: 'v1', parent: undefined, experiences: ['a'] }
    await store().saveLibrary(version, [makeEntry({ cid: undefined })])
    await store().saveLibrary(version, [makeEntry({ cid: undefined, why: 'in other words' })])
    await store().saveLibrary(version, [makeEntry({ cid: undefined, run: 'second' })])
    expect((await store().listJournal()).map(({ run, why }) => [run, why])).toEqual([
      ['run', 'proved'],
      ['second', 'proved'],
    ])
  })

  test('a decision that cannot be kept refuses its version as well', async () => {
    const version = { id: 'v1', parent: undefined, experiences: [] }
    const bad = makeEntry({ why: 'half a pair: \ud83d' })
    await expect(store().saveLibrary(version, [makeEntry({}), bad])).toRejectDso('FORMAT_INVALID')
    expect(await store().getLibrary()).toBeUndefined()
    expect(await store().listJournal()).toEqual([])
  })

  test('what a caller does to its own copy of a decision changes nothing', async () => {
    const from = ['b']
    await store().saveLibrary({ id: 'v', parent: undefined, experiences: [] }, [
      makeEntry({ from }),
    ])
    from.push('c')
    expect((await store().listJournal())[0]?.from).toEqual(['b'])
  })
}

function testPins(store: () => LibraryStore): void {
  test('pins are set and taken away, each once', async () => {
    expect(await store().listPinned()).toEqual([])
    for (const cid of ['b', 'a', 'b']) await store().setPinned(cid, true)
    expect(await store().listPinned()).toEqual(['a', 'b'])
    await store().setPinned('a', false)
    await store().setPinned('c', false)
    expect(await store().listPinned()).toEqual(['b'])
  })
}

function testCandidates(store: () => LibraryStore): void {
  test('candidates come back as they were saved, by domain or all', async () => {
    const some = [
      makeCandidate('b', { domain: 'bank.transfer', text: undefined }),
      makeCandidate('a', { example: undefined }),
    ]
    expect(await store().saveCandidates(some)).toBe(2)
    expect(await store().listCandidates()).toEqual([some[1], some[0]])
    expect(await store().listCandidates({ domain: 'bank.transfer' })).toEqual([some[0]])
    expect(await store().listCandidates({ domain: 'none' })).toEqual([])
  })

  test('a known candidate stays as it was and does not count as new', async () => {
    await store().saveCandidates([makeCandidate('a')])
    expect(await store().saveCandidates([makeCandidate('a', { source: 'other' })])).toBe(0)
    const twice = [makeCandidate('b'), makeCandidate('b')]
    expect(await store().saveCandidates(twice)).toBe(1)
    expect((await store().listCandidates()).map(({ source }) => source)).toEqual(['x:1', 'x:1'])
    expect(await store().saveCandidates([])).toBe(0)
  })

  test('candidates are forgotten by id', async () => {
    await store().saveCandidates(['a', 'b', 'c'].map((id) => makeCandidate(id)))
    await store().removeCandidates(['c', 'unknown', 'a'])
    expect((await store().listCandidates()).map(({ id }) => id)).toEqual(['b'])
  })

  test('a candidate that is not Unicode refuses its whole array', async () => {
    const bad = makeCandidate('b', { text: '\udc00' })
    await expect(store().saveCandidates([makeCandidate('a'), bad])).toRejectDso('FORMAT_INVALID')
    expect(await store().listCandidates()).toEqual([])
  })
}

function makeEntry(fields: Partial<JournalEntry>): JournalEntry {
  return {
    version: 'v1',
    op: 'add',
    cid: 'a',
    from: [],
    why: 'proved',
    evidence: { suite: 'toy/1', tasks: 8, wins: 5, losses: 1, gainLower: 120 },
    run: 'run',
    ...fields,
  }
}

function makeCandidate(id: string, fields: Partial<LibraryCandidate> = {}): LibraryCandidate {
  return {
    id,
    domain: undefined,
    text: "When 'x', do ☃",
    example: { input: 'a', output: '{"b":1}' },
    source: 'x:1',
    ...fields,
  }
}
