import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FIGURE_IDS } from './figure-ids.ts'
import { readFigures } from './read-figures.ts'

const bench = new URL('../', import.meta.url)
const page = readFileSync(new URL('README.md', bench), 'utf8')

/** Goal by figure, as the page's tables say. */
const rows = [...page.matchAll(/^\| `([a-z0-9/-]+)` \|.*<!-- figure:(.*?) -->.*\| ([^|]+) \|$/gm)]
const goals = new Map(rows.map(([, id = '', , goal = '']) => [id, goal]))

/** As the documents name it: some of the learning bench's figures are named as the demo's are. */
const nameOf = (bench: string, id: string): string => (bench === 'learning' ? `learning/${id}` : id)
const owed = Object.entries(FIGURE_IDS).flatMap(([name, ids]) => ids.map((id) => nameOf(name, id)))

describe('bench/README.md', () => {
  test('has one row for every figure that a bench owes, and quotes that figure in it', () => {
    expect(new Set(rows.map(([, id]) => id))).toEqual(new Set(owed))
    expect(rows).toHaveLength(owed.length)
    expect(rows.filter(([, id, quoted]) => id !== quoted)).toEqual([])
  })

  test('names the goals that the committed results were held to', () => {
    const folder = new URL('results/', bench)
    const files = existsSync(folder) ? readdirSync(folder) : []
    const figures = files
      .filter((file) => file.endsWith('.json') && file !== 'demo.json')
      .flatMap((file) =>
        readFigures(readFileSync(new URL(file, folder), 'utf8')).map((figure) => ({
          ...figure,
          id: nameOf(file.replace('.json', ''), figure.id),
        })),
      )
      .filter(({ id }) => goals.has(id))
    const measured = figures.map(({ id, goal }) => [id, goal ?? '–'])
    expect(measured).toEqual(figures.map(({ id }) => [id, goals.get(id)]))
  })
})
