import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { FIGURE_IDS } from './figure-ids.ts'
import { makeFigure } from './figure.ts'
import { readFigures } from './read-figures.ts'
import { writeFigures } from './write-figures.ts'

let resultsFolder = ''
let printed = ''

beforeEach(async () => {
  resultsFolder = await mkdtemp(join(tmpdir(), 'dso-figures-'))
  printed = ''
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      printed += String(text)
      return true
    })
  }
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(resultsFolder, { recursive: true })
})

const met = makeFigure('met', 1 / 3, 'share', { min: 0.3 })
const open = makeFigure('open', 12, 'percent', null)
const missed = makeFigure('missed', 5, 'ratio', { max: 4 })

async function readBack(bench: string): Promise<string> {
  return await readFile(join(resultsFolder, `${bench}.json`), 'utf8')
}

describe('writeFigures', () => {
  test('writes what was measured, unrounded, with the machine and whatever is added', async () => {
    const figures = [met, open]
    expect(await writeFigures({ bench: 'made-up', figures, resultsFolder, rounds: 21 })).toBe(true)
    const text = await readBack('made-up')
    expect(JSON.parse(text)).toMatchObject({
      bench: 'made-up',
      figures,
      notMeasured: [],
      rounds: 21,
      machine: {
        cpu: expect.any(String),
        cores: expect.any(Number),
        loadAtBegin: expect.any(Number),
        loadAtEnd: expect.any(Number),
      },
    })
    expect(readFigures(text)).toEqual(figures)
    expect(await readdir(resultsFolder)).toEqual(['made-up.json'])
  })

  test('prints each figure with its goal and verdict', async () => {
    await writeFigures({ bench: 'made-up', figures: [met, open, missed], resultsFolder })
    expect(printed).toMatch(/met +0\.3333 +≥ 0\.3 +met/)
    expect(printed).toMatch(/open +12\.00%\n/)
    expect(printed).toMatch(/missed +5\.000 +≤ 4 +missed/)
  })

  test('one missed goal is enough to say no', async () => {
    expect(await writeFigures({ bench: 'x', figures: [met, missed], resultsFolder })).toBe(false)
  })

  test('a figure that the bench owes and that is nowhere is named, not invented', async () => {
    const reason = 'no Python here'
    await writeFigures({
      bench: 'aggregate',
      figures: [makeFigure('median-over-listing', 57, 'ratio', { min: 40 })],
      notMeasured: [{ id: 'median-over-numpy', reason }],
      resultsFolder,
    })
    const { notMeasured } = JSON.parse(await readBack('aggregate')) as {
      notMeasured: { id: string; reason: string }[]
    }
    const owed = FIGURE_IDS['aggregate']?.filter((id) => id !== 'median-over-listing')
    expect(notMeasured.map(({ id }) => id).toSorted()).toEqual(owed?.toSorted())
    expect(notMeasured).toContainEqual({ id: 'median-over-numpy', reason })
    expect(printed).toContain('Not measured: median-over-numpy (no Python here)')
  })

  test('two figures of one name are a mistake, and nothing is written', async () => {
    const figures = [met, { ...missed, id: 'met' }]
    await expect(writeFigures({ bench: 'x', figures, resultsFolder })).rejects.toThrow(RangeError)
    expect(await readdir(resultsFolder)).toEqual([])
  })
})

describe('readFigures', () => {
  test.each([
    ['{"figures": []}'],
    ['{"bench": "x", "figures": [{"id": "a b"}]}'],
    [
      '{"bench": "x", "figures": [{"id": "a", "value": "1", "unit": "ratio", "goal": null, "holds": null}]}',
    ],
    [
      '{"bench": "x", "figures": [{"id": "a", "value": 1, "unit": "furlong", "goal": null, "holds": null}]}',
    ],
  ])('refuses %s', (json) => {
    expect(() => readFigures(json)).toThrow(z.ZodError)
  })
})

test('no two benches owe figures of the same name', () => {
  const ids = Object.values(FIGURE_IDS).flat()
  expect(new Set(ids).size).toBe(ids.length)
})
