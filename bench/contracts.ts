import { hashTestedSources, readReport } from '../scripts/contracts/report.ts'
import { readMutantsReport } from '../scripts/mutation/mutants-report.ts'
import type { Bench } from './bench.ts'
import { BENCH_OPTIONS_HELP, readBenchOptions } from './common/bench-options.ts'
import { writeFigures } from './common/write-figures.ts'
import { contractsFigures } from './contracts/figures.ts'

const HELP = `Publishes what is known of the contracts: tests, coverage, mutants, gas beside the seeds', attacks.
It measures nothing itself. The evidence comes from two long runs, whose reports are committed:

  npm run test:contracts -- --profile long    contracts/reports/long.json
  npm run mutate:contracts                    contracts/reports/mutants.json

A report of other sources or tests than the present ones counts as none.

Usage: npm run bench -- contracts [options]

${BENCH_OPTIONS_HELP}

Exit codes: 0 every measured goal met · 1 one not met, or a fault · 2 wrong usage.`

/** The bench behind `bench/results/contracts.json`. */
export const CONTRACTS_BENCH: Bench = {
  summary: 'tests, coverage, mutants, gas and attacks of the contracts',
  help: HELP,
  run: benchContracts,
}

async function benchContracts(args: readonly string[]): Promise<boolean> {
  const { resultsFolder } = readBenchOptions(args)
  const report = readReport('long')
  const mutants = readMutantsReport()
  const sources = hashTestedSources()
  const { figures, notMeasured } = contractsFigures({ report, mutants, sources })
  return await writeFigures({
    bench: 'contracts',
    figures,
    notMeasured,
    resultsFolder,
    sources,
    attacks: report?.attacks ?? [],
    gas: report?.gas ?? {},
    sizes: report?.sizes ?? {},
    notReached: report?.coverage?.missed ?? [],
    survivors: mutants?.survived ?? [],
  })
}
