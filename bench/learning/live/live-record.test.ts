import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { temporaryFolders } from '../../../test/temporary-folders.ts'
import type { Completion } from '../../../src/protocol/ports.ts'
import { liveKey } from './live-key.ts'
import { openLiveRecord } from './live-record.ts'

const folderOf = temporaryFolders()

const completion = (text: string): Completion => ({
  text,
  finish: 'stop',
  promptTokens: 1,
  completionTokens: 2,
  durationMs: 3,
})

describe('openLiveRecord', () => {
  test('makes a thing once, and finds it after it was saved', async () => {
    const path = join(folderOf(), 'live.dso')
    const make = vi.fn<() => Promise<Completion>>(() => Promise.resolve(completion('a')))
    const record = await openLiveRecord(path)
    expect(await record.keep('k', make)).toEqual(completion('a'))
    expect(await record.keep('k', make)).toEqual(completion('a'))
    expect(make).toHaveBeenCalledTimes(1)
    await record.saveAll()
    const again = await openLiveRecord(path)
    expect(await again.keep('k', make)).toEqual(completion('a'))
    expect(make).toHaveBeenCalledTimes(1)
  })

  test('a finished run leaves only what it used', async () => {
    const path = join(folderOf(), 'live.dso')
    const first = await openLiveRecord(path)
    for (const key of ['x', 'y']) await first.keep(key, () => Promise.resolve(completion(key)))
    await first.embeddings.put('x', Float32Array.of(1, 2))
    await first.saveAll()
    const second = await openLiveRecord(path)
    await second.keep('y', () => Promise.reject(new Error('made again')))
    await second.saveUsed()
    const third = await openLiveRecord(path)
    expect(await third.embeddings.get('x')).toBeUndefined()
    await expect(third.keep('x', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
    expect((await third.keep('y', () => Promise.reject(new Error()))).text).toBe('y')
  })

  test('what could not be made is not kept', async () => {
    const record = await openLiveRecord(join(folderOf(), 'live.dso'))
    await expect(record.keep('k', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect((await record.keep('k', () => Promise.resolve(completion('b')))).text).toBe('b')
  })
})

describe('liveKey', () => {
  test('everything that it is made of changes it', () => {
    const keys = [
      liveKey('product', 'm', [1]),
      liveKey('product', 'm', [2]),
      liveKey('product', 'n', [1]),
      liveKey('prior', 'm', [1]),
    ]
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys[0]).toBe(liveKey('product', 'm', [1]))
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/)
  })
})
