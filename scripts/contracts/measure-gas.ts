import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './find-forge.ts'
import { listLogs, summariseTests } from './forge-report.ts'
import { formatSnapshot, type GasLine, readGasLines } from './gas-lines.ts'
import { listSolidity } from './hash-sources.ts'
import { readForgeRun, runForge } from './run-forge.ts'

/** The committed gas of every measured operation. */
const SNAPSHOT = path.join(ROOT, 'contracts/gas.json')
/** Where forge leaves what it compiled, unless the environment says otherwise. */
const ARTIFACTS = 'node_modules/.cache/forge/out'

/** Measures every gas line, each call in a transaction of its own. @throws Error when a test fails */
export async function measureGas(): Promise<GasLine[]> {
  const args = ['test', '--json', '-vv', '--isolate', '--match-path', 'contracts/test/gas/*']
  const run = await runForge(args)
  const report = readForgeRun(run)
  const { failures, tests } = summariseTests(report)
  if (run.status !== 0 || failures.length > 0) {
    throw new Error(`the gas could not be measured:\n${failures.join('\n') || run.stderr}`)
  }
  const lines = readGasLines(listLogs(report))
  if (lines.length === 0) throw new Error(`${tests} tests ran and reported no gas`)
  return lines
}

/** The committed snapshot; empty where there is none. */
export function readSnapshot(): Record<string, number> {
  return existsSync(SNAPSHOT)
    ? (JSON.parse(readFileSync(SNAPSHOT, 'utf8')) as Record<string, number>)
    : {}
}

/** Replaces the committed snapshot. */
export function writeSnapshot(lines: readonly GasLine[]): void {
  writeFileSync(SNAPSHOT, formatSnapshot(lines))
}

/** Bytes of each contract's code on chain, by name; interfaces, libraries without code and abstract contracts have none. */
export function readSizes(): Record<string, number> {
  const out = path.resolve(ROOT, process.env['FOUNDRY_OUT'] ?? ARTIFACTS)
  const sizes = listSolidity('contracts/src').flatMap((source) => {
    const folder = path.join(out, path.basename(source))
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [path.basename(file, '.json'), sizeOf(path.join(folder, file))] as const)
  })
  return Object.fromEntries(
    sizes.filter(([, size]) => size > 0).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}

function sizeOf(artifact: string): number {
  const { deployedBytecode } = JSON.parse(readFileSync(artifact, 'utf8')) as {
    deployedBytecode?: { object: string }
  }
  const digits = deployedBytecode?.object.replace(/^0x/, '') ?? ''
  return digits.length / 2
}
