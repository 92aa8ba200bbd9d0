import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createFileBlockStore } from '../../src/storage/create-file-block-store.ts'
import { lockFolder } from '../../src/storage/lock-folder.ts'
import { openSqliteCassette } from '../../src/storage/open-sqlite-cassette.ts'
import { openSqliteStore } from '../../src/storage/open-sqlite-store.ts'
import { blockOf, completionOf, recordOf, vectorOf } from './storage-crash-content.ts'

/*
 * The process that storage-crash.test.ts kills. It writes without end and, once a write is acknowledged, prints a line
 * that says so; where an earlier process stopped, it goes on.
 */
const folder = process.argv[2] ?? ''
lockFolder(folder)
const store = openSqliteStore({ path: join(folder, 'store.sqlite') })
const blocks = createFileBlockStore({ folder: join(folder, 'blocks') })
const cassette = openSqliteCassette({ path: join(folder, 'cassette.sqlite') })

/** Synchronous, so that nothing acknowledged waits in this process when it is killed. */
function acknowledge(kind: string, seq: number, part = 0): void {
  writeSync(1, `${kind} ${seq} ${part}\n`)
}

const parts = [0, 1]
let head = (await store.listHeads())[0]
for (;;) {
  const seq = head === undefined ? 0 : head.seq + 1
  const bytes = blockOf(seq)
  const block = await blocks.put(bytes, { codec: 'raw' })
  acknowledge('block', seq)
  const cid = block.toString()
  await store.saveRecords(parts.map((part) => recordOf(seq, part)))
  for (const part of parts) acknowledge('record', seq, part)
  const puts = parts.map(async (part) => {
    const key = `${seq}.${part}`
    await cassette.put(key, completionOf(key))
    acknowledge('completion', seq, part)
    await cassette.embeddings.put(key, vectorOf(seq))
    acknowledge('embedding', seq, part)
  })
  await Promise.all(puts)
  await store.saveLibrary({ id: `v${seq}`, parent: undefined, experiences: [`${seq}`, cid] })
  acknowledge('library', seq)
  await store.saveCursor({ block: BigInt(seq), logIndex: seq })
  acknowledge('cursor', seq)
  await store.appendOperation({ cid, author: 'author', seq, prev: head?.cid, bytes })
  acknowledge('operation', seq)
  head = { author: 'author', seq, cid }
}
