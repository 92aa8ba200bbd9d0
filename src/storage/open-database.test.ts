import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolders } from '../../test/temporary-folders.ts'
import { openDatabase } from './open-database.ts'

const makeFolder = temporaryFolders()
const makePath = () => join(makeFolder(), 'data.sqlite')
const kind = 0x01020304
const first = 'CREATE TABLE notes (text TEXT NOT NULL) STRICT'
const second = "ALTER TABLE notes ADD COLUMN author TEXT NOT NULL DEFAULT 'nobody'"

function makeOld(path: string): void {
  const old = openDatabase({ path, kind, migrations: [first] })
  old.transact(() => old.connection.exec("INSERT INTO notes VALUES ('kept')"))
  old.close()
}

describe('openDatabase', () => {
  test('a commit is synced: WAL with synchronous FULL, and foreign keys are checked', () => {
    const { connection, close } = openDatabase({ path: makePath(), kind, migrations: [first] })
    expect(connection.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    expect(connection.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
    expect(connection.prepare('PRAGMA foreign_keys').get()).toEqual({ foreign_keys: 1 })
    close()
  })

  test('an older file is migrated, and a copy of it stays', () => {
    const path = makePath()
    makeOld(path)
    writeFileSync(`${path}.v1.bak.tmp`, 'left by a killed process')
    const now = openDatabase({ path, kind, migrations: [first, second] })
    expect(now.connection.prepare('SELECT * FROM notes').all()).toEqual([
      { text: 'kept', author: 'nobody' },
    ])
    now.close()
    const copy = openDatabase({ path: `${path}.v1.bak`, kind, migrations: [first] })
    expect(copy.connection.prepare('SELECT * FROM notes').all()).toEqual([{ text: 'kept' }])
    copy.close()
    expect(existsSync(`${path}.v1.bak.tmp`)).toBe(false)
  })

  test('a fresh or current file needs no copy', () => {
    const path = makePath()
    makeOld(path)
    openDatabase({ path, kind, migrations: [first] }).close()
    expect(readdirSync(dirname(path))).toEqual(['data.sqlite'])
  })

  test('a migration that fails leaves the old version', () => {
    const path = makePath()
    makeOld(path)
    const broken = `${second}; INSERT INTO nowhere VALUES (1)`
    expect(() => openDatabase({ path, kind, migrations: [first, broken] })).toThrowDso(
      'STORE_FAILED',
    )
    const old = openDatabase({ path, kind, migrations: [first] })
    expect(old.connection.prepare('SELECT * FROM notes').all()).toEqual([{ text: 'kept' }])
    old.close()
  })

  test('a full disk during the copy leaves the old version', () => {
    const path = makePath()
    makeOld(path)
    const huge = `${second}; INSERT INTO notes (text) VALUES (hex(zeroblob(1000000)))`
    const options = { path, kind, migrations: [first, huge], maxBytes: 100_000 }
    expect(() => openDatabase(options)).toThrowDso('STORE_FULL')
    openDatabase({ path, kind, migrations: [first] }).close()
  })

  test('a transaction that throws leaves nothing, and the next one works', () => {
    const { connection, transact, close } = openDatabase({
      path: makePath(),
      kind,
      migrations: [first],
    })
    const fault = new Error('midway')
    const insert = connection.prepare('INSERT INTO notes VALUES (?)')
    expect(() =>
      transact(() => {
        insert.run('lost')
        throw fault
      }),
    ).toThrow(fault)
    transact(() => insert.run('kept'))
    expect(connection.prepare('SELECT * FROM notes').all()).toEqual([{ text: 'kept' }])
    close()
  })
})
