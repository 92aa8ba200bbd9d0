import { expect, test } from 'vitest'
import { listSolidity, readSolidity } from '../../scripts/contracts/hash-sources.ts'
import { createWorkspace } from '../../scripts/mutation/create-workspace.ts'
import { judgeMutant } from '../../scripts/mutation/judge-mutant.ts'
import { listMutants } from '../../scripts/mutation/list-mutants.ts'
import { analyseSources } from '../../scripts/mutation/solidity-ast.ts'

const MINUTES = 60_000
const FILE = 'contracts/src/BondVault.sol'

test(
  'a constructor that refuses nothing any more is noticed, and the copy is whole afterwards',
  async () => {
    const files = listSolidity('contracts/src')
    const sources = analyseSources(new Map(files.map((file) => [file, readSolidity(file)])))
    const { bytes } = sources.find(({ file }) => file === FILE)!
    const mutant = listMutants(sources).find(
      ({ file, operator, diff }) =>
        file === FILE && operator === 'deleted-check' && diff.includes('unbondingPeriod_ == 0'),
    )!
    const tests = { first: ['contracts/test/BondVault.t.sol'], rest: [] }
    using workspace = createWorkspace()
    const timeoutMs = 10 * MINUTES
    expect(await judgeMutant(mutant, { workspace, bytes, tests, timeoutMs })).toEqual({
      outcome: 'killed',
      by: `${tests.first[0]} BondVaultParameterTest test_refusesParametersOutOfBounds()`,
    })
    expect(await workspace.runTests(tests.first)).toMatchObject({ outcome: 'passed' })
  },
  25 * MINUTES,
)
