import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, test } from 'vitest'
import { createSeededRandom } from '../../src/protocol/statistics/create-seeded-random.ts'
import { openSqliteStore } from '../../src/storage/open-sqlite-store.ts'
import { temporaryFolders } from '../temporary-folders.ts'

const makeFolder = temporaryFolders()
const child = join(import.meta.dirname, 'practice-crash-child.ts')
const KILLS = 6

/** One process from its start to its end. */
interface Life {
  signal: NodeJS.Signals | null
  code: number | null
  /** Keys of the calls that reached the model, in order. */
  made: string[]
  /** Keys of the calls that were answered and kept, in order, those of earlier lives included. */
  kept: string[]
  /** Id of the library at the end of practice; undefined when it was killed. */
  library: string | undefined
}

/**
 * Practises in a process that is killed as soon as it said that `killAfter` calls of its own were kept; its model
 * answers `answers` calls at most, so that it cannot come to an end before.
 */
async function live(folder: string, killAfter: number, answers: number): Promise<Life> {
  const writer = spawn(process.execPath, ['--no-warnings', child, folder, String(answers)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const closed = once(writer, 'close')
  const life: Life = { signal: null, code: null, made: [], kept: [], library: undefined }
  const open = new Set<string>()
  let fresh = 0
  for await (const line of createInterface(writer.stdout)) {
    const [what, detail = ''] = line.split(' ')
    if (what === 'library') life.library = detail
    if (what === 'made') {
      life.made.push(detail)
      open.add(detail)
    }
    if (what !== 'kept') continue
    life.kept.push(detail)
    if (open.delete(detail) && ++fresh === killAfter) writer.kill('SIGKILL')
  }
  const [code, signal] = (await closed) as [number | null, NodeJS.Signals | null]
  return { ...life, code, signal }
}

const uninterrupted = async (folder: string): Promise<Life> =>
  await live(folder, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER)

/** Everything that practice left in a store, by content. */
async function contentOf(folder: string) {
  const store = openSqliteStore({ path: join(folder, 'store.sqlite') })
  const content = { library: await store.getLibrary(), records: await store.listRecords() }
  await store.close()
  return content
}

describe('practice under kill -9', () => {
  test(`over ${KILLS} kills no finished call is made again, and the library is the same`, async () => {
    const whole = makeFolder()
    const reference = await uninterrupted(whole)
    expect(reference).toMatchObject({ code: 0, signal: null })
    const distinct = new Set(reference.made)
    expect(distinct.size).toBe(reference.made.length)
    expect(distinct.size).toBeGreaterThan(10 * KILLS)
    expect(reference.library).toMatch(/^[0-9a-f]{64}$/)

    const random = createSeededRandom('practice-crash')
    const folder = makeFolder()
    const lives: Life[] = []
    for (let kill = 0; kill < KILLS; kill++) {
      // Together the lives before the last cannot finish, wherever the kills fall.
      const killAfter = 1 + random.integer(Math.floor(distinct.size / (2 * KILLS)))
      lives.push(await live(folder, killAfter, killAfter + random.integer(4)))
      expect(lives.at(-1)).toMatchObject({ signal: 'SIGKILL', library: undefined })
    }
    const last = await uninterrupted(folder)
    lives.push(last)
    expect(last).toMatchObject({ code: 0, signal: null, library: reference.library })
    expect(await contentOf(folder)).toEqual(await contentOf(whole))

    const finished = new Set<string>()
    let inFlight = 0
    for (const { made, kept } of lives) {
      expect(made.filter((key) => finished.has(key))).toEqual([])
      for (const key of kept) finished.add(key)
      inFlight += made.filter((key) => !finished.has(key)).length
    }
    const made = lives.flatMap((life) => life.made)
    expect(new Set(made)).toEqual(distinct)
    expect(made.length).toBeLessThanOrEqual(distinct.size + inFlight)
    // Each life went on where the one before was killed.
    for (const life of lives) expect(life.made.length).toBeGreaterThan(0)
    expect(last.made.length).toBeLessThan(distinct.size)
  })

  test('practice that is finished makes no call when it is repeated', async () => {
    const folder = makeFolder()
    const first = await uninterrupted(folder)
    const again = await uninterrupted(folder)
    expect(again).toMatchObject({ code: 0, made: [], library: first.library })
    expect(new Set(again.kept)).toEqual(new Set(first.kept))
  })
})
