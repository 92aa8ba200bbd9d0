import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createInterface } from 'node:readline'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { computeCid } from '../../src/protocol/encoding/compute-cid.ts'
import { createSeededRandom } from '../../src/protocol/statistics/create-seeded-random.ts'
import { createFileBlockStore } from '../../src/storage/create-file-block-store.ts'
import { lockFolder } from '../../src/storage/lock-folder.ts'
import { openSqliteCassette } from '../../src/storage/open-sqlite-cassette.ts'
import { openSqliteStore } from '../../src/storage/open-sqlite-store.ts'
import { temporaryFolders } from '../temporary-folders.ts'
import { blockOf, completionOf, recordOf, vectorOf } from './storage-crash-content.ts'

const makeFolder = temporaryFolders()
const child = join(import.meta.dirname, 'storage-crash-child.ts')
const KILLS = 12

/**
 * Lets a process write into the folder and kills it as soon as `lines` acknowledgements were seen, which is at some
 * point of a later write. Returns all acknowledgements that it gave.
 */
async function writeAndKill(folder: string, lines: number): Promise<string[]> {
  const writer = spawn(process.execPath, ['--no-warnings', child, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(writer, 'close')
  const acknowledged: string[] = []
  for await (const line of createInterface(writer.stdout)) {
    acknowledged.push(line)
    if (acknowledged.length === lines) writer.kill('SIGKILL')
  }
  const [, signal] = (await closed) as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
  return acknowledged
}

/** Checks everything that was acknowledged so far, and that the files are sound. */
async function checkAll(folder: string, acknowledged: readonly string[]): Promise<void> {
  using _lock = lockFolder(folder)
  const store = openSqliteStore({ path: join(folder, 'store.sqlite') })
  const blocks = createFileBlockStore({ folder: join(folder, 'blocks') })
  using cassette = openSqliteCassette({ path: join(folder, 'cassette.sqlite') })
  const feed = await store.listOperations('author', 0, 1_000_000)
  expect(feed.map(({ seq }) => seq)).toEqual([...feed.keys()])
  const newest = Number((await store.getLibrary())?.experiences[0] ?? -1)
  const cursor = (await store.getCursor())?.logIndex ?? -1

  /** What is kept of an acknowledged write, beside what should be. */
  const compare = async (kind: string, seq: number, part: number): Promise<[unknown, unknown]> => {
    const key = `${seq}.${part}`
    switch (kind) {
      case 'block':
        return [await blocks.get(computeCid(blockOf(seq), 'raw')), blockOf(seq)]
      case 'record':
        return [await store.getRecord(key), recordOf(seq, part)]
      case 'completion':
        return [await cassette.get(key), completionOf(key)]
      case 'embedding':
        return [await cassette.embeddings.get(key), vectorOf(seq)]
      case 'library':
        return [newest >= seq, true]
      case 'cursor':
        return [cursor >= seq, true]
      default:
        return [feed[seq]?.bytes, blockOf(seq)]
    }
  }
  const lost: string[] = []
  for (const line of acknowledged) {
    const [kind = '', seq, part] = line.split(' ')
    const [kept, expected] = await compare(kind, Number(seq), Number(part))
    if (!isDeepStrictEqual(kept, expected)) lost.push(line)
  }
  expect(lost).toEqual([])
  // The two records of a step came in one transaction: both or neither.
  expect((await store.listRecords()).length % 2).toBe(0)
  expect(readdirSync(join(folder, 'blocks', 'unfinished'))).toEqual([])
  await store.close()
  for (const name of ['store.sqlite', 'cassette.sqlite']) {
    using connection = new DatabaseSync(join(folder, name), { readOnly: true })
    const found = connection.prepare('PRAGMA integrity_check').all().map(Object.values)
    expect(found).toEqual([['ok']])
    expect(connection.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  }
}

describe('storage under kill -9', () => {
  test(`nothing acknowledged is lost over ${KILLS} kills, and every file opens clean`, async () => {
    const random = createSeededRandom('storage-crash')
    const folder = makeFolder()
    const acknowledged: string[] = []
    for (let kill = 0; kill < KILLS; kill++) {
      acknowledged.push(...(await writeAndKill(folder, 1 + random.integer(60))))
      await checkAll(folder, acknowledged)
    }
    expect(acknowledged.length).toBeGreaterThan(KILLS)
  })
})
