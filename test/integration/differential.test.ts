import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generateVectors } from '../../scripts/generate/vectors.ts'
import { countCases } from '../count-cases.ts'
import { repository } from '../lint/files.ts'
import { temporaryFolders } from '../temporary-folders.ts'

/*
 * The TypeScript twin writes its answers to random cases to vectors/chain-*.json, and contracts/test/TwinVectors.t.sol
 * asks the contracts the same. Forge says whether they agree; here stands how many cases that are, and that the files hold
 * what the twin answers now.
 */

type Columns = Readonly<Record<string, readonly unknown[]>>

/** Tables of each file whose rows are cases, and comparisons in a row. */
const TABLES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'chain-median.json': { cases: 1 },
  'chain-merkle.json': { trees: 1, cases: 1 },
  'chain-typed-data.json': { verdicts: 1, manifests: 1, cosignatures: 1 },
  'chain-splits.json': { revenue: 1, slashes: 1, lost: 1, rejections: 1 },
  'chain-reward.json': { cases: 1, epochs: 1 },
  // Weights now and at a past second, of one account and of all.
  'chain-locks.json': { weights: 1, ends: 1, history: 4 },
  'chain-commitments.json': { lists: 1, challenges: 1, refutations: 1, weights: 1, sets: 1 },
}

const makeFolder = temporaryFolders()

function rowsOf(file: string, table: string): number {
  const text = readFileSync(join(repository, 'vectors', file), 'utf8')
  const [column = []] = Object.values((JSON.parse(text) as Record<string, Columns>)[table] ?? {})
  return column.length
}

test('TypeScript and Solidity are compared on ten thousand cases and more', () => {
  const solidity = readFileSync(join(repository, 'contracts/test/TwinVectors.t.sol'), 'utf8')
  const asserted = [...solidity.matchAll(/^ +assertCases\(.*, (\d+)\);$/gm)]
  const compared = asserted.reduce((sum, [, cases]) => sum + Number(cases), 0)
  const written = Object.entries(TABLES).flatMap(([file, tables]) =>
    Object.entries(tables).map(([table, each]) => each * rowsOf(file, table)),
  )
  expect(asserted).toHaveLength(written.length - 1)
  expect(compared).toBe(written.reduce((sum, cases) => sum + cases, 0))
  expect(compared).toBeGreaterThanOrEqual(10_000)
  countCases('differential-cases', compared)
})

test('the files hold what the twin answers now', async () => {
  const folder = makeFolder()
  await generateVectors(folder)
  for (const file of Object.keys(TABLES)) {
    const now = readFileSync(join(folder, file), 'utf8')
    const committed = readFileSync(join(repository, 'vectors', file), 'utf8')
    expect([file, now === committed]).toEqual([file, true])
  }
})
