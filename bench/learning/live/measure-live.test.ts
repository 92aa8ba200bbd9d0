import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { createCharacterModel } from '../../../test/fixtures/character-model.ts'
import { createHashEncoder } from '../../../test/fixtures/hash-encoder.ts'
import { LIVE_SEED, recordLiveUniverse } from '../../../test/fixtures/live-universe.ts'
import { temporaryFolders } from '../../../test/temporary-folders.ts'
import type { LanguageModel } from '../../../src/protocol/ports.ts'
import type { LiveAmounts } from './live-amounts.ts'
import { CLOCK_IDS, KEPT_IDS } from './live-figures.ts'
import type { LiveFigures } from './live-piece.ts'
import { measureLive } from './measure-live.ts'
import type { LiveParts } from './open-parts.ts'

const folderOf = temporaryFolders()

const AMOUNTS: Partial<LiveAmounts> = {
  tools: 4,
  calibrationTasks: 3,
  evaluations: 3,
  costTasks: 1,
  sequences: 2,
  rounds: 1,
  tenants: 20,
  switches: 20,
  creditSeeds: 1,
  creditTasks: 500,
}

/** Parts without weights, which count what was opened and asked. */
function partsOf(agent: LanguageModel) {
  const { name, hash, dimension } = createHashEncoder()
  const used = { opened: 0, closed: 0, asked: 0 }
  const counted = <T extends { close(): Promise<void> }>(part: T): Promise<T> => {
    used.opened++
    const close = async (): Promise<void> => {
      used.closed++
      await Promise.resolve()
    }
    return Promise.resolve({ ...part, close })
  }
  const model = createCharacterModel(agent)
  const parts: LiveParts = {
    identify: () => ({ name: agent.name, hash: agent.hash }),
    encoder: { name, hash, dimension },
    openModel: async () => {
      const opened = await counted(model)
      return {
        ...opened,
        // The agent answers at once, which nothing can be compared with.
        complete: async (request, options) => ({
          ...(await model.complete(request, options)),
          durationMs: 1,
        }),
        nextLogits: async (request, options) => {
          used.asked += request.contexts.length
          return await model.nextLogits(request, options)
        },
      }
    },
    openEncoder: async () => await counted(createHashEncoder()),
    openRuntime: async () =>
      await counted({
        describeWork: ({ system, turns, temperature, seed }, drawn) => {
          const words = [system, ...turns.map(({ text }) => text)].join(' ').match(/\s*\S+/g) ?? []
          return { prompt: words.map(() => 1), drawn, given: [], temperature, seed }
        },
        run: async () => {
          await new Promise((resolve) => setTimeout(resolve, 1))
        },
        close: async () => {
          await Promise.resolve()
        },
      }),
  }
  return { parts, used }
}

const idsOf = ({ figures }: LiveFigures): string[] => figures.map(({ id }) => id)
const figureOf = ({ figures }: LiveFigures, id: string) => figures.find((each) => each.id === id)

describe('measureLive', () => {
  const transcripts = folderOf()
  let agent: LanguageModel
  let live: LiveFigures
  let used: { opened: number; closed: number; asked: number }
  const measure = async (
    parts: LiveParts,
    more: Partial<Parameters<typeof measureLive>[0]> = {},
  ): Promise<LiveFigures> =>
    await measureLive({
      dataFolder: '',
      model: 'agent',
      seeds: [LIVE_SEED],
      threads: undefined,
      transcripts,
      amounts: AMOUNTS,
      parts,
      ...more,
    })

  beforeAll(async () => {
    agent = await recordLiveUniverse(transcripts)
    const fake = partsOf(agent)
    used = fake.used
    live = await measure(fake.parts)
  })

  test('gives every figure that it owes, and closes what it opened', () => {
    expect(idsOf(live).toSorted()).toEqual([...CLOCK_IDS, ...KEPT_IDS].toSorted())
    expect(live.notMeasured).toEqual([])
    expect(live.seeds).toEqual([LIVE_SEED])
    expect(used.opened).toBe(3)
    expect(used.closed).toBe(3)
    expect(used.asked).toBeGreaterThan(0)
  })

  test('lessons as experts do what the agent does with them in its context', () => {
    // Sure of itself in each context, it needs an exponent above one half to follow the lesson.
    const experts = live.details['experts'] as { calibrated: { alpha: number; mean: number } }
    expect(experts.calibrated).toMatchObject({ alpha: 1, mean: 1, plainMean: 0 })
    expect(figureOf(live, 'poe-minus-context')).toMatchObject({ value: 0, n: 8, tools: 4 })
    expect(figureOf(live, 'poe-evaluations-over-plain')?.value).toBe(2)
  })

  test('a second run finds every comparison kept; only what is timed is asked again', async () => {
    const again = partsOf(agent)
    const second = await measure(again.parts, { amounts: { ...AMOUNTS, costTasks: 0 } })
    expect(again.used.asked).toBe(0)
    for (const id of KEPT_IDS) expect(figureOf(second, id)).toEqual(figureOf(live, id))
    // The piece of the first run is wanted by the next tests.
    await measure(partsOf(agent).parts)
  })

  test('a replay opens nothing, computes the comparisons anew and keeps what the clock said', async () => {
    const before = await readFile(join(transcripts, 'live.json'), 'utf8')
    const kept = JSON.parse(before) as LiveFigures
    const { parts, used: opened } = partsOf(agent)
    // As much as the run did that is replayed, without being told.
    const replayed = await measure(parts, { mode: 'replay', amounts: {} })
    expect(opened.opened).toBe(0)
    expect(idsOf(replayed).toSorted()).toEqual(idsOf(live).toSorted())
    for (const id of CLOCK_IDS) expect(figureOf(replayed, id)).toEqual(figureOf(kept, id))
    for (const id of KEPT_IDS) expect(figureOf(replayed, id)).toEqual(figureOf(live, id))
    expect(replayed.machine).toEqual(kept.machine)
    expect(await readFile(join(transcripts, 'live.json'), 'utf8')).toBe(before)
  })

  test('a replay without the kept answers names what it cannot say', async () => {
    const folder = folderOf()
    const other = await recordLiveUniverse(folder)
    const replayed = await measure(partsOf(other).parts, { mode: 'replay', transcripts: folder })
    expect(idsOf(replayed)).toEqual(['credit-rank-correlation'])
    expect(replayed.notMeasured).toContainEqual({
      id: 'poe-minus-context',
      reason: 'needs a live run',
    })
    expect(existsSync(join(folder, 'live.dso'))).toBe(false)
  })

  test('without transcripts the clock is still asked', async () => {
    const notes: string[] = []
    const folder = folderOf()
    const found = await measure(partsOf(agent).parts, {
      transcripts: folder,
      onNote: (note) => notes.push(note),
    })
    expect(found.seeds).toEqual([])
    expect(figureOf(found, 'rollout-throughput-over-runtime')?.value).toBeGreaterThan(0)
    expect(found.notMeasured.map(({ id }) => id)).toContain('token-prior-minus-none')
    expect(notes[0]).toContain(`no transcript of api-house-rules ${LIVE_SEED}`)
  })

  test('a run that is stopped keeps what was answered', async () => {
    const folder = folderOf()
    const other = await recordLiveUniverse(folder)
    const stop = new AbortController()
    const stopped = measure(partsOf(other).parts, {
      transcripts: folder,
      signal: stop.signal,
      onNote: (note) => {
        if (note.includes('test with exponent')) stop.abort(new Error('enough'))
      },
    })
    await expect(stopped).rejects.toThrow('enough')
    expect(existsSync(join(folder, 'live.dso'))).toBe(true)
    expect(existsSync(join(folder, 'live.json'))).toBe(false)
    const { parts, used: rest } = partsOf(other)
    await measure(parts, { transcripts: folder })
    expect(rest.asked).toBeLessThan(used.asked)
    await rm(folder, { recursive: true })
  })
})
