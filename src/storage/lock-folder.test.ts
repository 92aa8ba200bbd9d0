import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { temporaryFolders } from '../../test/temporary-folders.ts'
import { lockFolder } from './lock-folder.ts'

const makeFolder = temporaryFolders()
const module = pathToFileURL(join(import.meta.dirname, 'lock-folder.ts')).href

/** A process that tries to lock a folder, says how it went, and lives until it is killed. */
async function startOther(folder: string) {
  const script = `
    import { lockFolder } from ${JSON.stringify(module)}
    let answer = 'locked'
    try { lockFolder(${JSON.stringify(folder)}) }
    catch (error) { answer = error.code + ' ' + error.details.pid }
    console.log(answer)
    setInterval(() => {}, 1e6)`
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  const kill = async () => {
    child.kill('SIGKILL')
    await closed
  }
  onTestFinished(kill)
  const [answer] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { answer, pid: child.pid, kill }
}

describe('lockFolder', () => {
  test('a folder is locked once, also within a process, until it is released', () => {
    const folder = join(makeFolder(), 'made')
    const lock = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrowDso('DATA_FOLDER_LOCKED')
    expect(() => lockFolder(join(folder, '.'))).toThrowDso('DATA_FOLDER_LOCKED')
    lock.release()
    lock.release()
    expect(existsSync(join(folder, 'lock.pid'))).toBe(false)
    using again = lockFolder(folder)
    expect(again.folder).toBe(folder)
  })

  test('folders do not hinder each other', () => {
    using first = lockFolder(makeFolder())
    using second = lockFolder(makeFolder())
    expect(first.folder).not.toBe(second.folder)
  })

  test('releasing twice does not release a successor', () => {
    const folder = makeFolder()
    const first = lockFolder(folder)
    first.release()
    using second = lockFolder(folder)
    first.release()
    expect(() => lockFolder(second.folder)).toThrowDso('DATA_FOLDER_LOCKED')
    expect(existsSync(join(folder, 'lock.pid'))).toBe(true)
  })

  test('a process that is killed lets the folder go, and until then is named', async () => {
    const folder = makeFolder()
    const other = await startOther(folder)
    expect(other.answer).toBe('locked')
    expect(() => lockFolder(folder)).toThrow(
      expect.objectContaining({
        code: 'DATA_FOLDER_LOCKED',
        details: { folder, pid: other.pid },
      }),
    )
    await other.kill()
    using lock = lockFolder(folder)
    expect(lock.folder).toBe(folder)
  })

  test('a refused attempt of this process does not let another process in', async () => {
    const folder = makeFolder()
    using _lock = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrowDso('DATA_FOLDER_LOCKED')
    const other = await startOther(folder)
    expect(other.answer).toBe(`DATA_FOLDER_LOCKED ${process.pid}`)
  })

  test.each(['', 'nonsense', '-5', '12 34', '9'.repeat(100)])(
    'a note that reads %j names nobody',
    (note) => {
      const folder = makeFolder()
      using _lock = lockFolder(folder)
      writeFileSync(join(folder, 'lock.pid'), note)
      expect(() => lockFolder(folder)).toThrow(
        expect.objectContaining({ details: { folder, pid: undefined } }),
      )
    },
  )

  test('what cannot be a folder is a failure of the storage', () => {
    const file = join(makeFolder(), 'file')
    writeFileSync(file, '')
    expect(() => lockFolder(file)).toThrowDso('STORE_FAILED')
  })
})
