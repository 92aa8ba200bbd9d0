import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { testBlockStore } from '../../test/compliance/block-store.ts'
import { temporaryFolders } from '../../test/temporary-folders.ts'
import { computeCid } from '../protocol/encoding/compute-cid.ts'
import { createFileBlockStore } from './create-file-block-store.ts'

const makeFolder = temporaryFolders()
const block = Uint8Array.of(1, 2, 3)
const cid = computeCid(block, 'raw')

function pathIn(folder: string, name: string): string {
  return join(folder, name.slice(-3, -1), name)
}

testBlockStore('createFileBlockStore', () => {
  const folder = makeFolder()
  return {
    store: createFileBlockStore({ folder }),
    spoil: (spoilt, bytes) => writeFileSync(pathIn(folder, spoilt.toString()), bytes),
  }
})

/** What every open file inherits, so that a test can let the disk fail. */
async function fileHandlePrototype(): Promise<FileHandle> {
  const path = join(makeFolder(), 'probe')
  const handle = await open(path, 'w')
  await handle.close()
  await rm(path)
  return Object.getPrototypeOf(handle) as FileHandle
}

describe('createFileBlockStore', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  test('a block is one file in a folder named by the end of its CID', async () => {
    const folder = makeFolder()
    await createFileBlockStore({ folder }).put(block, { codec: 'raw' })
    expect(existsSync(pathIn(folder, cid.toString()))).toBe(true)
    expect(readdirSync(join(folder, 'unfinished'))).toEqual([])
  })

  test('blocks are there for a later store of the same folder', async () => {
    const folder = makeFolder()
    await createFileBlockStore({ folder }).put(block, { codec: 'raw' })
    expect(await createFileBlockStore({ folder }).get(cid)).toEqual(block)
  })

  test.each([
    ['ENOSPC', 'STORE_FULL'],
    ['EDQUOT', 'STORE_FULL'],
    ['EIO', 'STORE_FAILED'],
  ] as const)('%s while writing is %s and leaves nothing', async (code, expected) => {
    const folder = makeFolder()
    const store = createFileBlockStore({ folder })
    const fault = Object.assign(new Error(code), { code, errno: -1 })
    for (const step of ['writeFile', 'sync'] as const) {
      vi.spyOn(await fileHandlePrototype(), step).mockRejectedValueOnce(fault)
      await expect(store.put(block, { codec: 'raw' })).toRejectDso(expected)
      expect(await store.has(cid)).toBe(false)
      expect(readdirSync(join(folder, 'unfinished'))).toEqual([])
    }
    await store.put(block, { codec: 'raw' })
    expect(await store.get(cid)).toEqual(block)
  })

  test('a put that is aborted while writing leaves nothing', async () => {
    const folder = makeFolder()
    const store = createFileBlockStore({ folder })
    const controller = new AbortController()
    const putting = store.put(block, { codec: 'raw', signal: controller.signal })
    controller.abort(new Error('enough'))
    await expect(putting).rejects.toThrow('enough')
    expect(await store.has(cid)).toBe(false)
    expect(readdirSync(join(folder, 'unfinished'))).toEqual([])
  })

  test('what a killed process left half-written is removed, what this one writes is not', () => {
    const folder = makeFolder()
    createFileBlockStore({ folder })
    const unfinished = join(folder, 'unfinished')
    writeFileSync(join(unfinished, '1-left'), 'x')
    writeFileSync(join(unfinished, `${process.pid}-mine`), 'x')
    createFileBlockStore({ folder })
    expect(readdirSync(unfinished)).toEqual([`${process.pid}-mine`])
  })

  test('a folder or a link in place of a block is not followed', async () => {
    const folder = makeFolder()
    const store = createFileBlockStore({ folder })
    const path = pathIn(folder, cid.toString())
    mkdirSync(path, { recursive: true })
    await expect(store.get(cid)).toRejectDso('BLOCK_CORRUPT')
    await rm(path, { recursive: true })
    const elsewhere = join(folder, 'elsewhere')
    writeFileSync(elsewhere, block)
    symlinkSync(elsewhere, path)
    await expect(store.get(cid)).toRejectDso('BLOCK_CORRUPT')
    await store.put(block, { codec: 'raw' })
    expect(await store.get(cid)).toEqual(block)
  })

  test('a folder that cannot be made is a failure of the storage', () => {
    const file = join(makeFolder(), 'file')
    writeFileSync(file, '')
    expect(() => createFileBlockStore({ folder: join(file, 'blocks') })).toThrowDso('STORE_FAILED')
  })
})
