import { withProgress } from '../src/cli/output/with-progress.ts'
import { DsoError } from '../src/protocol/errors.ts'
import type { Bench } from './bench.ts'
import { BENCH_OPTIONS_HELP, readBenchOptions } from './common/bench-options.ts'
import { loadRealEmbeddings } from './common/real-embeddings.ts'
import { openRival, type SimsimdRival } from './common/rivals.ts'
import { type MissingFigure, writeFigures } from './common/write-figures.ts'
import { measureQuality } from './search/measure-quality.ts'
import { CODE_BYTES, CODES, measureSpeeds } from './search/measure-speeds.ts'

const SEED = 1

/** Real texts that are searched. */
const TEXTS = 12_000

const HELP = `Measures search over sign codes: 100,000 codes of 7680 bits against the memory bandwidth of the same run,
against simsimd and plain JavaScript; then what the two-level index finds among 12,000 embeddings of real texts.
A few minutes, longer the first time, when the texts are embedded; takes about 700 MB of memory.

Usage: npm run bench -- search [options]

${BENCH_OPTIONS_HELP}

Exit codes: 0 every measured goal met · 1 one not met, or a fault · 2 wrong usage · 130 interrupted.`

/** The bench behind `bench/results/search.json`. */
export const SEARCH_BENCH: Bench = {
  summary: 'search over sign codes, against memory bandwidth and rivals',
  help: HELP,
  run: benchSearch,
}

async function benchSearch(args: readonly string[]): Promise<boolean> {
  const { dataFolder, resultsFolder } = readBenchOptions(args)
  const notMeasured: MissingFigure[] = []
  const embeddings = await withProgress(
    { json: false, detail: () => 'embedding real texts' },
    async ({ signal, onProgress }) =>
      await loadRealEmbeddings({ count: TEXTS, dataFolder, signal, onProgress }),
  )
  const quality = measureQuality(embeddings)
  const simsimd = await openSimsimd(dataFolder, notMeasured)
  const { figures, nanoseconds } = await measureSpeeds(SEED, simsimd)
  return await writeFigures({
    bench: 'search',
    figures: [...figures, ...quality],
    notMeasured,
    resultsFolder,
    settings: { codes: CODES, codeBytes: CODE_BYTES, texts: TEXTS, seed: SEED },
    rivals: simsimd === undefined ? [] : [simsimd.name],
    nanoseconds,
  })
}

async function openSimsimd(
  dataFolder: string,
  notMeasured: MissingFigure[],
): Promise<SimsimdRival | undefined> {
  try {
    return await openRival('simsimd', { dataFolder })
  } catch (error) {
    if (!DsoError.is(error, 'RUNTIME_MISSING')) throw error
    notMeasured.push({ id: 'hamming-over-simsimd', reason: error.message })
    return undefined
  }
}
