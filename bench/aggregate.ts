import { DsoError } from '../src/protocol/errors.ts'
import { measureSpeeds, SIZES } from './aggregate/measure-speeds.ts'
import type { Bench } from './bench.ts'
import { BENCH_OPTIONS_HELP, readBenchOptions } from './common/bench-options.ts'
import type { NumpyRival } from './common/numpy.ts'
import { openRival } from './common/rivals.ts'
import { type MissingFigure, writeFigures } from './common/write-figures.ts'

const SEED = 7

const HELP = `Measures how long aggregation takes: medians of 100 vectors of 7680 values against seed B's listing and numpy,
votes over sign codes against the memory bandwidth of the same run, the robust recipe against the median.
About two minutes.

Usage: npm run bench -- aggregate [options]

${BENCH_OPTIONS_HELP}

Exit codes: 0 every measured goal met · 1 one not met, or a fault · 2 wrong usage · 130 interrupted.`

/** The bench behind `bench/results/aggregate.json`. */
export const AGGREGATE_BENCH: Bench = {
  summary: 'how long medians, votes and the robust recipe take',
  help: HELP,
  run: benchAggregate,
}

async function benchAggregate(args: readonly string[]): Promise<boolean> {
  const { dataFolder, resultsFolder } = readBenchOptions(args)
  const notMeasured: MissingFigure[] = []
  const numpy = await openNumpy(dataFolder, notMeasured)
  try {
    const { figures, nanoseconds } = await measureSpeeds(SEED, numpy)
    return await writeFigures({
      bench: 'aggregate',
      figures,
      notMeasured,
      resultsFolder,
      settings: { ...SIZES, seed: SEED },
      rivals: numpy === undefined ? [] : [numpy.name],
      nanoseconds,
    })
  } finally {
    await numpy?.close()
  }
}

async function openNumpy(
  dataFolder: string,
  notMeasured: MissingFigure[],
): Promise<NumpyRival | undefined> {
  try {
    return await openRival('numpy', { dataFolder })
  } catch (error) {
    if (!DsoError.is(error, 'RUNTIME_MISSING')) throw error
    notMeasured.push({ id: 'median-over-numpy', reason: error.message })
    return undefined
  }
}
