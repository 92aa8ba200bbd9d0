import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolders } from '../../test/temporary-folders.ts'
import { createImportGraph } from '../contracts/import-graph.ts'
import type { Mutant } from './list-mutants.ts'
import { openVerdicts } from './verdict-store.ts'

const makeFolder = temporaryFolders()

const mutant: Mutant = {
  id: 'aa',
  file: 'contracts/src/MerkleLeaves.sol',
  line: 1,
  start: 0,
  end: 1,
  operator: 'constant',
  replacement: '0',
  diff: '',
}
const TEST = 'contracts/test/MerkleLeaves.t.sol'
const by = `${TEST} MerkleLeavesTest test_a()`
const graph = createImportGraph(
  new Map([[TEST, 'import {MerkleLeaves} from "../src/MerkleLeaves.sol";']]),
)

describe('openVerdicts', () => {
  test('a killed mutant stays killed while its killer does not change', () => {
    const file = join(makeFolder(), 'verdicts.jsonl')
    openVerdicts({ graph, everything: 'before' }, file).save(mutant, { outcome: 'killed', by })
    expect(openVerdicts({ graph, everything: 'after' }, file).find(mutant)).toEqual({
      outcome: 'killed',
      by,
    })
    const another = createImportGraph(
      new Map([[TEST, 'import {MerkleLeaves} from "../src/MerklePositions.sol";']]),
    )
    expect(
      openVerdicts({ graph: another, everything: 'before' }, file).find(mutant),
    ).toBeUndefined()
  })

  test('a survivor is asked again when anything changes', () => {
    const file = join(makeFolder(), 'verdicts.jsonl')
    openVerdicts({ graph, everything: 'before' }, file).save(mutant, { outcome: 'survived' })
    expect(openVerdicts({ graph, everything: 'before' }, file).find(mutant)).toEqual({
      outcome: 'survived',
    })
    expect(openVerdicts({ graph, everything: 'after' }, file).find(mutant)).toBeUndefined()
  })

  test('a line that was cut off is passed over, and the last one counts', () => {
    const file = join(makeFolder(), 'verdicts.jsonl')
    const store = openVerdicts({ graph, everything: 'x' }, file)
    store.save(mutant, { outcome: 'survived' })
    store.save(mutant, { outcome: 'timeout' })
    appendFileSync(file, '{"id":"bb","outco')
    expect(openVerdicts({ graph, everything: 'x' }, file).find(mutant)).toEqual({
      outcome: 'timeout',
    })
  })

  test('a killer that is gone proves nothing', () => {
    const file = join(makeFolder(), 'verdicts.jsonl')
    const gone = 'contracts/test/Gone.t.sol GoneTest test_a()'
    appendFileSync(
      file,
      `${JSON.stringify({ id: 'aa', basis: 'b', outcome: 'killed', by: gone })}\n`,
    )
    expect(openVerdicts({ graph, everything: 'x' }, file).find(mutant)).toBeUndefined()
  })
})
