import { mkdir, rename, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { lookOf, writeData, writeMessage } from '../src/cli/output/terminal.ts'
import { withProgress } from '../src/cli/output/with-progress.ts'
import { runDemo } from '../src/demo/run-demo.ts'
import { findDataFolder } from '../src/node/data-folders.ts'
import { manageWeights } from '../src/node/manage-weights.ts'
import { DEFAULT_MODEL, ENCODER_WEIGHTS } from '../src/node/open-model.ts'
import { renderTable } from '../src/report/render-table.ts'
import { describeFigures } from './demo/describe-figures.ts'
import { hashSources } from './demo/hash-sources.ts'
import { type Measurement, measureDemo } from './demo/measure.ts'
import { type DemoResults, formatResults } from './demo/results.ts'
import { summarise } from './demo/summarise.ts'
import type { Bench } from './bench.ts'
import { UsageError } from './usage-error.ts'

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url))

const HELP = `Measures what shared experience is worth: the demo at full size over several seeds, pooled, then once at
default size for its time. About an hour on two cores; 1.1 GB of weights are fetched if they are not here.

Usage: npm run bench -- demo [options]

  --seeds 5,6,7     universes of the full run, pooled (default: 5,6,7; 1 to 4 were looked at while this was built)
  --data-dir DIR    where the weights are, and what is needed to resume (default: as for dso)
  --threads N       CPU threads of the model (default: the cores that are useful for it)
  --results DIR     gets demo.json (default: bench/results)

Stopped, it goes on when started again with the same sources and options; a run that was resumed is not timed, and
its minutes are not written. Exit codes: 0 every measured goal met · 1 one not met, or a fault · 2 wrong usage ·
3 something is missing · 130 interrupted.`

const MAX_SEED = 2 ** 32 - 1
const MAX_THREADS = 1024

/** The bench behind `bench/results/demo.json`. */
export const DEMO_BENCH: Bench = {
  summary: 'what shared experience is worth, against every baseline',
  help: HELP,
  run: benchDemo,
}

/** What may be chosen. */
export interface DemoBenchOptions {
  seeds: readonly number[]
  dataFolder: string | undefined
  threads: number | undefined
  resultsFolder: string
}

/** Reads the command line. @throws UsageError */
export function readDemoBenchOptions(args: readonly string[]): DemoBenchOptions {
  const { seeds, threads, results, ...values } = parse(args)
  return {
    seeds: [...new Set(seeds.split(',').map((seed) => wholeNumber('--seeds', seed, 0, MAX_SEED)))],
    dataFolder: values['data-dir'],
    threads: threads === undefined ? undefined : wholeNumber('--threads', threads, 1, MAX_THREADS),
    resultsFolder: results === undefined ? join(REPOSITORY, 'bench', 'results') : resolve(results),
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      options: {
        seeds: { ...text, default: '5,6,7' },
        'data-dir': text,
        threads: text,
        results: text,
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function wholeNumber(option: string, text: string, min: number, max: number): number {
  const value = Number(text)
  if (/^ *[0-9]{1,15} *$/.test(text) && value >= min && value <= max) return value
  throw new UsageError(`${option}: ${JSON.stringify(text)} is no whole number ${min} to ${max}.`)
}

async function benchDemo(args: readonly string[]): Promise<boolean> {
  const { seeds, threads, resultsFolder, ...given } = readDemoBenchOptions(args)
  const dataFolder = findDataFolder(given.dataFolder)
  let detail = ''
  const measurement = await withProgress(
    { json: false, detail: () => detail },
    async ({ signal, onProgress, progress }) => {
      const weights = manageWeights(dataFolder)
      for (const name of [DEFAULT_MODEL, ENCODER_WEIGHTS]) {
        detail = name
        await weights.pull(name, { signal, onProgress })
      }
      return await measureDemo(
        {
          seeds,
          source: { kind: 'weights', name: DEFAULT_MODEL },
          dataFolder,
          threads,
          sources: hashSources(REPOSITORY),
        },
        {
          run: runDemo,
          signal,
          onNote: (line) => progress.note(line),
          onProgress: (part, { stage, detail: what, callsDone, callsPredicted, units }) => {
            const counted = units ?? { done: callsDone, total: callsPredicted, unit: 'calls' }
            progress.update({ stage: `${part} run, ${stage}`, detail: what, ...counted })
          },
        },
      )
    },
  )
  const results = summarise(measurement, {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    threads: threads ?? null,
  })
  const path = await writeResults(resultsFolder, results)
  tell(measurement, results, path)
  return results.figures.every(({ holds }) => holds !== false)
}

async function writeResults(folder: string, results: DemoResults): Promise<string> {
  const path = join(folder, 'demo.json')
  await mkdir(folder, { recursive: true })
  await writeFile(`${path}.partial`, formatResults(results))
  await rename(`${path}.partial`, path)
  return path
}

function tell({ full }: Measurement, results: DemoResults, path: string): void {
  const look = lookOf(process.stdout)
  writeData(renderTable(full.report, look))
  writeData(describeFigures(results, look))
  writeMessage(`\nFigures  ${path}\nReport   ${full.reportHtml}`)
  writeMessage('\nThe documents quote these figures: npm run generate')
}
