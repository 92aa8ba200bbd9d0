import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test, vi } from 'vitest'
import { makeCompletion, testCassette } from '../../test/compliance/cassette.ts'
import { temporaryFolders } from '../../test/temporary-folders.ts'
import { createMemoryCassette } from './create-memory-cassette.ts'
import { openSqliteCassette } from './open-sqlite-cassette.ts'

const makeFolder = temporaryFolders()
const makePath = () => join(makeFolder(), 'cassette.sqlite')

testCassette('openSqliteCassette', () => openSqliteCassette({ path: makePath() }))

describe('openSqliteCassette', () => {
  test('what was put is there after reopening, without closing first', async () => {
    const path = makePath()
    using first = openSqliteCassette({ path })
    await Promise.all([
      first.put('key', makeCompletion('text')),
      first.embeddings.put('key', Float32Array.of(1, 2)),
    ])
    using second = openSqliteCassette({ path })
    expect(await second.get('key')).toEqual(makeCompletion('text'))
    expect(await second.embeddings.get('key')).toEqual(Float32Array.of(1, 2))
  })

  test('puts of one turn share one transaction', async () => {
    const exec = vi.spyOn(DatabaseSync.prototype, 'exec')
    using cassette = openSqliteCassette({ path: makePath() })
    exec.mockClear()
    await Promise.all([
      cassette.put('a', makeCompletion('a')),
      cassette.put('b', makeCompletion('b')),
      cassette.embeddings.put('c', Float32Array.of(1)),
    ])
    expect(exec.mock.calls.filter(([sql]) => sql === 'COMMIT')).toHaveLength(1)
    exec.mockRestore()
  })

  test('on a full disk the puts of one turn all reject, none is kept, and smaller ones go on', async () => {
    using cassette = openSqliteCassette({ path: makePath(), maxBytes: 100_000 })
    const small = cassette.put('small', makeCompletion('x'))
    const large = cassette.put('large', makeCompletion('x'.repeat(200_000)))
    await expect(small).toRejectDso('STORE_FULL')
    await expect(large).toRejectDso('STORE_FULL')
    expect(await cassette.listEntries()).toEqual([])
    await cassette.put('small', makeCompletion('x'))
    expect(await cassette.get('small')).toEqual(makeCompletion('x'))
  })

  test('damaged rows are named', async () => {
    const path = makePath()
    using cassette = openSqliteCassette({ path })
    await cassette.put('a', makeCompletion('a'))
    await cassette.put('b', makeCompletion('b'))
    await cassette.embeddings.put('c', Float32Array.of(1))
    const other = new DatabaseSync(path)
    other.exec("UPDATE completions SET body = '{\"text\":1}' WHERE key = 'a'")
    other.exec("UPDATE completions SET body = '{' WHERE key = 'b'")
    other.exec("UPDATE embeddings SET vector = x'00' WHERE key = 'c'")
    other.close()
    for (const key of ['a', 'b']) await expect(cassette.get(key)).toRejectDso('STORE_CORRUPT')
    await expect(cassette.embeddings.get('c')).toRejectDso('STORE_CORRUPT')
    await expect(cassette.listEntries()).toRejectDso('STORE_CORRUPT')
  })

  test('entries are listed in order of key, as the memory cassette does', async () => {
    using cassette = openSqliteCassette({ path: makePath() })
    using memory = createMemoryCassette()
    for (const target of [cassette, memory]) {
      await target.put('b', makeCompletion('b'))
      await target.embeddings.put('a', Float32Array.of(1))
      await target.put('a', makeCompletion('a'))
    }
    const entries = await cassette.listEntries()
    expect(entries.map(({ kind, key }) => [key, kind])).toEqual([
      ['a', 'completion'],
      ['a', 'embedding'],
      ['b', 'completion'],
    ])
    expect(await memory.listEntries()).toEqual(entries)
  })
})
