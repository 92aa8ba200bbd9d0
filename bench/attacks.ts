import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { withProgress } from '../src/cli/output/with-progress.ts'
import { figuresOf } from './attacks/figures.ts'
import { gridOf } from './attacks/grid.ts'
import { runLaboratory } from './attacks/run-laboratory.ts'
import { PUBLISHED_SETTINGS } from './attacks/settings.ts'
import type { Bench } from './bench.ts'
import { readBenchOptions } from './common/bench-options.ts'
import { writeFigures } from './common/write-figures.ts'
import { UsageError } from './usage-error.ts'

/** Not used while the recipe was designed. */
const PUBLISHED_SEED = 7

const MAX_SEED = 2 ** 32 - 1
const MAX_THREADS = 64

const HELP = `Measures what liars can do to an aggregate: twelve attacks, three dispersions of the honest, 0 to 49 percent liars,
every aggregator. A hundred vectors of 7680 dimensions make one of 2,000 concepts; its queries are then asked.
About ten minutes on two cores.

Usage: npm run bench -- attacks [options]

  --seed N          everything random comes from it (default: ${PUBLISHED_SEED}; design with 1000 and above)
  --threads N       threads (default: the cores); the results do not depend on them
  --results DIR     gets the results file (default: bench/results)

Exit codes: 0 every measured goal met · 1 one not met, or a fault · 2 wrong usage · 130 interrupted.`

/** The bench behind `bench/results/attacks.json`. */
export const ATTACKS_BENCH: Bench = {
  summary: 'what liars can do to an aggregate, by every aggregator',
  help: HELP,
  run: benchAttacks,
}

async function benchAttacks(args: readonly string[]): Promise<boolean> {
  const { seed, threads, resultsFolder } = readOptions(args)
  const settings = PUBLISHED_SETTINGS
  const results = await withProgress(
    { json: false, detail: () => `seed ${seed}` },
    async ({ signal, onProgress }) =>
      await runLaboratory(settings, seed, { threads, signal, onProgress }),
  )
  return await writeFigures({
    bench: 'attacks',
    figures: figuresOf(settings, results.cells),
    resultsFolder,
    settings: { ...settings, seed },
    queries: results.queries,
    grid: gridOf(settings, results.cells),
  })
}

function readOptions(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { seed: text, threads: text, results: text, 'data-dir': text },
    })
    const { seed = String(PUBLISHED_SEED), threads = String(availableParallelism()) } = values
    const common = Object.entries(values)
      .filter(([name]) => name === 'results' || name === 'data-dir')
      .flatMap(([name, value]) => [`--${name}`, value])
    return {
      seed: wholeNumber('--seed', seed, 0, MAX_SEED),
      threads: wholeNumber('--threads', threads, 1, MAX_THREADS),
      resultsFolder: readBenchOptions(common).resultsFolder,
    }
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message)
    throw error
  }
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (/^[0-9]{1,10}$/.test(text) && value >= least && value <= most) return value
  throw new UsageError(`${option}: ${JSON.stringify(text)} is no whole number ${least} to ${most}.`)
}
