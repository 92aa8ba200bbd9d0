import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { makeEpisode, makeRecall } from '../../test/compliance/learning-store.ts'
import { makeFeed, makeRecord, testStore } from '../../test/compliance/store.ts'
import { temporaryFolders } from '../../test/temporary-folders.ts'
import { STORE_KIND, STORE_MIGRATIONS } from './migrations.ts'
import { openDatabase } from './open-database.ts'
import { openSqliteCassette } from './open-sqlite-cassette.ts'
import { openSqliteStore } from './open-sqlite-store.ts'

const makeFolder = temporaryFolders()
const makePath = () => join(makeFolder(), 'store.sqlite')

testStore('openSqliteStore', () => openSqliteStore({ path: makePath() }))

/** Changes a file behind the store's back. */
function tamper(path: string, sql: string): void {
  const connection = new DatabaseSync(path)
  connection.exec(sql)
  connection.close()
}

describe('openSqliteStore', () => {
  test('everything is there after reopening', async () => {
    const path = makePath()
    const records = ['c', 'a', 'b'].map((cid, index) =>
      makeRecord(cid, { entryId: BigInt(index), embedding: Float32Array.of(index, 1) }),
    )
    const first = openSqliteStore({ path })
    await first.saveRecords(records)
    for (const operation of makeFeed('author', 3)) await first.appendOperation(operation)
    await first.saveLibrary({ id: 'v', parent: 'u', experiences: ['b', 'a'] })
    await first.saveCursor({ block: 9n, logIndex: 1 })
    const query = Float32Array.of(1, 1)
    const hits = await first.searchRecords(query, { limit: 3 })
    await first.close()

    const second = openSqliteStore({ path })
    expect(await second.listRecords()).toEqual([records[1], records[2], records[0]])
    expect(await second.listOperations('author', 0, 9)).toHaveLength(3)
    expect(await second.getLibrary()).toEqual({ id: 'v', parent: 'u', experiences: ['b', 'a'] })
    expect(await second.getCursor()).toEqual({ block: 9n, logIndex: 1 })
    expect(await second.searchRecords(query, { limit: 3 })).toEqual(hits)
    await second.close()
  })

  test('recalls, episodes and credit are there after reopening', async () => {
    const path = makePath()
    const credit = {
      cid: 'a',
      model: 'm',
      with: { trials: 1, rewards: 500 },
      without: { trials: 0, rewards: 0 },
    }
    const first = openSqliteStore({ path })
    for (const number of [1, 2]) await first.saveRecall(makeRecall(number))
    await first.saveEpisode(makeEpisode(1), [credit])
    await first.close()

    const second = openSqliteStore({ path })
    expect(await second.getRecall(makeRecall(2).id)).toEqual(makeRecall(2))
    expect(await second.listEpisodes()).toEqual([makeEpisode(1)])
    await expect(second.saveEpisode(makeEpisode(1), [credit])).toRejectDso('OUTCOME_REPEATED')
    await second.saveEpisode(makeEpisode(2), [credit])
    expect(await second.listCredits('m', ['a'])).toMatchObject([{ with: { trials: 2 } }])
    await second.close()
  })

  test('records of a file from before there was a word index are found by their words', async () => {
    const path = makePath()
    const old = openDatabase({ path, kind: STORE_KIND, migrations: STORE_MIGRATIONS.slice(0, 1) })
    old.connection.exec(`INSERT INTO records (cid, domain, status) VALUES ('old', 'parcel.ship', 'own');
      INSERT INTO record_bodies VALUES (1, x'01', x'')`)
    old.close()
    const store = openSqliteStore({ path })
    await store.saveRecords([makeRecord('new', { domain: 'parcel.send' })])
    const hits = await store.searchText('parcel', { limit: 5 })
    expect(hits.map(({ record }) => record.cid).toSorted()).toEqual(['new', 'old'])
    expect(await store.searchText('ship', { limit: 5 })).toHaveLength(1)
    await store.close()
  })

  test('a file from before the journal keeps its records and libraries, and a copy of it stays', async () => {
    const path = makePath()
    const old = openDatabase({ path, kind: STORE_KIND, migrations: STORE_MIGRATIONS.slice(0, 1) })
    old.transact(() =>
      old.connection.exec(`
        INSERT INTO records VALUES (1, 'a', 'tool', 'own', '7', NULL);
        INSERT INTO record_bodies VALUES (1, x'a0', x'0000803f00000000');
        INSERT INTO libraries VALUES (1, 'v1', NULL), (2, 'v2', 'v1');
        INSERT INTO library_experiences VALUES (1, 0, 'a'), (2, 0, 'b'), (2, 1, 'a');
      `),
    )
    old.close()
    const store = openSqliteStore({ path })
    expect(await store.getRecord('a')).toMatchObject({ cid: 'a', entryId: 7n, domain: 'tool' })
    const version = { id: 'v2', parent: 'v1', experiences: ['b', 'a'] }
    expect(await store.getLibrary()).toEqual(version)
    expect(await store.getLibrary('v1')).toMatchObject({ experiences: ['a'] })
    expect([
      await store.listJournal(),
      await store.listPinned(),
      await store.listCandidates(),
    ]).toEqual([[], [], []])
    const entry = {
      version: 'v2',
      op: 'keep',
      cid: 'a',
      from: [],
      why: 'w',
      evidence: undefined,
      run: 'r',
    } as const
    await store.saveLibrary(version, [entry])
    expect(await store.listJournal()).toEqual([entry])
    await store.close()
    expect(statSync(`${path}.v1.bak`).isFile()).toBe(true)
  })

  test.skipIf(process.platform === 'win32')('the folder is made, for this user only', async () => {
    const path = join(makeFolder(), 'deep', 'er', 'store.sqlite')
    await openSqliteStore({ path }).close()
    expect(statSync(path).isFile()).toBe(true)
    expect(statSync(join(path, '..')).mode & 0o077).toBe(0)
  })

  test('on a full disk an array is kept whole or not at all, and smaller writes go on', async () => {
    const path = makePath()
    const store = openSqliteStore({ path, maxBytes: 200_000 })
    await store.saveRecords([makeRecord('kept')])
    const many = Array.from({ length: 300 }, (_, index) =>
      makeRecord(`many-${index}`, { bytes: new Uint8Array(1000) }),
    )
    await store.searchRecords(Float32Array.of(1, 0), { limit: 1 })
    await expect(store.saveRecords(many)).toRejectDso('STORE_FULL')
    const bytes = new Uint8Array(300_000)
    const operation = { cid: 'x', author: 'a', seq: 0, prev: undefined, bytes }
    await expect(store.appendOperation(operation)).toRejectDso('STORE_FULL')
    await store.saveRecords([makeRecord('small')])
    const hits = await store.searchRecords(Float32Array.of(1, 0), { limit: 10 })
    expect(hits.map(({ record }) => record.cid)).toEqual(['kept', 'small'])
    await store.close()

    const reopened = openSqliteStore({ path })
    expect((await reopened.listRecords()).map(({ cid }) => cid)).toEqual(['kept', 'small'])
    expect(await reopened.listHeads()).toEqual([])
    await reopened.close()
  })

  test('a file of a newer version is refused and left as it is', async () => {
    const path = makePath()
    await openSqliteStore({ path }).close()
    tamper(path, 'PRAGMA user_version = 1000')
    const before = readFileSync(path)
    expect(() => openSqliteStore({ path })).toThrowDso('STORE_VERSION_NEWER')
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('what is no store is refused and left as it is', () => {
    const text = makePath()
    writeFileSync(text, 'These are the words of somebody else. '.repeat(100))
    const cassette = makePath()
    openSqliteCassette({ path: cassette }).close()
    const foreign = makePath()
    tamper(foreign, 'CREATE TABLE somebody (name)')
    const odd = makePath()
    tamper(odd, `PRAGMA application_id = ${0x44534f31}; PRAGMA user_version = -1`)
    for (const path of [text, cassette, foreign, odd]) {
      const before = readFileSync(path)
      expect(() => openSqliteStore({ path })).toThrowDso('STORE_CORRUPT')
      expect(readFileSync(path).equals(before)).toBe(true)
    }
  })

  test('a path that cannot be a file is a failure of the storage', () => {
    const folder = makeFolder()
    expect(() => openSqliteStore({ path: folder })).toThrowDso('STORE_FAILED')
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(() => openSqliteStore({ path: join(file, 'store') })).toThrowDso('STORE_FAILED')
  })

  test('a damaged row is named, and the others are still served', async () => {
    const path = makePath()
    const store = openSqliteStore({ path })
    await store.saveRecords([makeRecord('bad'), makeRecord('good')])
    tamper(path, "UPDATE record_bodies SET embedding = x'010203' WHERE id = 1")
    await expect(store.getRecord('bad')).rejects.toMatchObject({
      code: 'STORE_CORRUPT',
      details: { cid: 'bad' },
    })
    expect(await store.getRecord('good')).toBeDefined()
    await store.close()
  })

  test('overwritten pages are found out', async () => {
    const path = makePath()
    const store = openSqliteStore({ path })
    await store.saveRecords(
      Array.from({ length: 100 }, (_, index) =>
        makeRecord(`x-${index}`, { bytes: new Uint8Array(1000) }),
      ),
    )
    await store.close()
    const file = readFileSync(path)
    // The last bodies: the schema must stay readable for the store to open.
    writeFileSync(path, file.fill(0xa5, file.length - 10 * 4096))
    const damaged = openSqliteStore({ path })
    await expect(damaged.listRecords()).toRejectDso('STORE_CORRUPT')
    await damaged.close()
  })
})
