import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { findDataFolder } from '../../src/node/data-folders.ts'
import { UsageError } from '../usage-error.ts'

/** What every bench may be told. */
export interface BenchOptions {
  /** Where what was fetched and computed is kept. */
  dataFolder: string
  /** Gets the results file. */
  resultsFolder: string
}

/** The lines of a bench's help about {@link BenchOptions}. */
export const BENCH_OPTIONS_HELP = `  --data-dir DIR    where fetched and computed data are kept (default: as for dso)
  --results DIR     gets the results file (default: bench/results)`

const RESULTS = fileURLToPath(new URL('../results', import.meta.url))

/** Reads `--data-dir` and `--results`. @throws UsageError for anything else; DsoError `OPTION_INVALID` */
export function readBenchOptions(args: readonly string[]): BenchOptions {
  const text = { type: 'string' } as const
  const options = { 'data-dir': text, results: text } satisfies ParseArgsConfig['options']
  try {
    const { results, 'data-dir': dataFolder } = parseArgs({ args: [...args], options }).values
    return {
      dataFolder: findDataFolder(dataFolder),
      resultsFolder: results === undefined ? RESULTS : resolve(results),
    }
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message)
    throw error
  }
}
