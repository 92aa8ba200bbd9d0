import { lookOf, writeData } from '../src/cli/output/terminal.ts'
import { withProgress } from '../src/cli/output/with-progress.ts'
import type { Bench } from './bench.ts'
import { describeCollection, describeErrors, describeStorage } from './codecs/describe-tables.ts'
import { errorFigures } from './codecs/error-figures.ts'
import { measureCollection } from './codecs/measure-collection.ts'
import { measureErrors, VECTORS } from './codecs/measure-errors.ts'
import { measureRetrieval } from './codecs/measure-retrieval.ts'
import { measureShifted } from './codecs/measure-shifted.ts'
import { measureSpeeds } from './codecs/measure-speeds.ts'
import { measureStorage } from './codecs/measure-storage.ts'
import { createMethods } from './codecs/methods.ts'
import { expandRows } from './codecs/real-codes.ts'
import { BENCH_OPTIONS_HELP, readBenchOptions } from './common/bench-options.ts'
import { loadRealEmbeddings } from './common/real-embeddings.ts'
import { writeFigures } from './common/write-figures.ts'

const HELP = `Measures what a vector costs on the wire and what is lost on the way: speed against memory.copy, error on six
synthetic sources and on the embeddings of real texts, and seed B's Tables 4 and 8 and seed A's storage table with
measured figures. Minutes; the first run fetches the texts (10 MB) and the encoder (23 MB) and embeds 12,500 texts.

Usage: npm run bench -- codecs [options]

${BENCH_OPTIONS_HELP}

Exit codes: 0 every measured goal met · 1 one not met, or a fault · 2 wrong usage · 3 something is missing ·
130 interrupted.`

const SEED = 4
/** Real texts in the collection. */
const TEXTS = 12_000

/** The bench behind `bench/results/codecs.json`. */
export const CODECS_BENCH: Bench = {
  summary: 'what a coded vector costs and loses, synthetic and real',
  help: HELP,
  run: benchCodecs,
}

async function benchCodecs(args: readonly string[]): Promise<boolean> {
  const { dataFolder, resultsFolder } = readBenchOptions(args)
  let detail = ''
  const measured = await withProgress(
    { json: false, detail: () => detail },
    async ({ signal, onProgress, progress }) => {
      detail = 'real texts'
      const real = await loadRealEmbeddings({ count: TEXTS, dataFolder, signal, onProgress })
      const step = async <T>(what: string, work: () => T): Promise<T> => {
        // A breath between two steps: otherwise nothing is shown, and no interruption heard.
        await new Promise((resolve) => setImmediate(resolve))
        signal.throwIfAborted()
        progress.note(what)
        return work()
      }
      // Time first: later steps leave garbage behind.
      const speeds = await step('speeds', () => measureSpeeds(SEED))
      const errors = await step('errors of synthetic vectors', () =>
        measureErrors(createMethods(SEED), SEED),
      )
      const codes = await step('codes of real texts', () => ({
        collection: expandRows(real.vectors, real.dimension),
        asked: expandRows(real.queries, real.dimension),
      }))
      return {
        speeds,
        errors,
        collection: await step('errors of real texts', () =>
          measureCollection(real, codes.collection),
        ),
        retrieval: await step('neighbours of real texts', () => measureRetrieval(real, codes)),
        shifted: await step('neighbours after a shift', () => measureShifted(real, SEED)),
        storage: await step('storage', () => measureStorage(real)),
      }
    },
  )
  const { speeds, errors, collection, retrieval, shifted, storage } = measured
  const look = lookOf(process.stdout)
  writeData(describeErrors(errors, look))
  writeData(describeCollection(collection.lines, look))
  writeData(describeStorage(storage.table, look))
  return await writeFigures({
    bench: 'codecs',
    figures: [
      ...speeds.figures,
      ...errorFigures(errors),
      ...retrieval,
      ...collection.figures,
      ...shifted,
      ...storage.figures,
    ],
    notMeasured: speeds.notMeasured,
    resultsFolder,
    settings: { seed: SEED, vectorsPerSource: VECTORS, texts: TEXTS },
    nanoseconds: speeds.nanoseconds,
    tables: { errors, collection: collection.lines, storage: storage.table },
  })
}
