import { fc, test as propertyTest } from '@fast-check/vitest'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ExperienceRecord, Store } from '../../src/protocol/ports/store.ts'
import { callsOnLearning, testLearningStore } from './learning-store.ts'
import { callsOnLibrary, testLibraryStore } from './library-store.ts'
import { callsOnModes, testModeStore } from './mode-store.ts'

const STATUSES = ['own', 'quarantined', 'usable', 'refused'] as const

/**
 * What every {@link Store} promises.
 * @param create makes an empty store; called once a test, the suite closes it
 */
export function testStore(name: string, create: () => Store | Promise<Store>): void {
  describe(`${name} as a Store`, () => {
    let store: Store
    beforeEach(async () => {
      store = await create()
    })
    afterEach(() => store.close())

    testRecords(() => store)
    testSearch(() => store)
    testOperations(() => store)
    testLibraryStore(() => store)
    testLearningStore(() => store)
    testModeStore(() => store)
    testCursor(() => store)
    testClosing(() => store)

    propertyTest.prop([fc.array(storedRecord(), { maxLength: 30 })], { numRuns: 20 })(
      'what was saved is found by every filter that it matches, and by no other',
      async (records) => {
        const fresh = await create()
        await fresh.saveRecords(records)
        // The last of several records of one CID decides the status, the first everything else.
        const expected = new Map<string, ExperienceRecord>()
        for (const record of records) {
          const { domain, bytes, embedding } = expected.get(record.cid) ?? record
          expected.set(record.cid, { ...record, domain, bytes, embedding })
        }
        const all = [...expected.values()].sort((a, b) => (a.cid < b.cid ? -1 : 1))
        expect(await fresh.listRecords()).toEqual(all)
        for (const status of STATUSES) {
          for (const domain of ['a', 'b']) {
            expect(await fresh.listRecords({ status, domain })).toEqual(
              all.filter((record) => record.status === status && record.domain === domain),
            )
          }
        }
        const query = Float32Array.of(1, 2)
        const hits = await fresh.searchRecords(query, { limit: 5 })
        expect(hits).toEqual(searchNaively(all, query).slice(0, 5))
        await fresh.close()
      },
    )
  })
}

function testRecords(store: () => Store): void {
  test('an empty store answers with nothing', async () => {
    expect(await store().getRecord('x')).toBeUndefined()
    expect(await store().listRecords()).toEqual([])
    expect(await store().listHeads()).toEqual([])
    expect(await store().listOperations('a', 0, 10)).toEqual([])
    expect(await store().getCursor()).toBeUndefined()
    expect(await store().searchRecords(Float32Array.of(1), { limit: 3 })).toEqual([])
  })

  test('a record comes back as it was saved', async () => {
    const record = makeRecord('x', {
      entryId: 2n ** 200n,
      status: 'refused',
      reason: 'TEXT_REFUSED',
      bytes: Uint8Array.of(0, 255, 0),
      domain: "a'b\0c\n☃",
      embedding: Float32Array.of(1e-40, -0.1, 3e38),
    })
    await store().saveRecords([record])
    expect(await store().getRecord('x')).toEqual(record)
  })

  test('saving no records is harmless', async () => {
    await store().saveRecords([])
    expect(await store().listRecords()).toEqual([])
  })

  test('saving a known record replaces status, entry and reason, and nothing else', async () => {
    const first = makeRecord('x', { status: 'quarantined', entryId: 1n, reason: 'WAITING' })
    await store().saveRecords([first])
    const second = { status: 'usable', entryId: 2n, reason: undefined } as const
    const other = { domain: 'other', bytes: Uint8Array.of(9), embedding: Float32Array.of(0, 1) }
    await store().saveRecords([makeRecord('x', { ...second, ...other })])
    expect(await store().getRecord('x')).toEqual({ ...first, ...second })
    expect(await store().listRecords({ entryId: 1n })).toEqual([])
    expect(await store().listRecords({ entryId: 2n, status: 'usable' })).toHaveLength(1)
    expect(await store().listRecords({ domain: 'other' })).toEqual([])
    const hits = await store().searchRecords(first.embedding, { status: 'usable', limit: 2 })
    expect(hits.map(({ score }) => score)).toEqual([1])
  })

  test('a refused record refuses its whole array', async () => {
    const bad = makeRecord('y', { embedding: Float32Array.of(1, Number.NaN) })
    await expect(store().saveRecords([makeRecord('x'), bad])).toRejectDso('VALUE_NOT_FINITE')
    expect(await store().listRecords()).toEqual([])
  })

  test.each(['cid', 'domain', 'reason'])('a %s that is not Unicode is refused', async (field) => {
    const bad = { ...makeRecord('x'), [field]: 'half a pair: \ud83d' }
    await expect(store().saveRecords([bad])).toRejectDso('FORMAT_INVALID')
  })

  test('what a caller does to its own copies changes nothing', async () => {
    const record = makeRecord('x')
    const saved = structuredClone(record)
    await store().saveRecords([record])
    record.bytes.fill(7)
    record.embedding.fill(7)
    const read = await store().getRecord('x')
    expect(read).toEqual(saved)
    read?.bytes.fill(8)
    read?.embedding.fill(8)
    const [hit] = await store().searchRecords(saved.embedding, { limit: 1 })
    expect(hit).toEqual({ record: saved, score: 1 })
  })

  test('a view into a larger buffer is stored as what it shows', async () => {
    const bytes = Uint8Array.of(1, 2, 3, 4).subarray(1, 3)
    const embedding = Float32Array.of(9, 3, 4, 9).subarray(1, 3)
    await store().saveRecords([makeRecord('x', { bytes, embedding })])
    const read = await store().getRecord('x')
    expect([...(read?.bytes ?? [])]).toEqual([2, 3])
    expect([...(read?.embedding ?? [])]).toEqual([3, 4])
  })

  test('text that looks like SQL is text', async () => {
    const domain = "'; DROP TABLE records; --"
    await store().saveRecords([makeRecord(domain, { domain })])
    expect(await store().listRecords({ domain })).toHaveLength(1)
    expect(await store().getRecord(domain)).toBeDefined()
  })
}

function testSearch(store: () => Store): void {
  test('hits come by cosine, best first, ties by CID', async () => {
    await store().saveRecords([
      makeRecord('d', { embedding: Float32Array.of(-1, 0) }),
      makeRecord('c', { embedding: Float32Array.of(2, 0) }),
      makeRecord('b', { embedding: Float32Array.of(0, 1) }),
      makeRecord('a', { embedding: Float32Array.of(5, 0) }),
    ])
    const hits = await store().searchRecords(Float32Array.of(1, 0), { limit: 10 })
    expect(hits.map(({ record, score }) => [record.cid, score])).toEqual([
      ['a', 1],
      ['c', 1],
      ['b', 0],
      ['d', -1],
    ])
    expect(await store().searchRecords(Float32Array.of(1, 0), { limit: 2 })).toEqual(
      hits.slice(0, 2),
    )
  })

  test('a limit cuts after the order is made, whatever the order of saving', async () => {
    for (const cid of ['c', 'a', 'b']) await store().saveRecords([makeRecord(cid)])
    const hits = await store().searchRecords(Float32Array.of(1, 0), { limit: 1 })
    expect(hits.map(({ record }) => record.cid)).toEqual(['a'])
    expect(await store().searchRecords(Float32Array.of(1, 0), { limit: 0 })).toEqual([])
  })

  test('a search sees what was saved after an earlier search', async () => {
    const query = Float32Array.of(1, 0)
    await store().searchRecords(query, { limit: 1 })
    await store().saveRecords([makeRecord('x', { status: 'quarantined' })])
    expect(await store().searchRecords(query, { limit: 1, status: 'quarantined' })).toHaveLength(1)
    await store().saveRecords([makeRecord('x', { status: 'usable' })])
    expect(await store().searchRecords(query, { limit: 1, status: 'quarantined' })).toEqual([])
    const [hit] = await store().searchRecords(query, { limit: 1, status: 'usable', domain: 'a' })
    expect(hit?.record.status).toBe('usable')
  })

  test('vectors of another length are no hits', async () => {
    await store().saveRecords([
      makeRecord('x', { embedding: Float32Array.of(1, 0, 0) }),
      makeRecord('y', { embedding: Float32Array.of(1, 0) }),
      makeRecord('z', { embedding: new Float32Array(0) }),
    ])
    const hits = await store().searchRecords(Float32Array.of(1, 0), { limit: 10 })
    expect(hits.map(({ record }) => record.cid)).toEqual(['y'])
  })

  test('a vector of zeros has cosine 0 to everything', async () => {
    await store().saveRecords([makeRecord('x', { embedding: new Float32Array(2) })])
    const [hit] = await store().searchRecords(Float32Array.of(1, 0), { limit: 1 })
    expect(hit?.score).toBe(0)
    const [other] = await store().searchRecords(new Float32Array(2), { limit: 1 })
    expect(other?.score).toBe(0)
  })

  test('a query or limit without sense is refused', async () => {
    const query = Float32Array.of(1, 0)
    await expect(store().searchRecords(Float32Array.of(1, Infinity), { limit: 1 })).toRejectDso(
      'VALUE_NOT_FINITE',
    )
    for (const limit of [-1, 1.5, Number.NaN, Infinity]) {
      await expect(store().searchRecords(query, { limit })).toRejectDso('OPTION_INVALID')
    }
  })
}

function testOperations(store: () => Store): void {
  test('a feed grows one operation at a time and is read in order', async () => {
    const feed = makeFeed('author', 5)
    for (const operation of feed) await store().appendOperation(operation)
    expect(await store().listHeads()).toEqual([{ author: 'author', seq: 4, cid: 'author-4' }])
    const read = await store().listOperations('author', 1, 3)
    expect(read).toEqual(feed.slice(1, 4).map(({ cid, seq, bytes }) => ({ cid, seq, bytes })))
    expect(await store().listOperations('author', 0, 100)).toHaveLength(5)
    expect(await store().listOperations('author', 5, 100)).toEqual([])
    expect(await store().listOperations('nobody', 0, 100)).toEqual([])
  })

  test('heads are listed in order of author', async () => {
    for (const author of ['b', 'a', 'c']) {
      for (const operation of makeFeed(author, 2)) await store().appendOperation(operation)
    }
    expect((await store().listHeads()).map(({ author, cid }) => [author, cid])).toEqual([
      ['a', 'a-1'],
      ['b', 'b-1'],
      ['c', 'c-1'],
    ])
  })

  test('appending a known operation is harmless, the head as well as an older one', async () => {
    const feed = makeFeed('author', 3)
    for (const operation of [...feed, ...feed]) await store().appendOperation(operation)
    expect(await store().listOperations('author', 0, 100)).toHaveLength(3)
  })

  test.each([
    ['a gap', { cid: 'x', seq: 3, prev: 'author-1' }],
    ['a fork of the head', { cid: 'x', seq: 1, prev: 'author-0' }],
    ['another beginning', { cid: 'x', seq: 0, prev: undefined }],
    ['a wrong predecessor', { cid: 'x', seq: 2, prev: 'author-0' }],
    ['no predecessor', { cid: 'x', seq: 2, prev: undefined }],
    ['a fractional seq', { cid: 'x', seq: 1.5, prev: 'author-1' }],
    ['a seq beyond exact integers', { cid: 'x', seq: 2 ** 53, prev: 'author-1' }],
    ['a seq that is no number', { cid: 'x', seq: Number.NaN, prev: 'author-1' }],
  ])('%s is out of order and changes nothing', async (_, { cid, seq, prev }) => {
    for (const operation of makeFeed('author', 2)) await store().appendOperation(operation)
    const bytes = Uint8Array.of(1)
    await expect(store().appendOperation({ cid, author: 'author', seq, prev, bytes })).toRejectDso(
      'OPERATION_OUT_OF_ORDER',
    )
    expect(await store().listHeads()).toEqual([{ author: 'author', seq: 1, cid: 'author-1' }])
    expect(await store().listOperations('author', 0, 100)).toHaveLength(2)
  })

  test.each([
    ['later', 1, undefined],
    ['before the first', -1, undefined],
    ['with a predecessor', 0, 'x'],
  ])('a feed that begins %s is out of order', async (_, seq, prev) => {
    const operation = { cid: 'y', author: 'author', seq, prev, bytes: Uint8Array.of(1) }
    await expect(store().appendOperation(operation)).toRejectDso('OPERATION_OUT_OF_ORDER')
    expect(await store().listHeads()).toEqual([])
  })

  test('a range without sense is refused', async () => {
    await expect(store().listOperations('a', -1, 1)).toRejectDso('OPTION_INVALID')
    await expect(store().listOperations('a', 1, Infinity)).toRejectDso('OPTION_INVALID')
    await expect(store().listOperations('a', 1, -1)).toRejectDso('OPTION_INVALID')
  })
}

function testCursor(store: () => Store): void {
  test('the cursor is the one saved last, blocks beyond 64 bits included', async () => {
    await store().saveCursor({ block: 7n, logIndex: 3 })
    await store().saveCursor({ block: 2n ** 70n, logIndex: 0 })
    expect(await store().getCursor()).toEqual({ block: 2n ** 70n, logIndex: 0 })
    const hash = `0x${'ab'.repeat(32)}` as const
    await store().saveCursor({ block: 8n, logIndex: 0, hash })
    expect(await store().getCursor()).toEqual({ block: 8n, logIndex: 0, hash })
    await store().saveCursor({ block: 8n, logIndex: 1 })
    expect(await store().getCursor()).toEqual({ block: 8n, logIndex: 1 })
  })
}

function testClosing(store: () => Store): void {
  test('a closed store refuses every call, and closing again is harmless', async () => {
    await store().close()
    await store().close()
    const bytes = Uint8Array.of(1)
    const calls = [
      store().saveRecords([makeRecord('x')]),
      store().getRecord('x'),
      store().listRecords(),
      store().searchRecords(Float32Array.of(1), { limit: 1 }),
      store().appendOperation({ cid: 'x', author: 'a', seq: 0, prev: undefined, bytes }),
      store().listHeads(),
      store().listOperations('a', 0, 1),
      ...callsOnLibrary(store()),
      ...callsOnLearning(store()),
      ...callsOnModes(store()),
      store().getCursor(),
      store().saveCursor({ block: 1n, logIndex: 0 }),
    ]
    for (const call of calls) await expect(call).toRejectDso('STORE_CLOSED')
  })
}

/** A record for tests; without more it lies at (1, 0). */
export function makeRecord(
  cid: string,
  fields: Partial<Omit<ExperienceRecord, 'cid'>> = {},
): ExperienceRecord {
  return {
    cid,
    bytes: Uint8Array.of(1, 2, 3),
    domain: 'a',
    entryId: undefined,
    status: 'own',
    reason: undefined,
    embedding: Float32Array.of(1, 0),
    ...fields,
  }
}

/** The first `length` operations of a feed, each named after its author and seq. */
export function makeFeed(author: string, length: number) {
  return Array.from({ length }, (_, index) => ({
    cid: `${author}-${index}`,
    author,
    seq: index,
    prev: index === 0 ? undefined : `${author}-${index - 1}`,
    bytes: Uint8Array.of(index, 255),
  }))
}

function storedRecord(): fc.Arbitrary<ExperienceRecord> {
  return fc.record({
    cid: fc.string({ unit: fc.constantFrom('a', 'b', 'c', '2'), minLength: 1, maxLength: 3 }),
    bytes: fc.uint8Array({ maxLength: 20 }),
    domain: fc.constantFrom('a', 'b'),
    entryId: fc.option(fc.bigInt({ min: 0n, max: 2n ** 80n }), { nil: undefined }),
    status: fc.constantFrom(...STATUSES),
    reason: fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined }),
    embedding: fc
      .array(fc.integer({ min: -3, max: 3 }), { minLength: 2, maxLength: 2 })
      .map((values) => Float32Array.from(values)),
  })
}

function searchNaively(records: ExperienceRecord[], query: Float32Array) {
  return records
    .map((record) => ({ record, score: cosine(record.embedding, query) }))
    .sort((a, b) => b.score - a.score || (a.record.cid < b.record.cid ? -1 : 1))
}

function cosine(a: Float32Array, b: Float32Array): number {
  const length = Math.sqrt(dot(b, b)) * Math.sqrt(dot(a, a))
  return length === 0 ? 0 : Math.max(-1, Math.min(1, dot(a, b) / length))
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}
