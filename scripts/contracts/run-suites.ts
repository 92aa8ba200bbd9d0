import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { ROOT } from './find-forge.ts'
import { type ForgeReport, summariseTests } from './forge-report.ts'
import { readForgeRun, runForge } from './run-forge.ts'

/** Which tests run, and how. */
export interface RunSuitesOptions {
  /** Test files, relative to the repository. */
  files: readonly string[]
  /** Arguments of `forge test` beside the file. */
  args: readonly string[]
  env: Readonly<Record<string, string>>
  /** Changes whenever the result of a file may: what passed under the same key is not run again. */
  keyOf: (file: string) => string
  /** Folder of what passed. */
  folder?: string
  onDone?: (file: string, seconds: number) => void
}

const FOLDER = path.join(ROOT, 'node_modules/.cache/contracts/suites')

/**
 * Runs test files apart, as many at a time as there are cores, and keeps the report of each that passed: a run of hours
 * that was stopped goes on where it was.
 *
 * @throws Error when forge gives no report, with what it said
 */
export async function runSuites(options: RunSuitesOptions): Promise<ForgeReport> {
  const { files, folder = FOLDER } = options
  mkdirSync(folder, { recursive: true })
  const reports = new Map<string, ForgeReport>()
  const queue = [...files]
  const work = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      reports.set(file, await runSuite(file, { ...options, folder }))
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return Object.assign({}, ...files.map((file) => reports.get(file))) as ForgeReport
}

async function runSuite(
  file: string,
  { args, env, keyOf, folder, onDone }: RunSuitesOptions & { folder: string },
): Promise<ForgeReport> {
  const id = createHash('sha256')
    .update(JSON.stringify([keyOf(file), file, args, env]))
    .digest('hex')
  const kept = path.join(folder, `${id}.json`)
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as ForgeReport
  const run = await runForge(['test', '--json', `--match-path=${file}`, ...args], { env })
  const report = readForgeRun(run)
  if (summariseTests(report).failures.length === 0) writeFileSync(kept, JSON.stringify(report))
  onDone?.(file, run.milliseconds / 1000)
  return report
}
