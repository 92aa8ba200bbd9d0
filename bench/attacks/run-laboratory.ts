import { Worker } from 'node:worker_threads'
import type { CallOptions } from '../../src/protocol/ports.ts'
import { AGGREGATORS } from './aggregators.ts'
import type { PreparedQueries } from './prepare-queries.ts'
import { prepareQueries } from './prepare-queries.ts'
import type { CellHits } from './run-concept.ts'
import type { LaboratorySettings } from './settings.ts'

/** What a worker is given. */
export interface WorkerTask {
  settings: LaboratorySettings
  seed: number
  prepared: readonly PreparedQueries[]
  /** Indices of the concepts that it attacks. */
  concepts: readonly number[]
}

/** What a worker says after each concept. */
export type ConceptsDone = readonly CellHits[]

/** One cell of the grid: hits of all its queries. */
export interface Cell extends CellHits {
  queries: number
}

/** All that was found. */
export interface LaboratoryResults {
  cells: Cell[]
  /** For each dispersion: noise of the queries, and what the mean of honest vectors answers. */
  queries: { dispersion: string; noise: number; cleanRecall: number }[]
}

/** Runs the whole grid on several threads; the result does not depend on their number. */
export async function runLaboratory(
  settings: LaboratorySettings,
  seed: number,
  { threads, signal, onProgress }: CallOptions & { threads: number },
): Promise<LaboratoryResults> {
  const prepared = await prepareQueries(settings, seed, {
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
  })
  const grid = createGrid(settings)
  let done = 0
  const all = Array.from({ length: settings.attacked }, (_, index) => index)
  const tasks = Array.from({ length: threads }, (_, thread) =>
    all.filter((index) => index % threads === thread),
  )
  await Promise.all(
    tasks.map(async (concepts) => {
      await runWorker({ settings, seed, prepared, concepts }, signal, (cells) => {
        grid.add(cells)
        done++
        onProgress?.({ stage: 'attacks', done, total: settings.attacked, unit: 'concepts' })
      })
    }),
  )
  return {
    cells: grid.cells(),
    queries: prepared.map(({ weight, cleanRecall }, i) => ({
      dispersion: settings.dispersions[i]!.id,
      noise: weight,
      cleanRecall,
    })),
  }
}

/** Adds up the hits of each cell. */
export function createGrid(settings: LaboratorySettings) {
  const cells = new Map<string, Cell>()
  return {
    add(found: ConceptsDone): void {
      for (const each of found) {
        const { aggregator, dispersion, attack, faultyPercent, hits } = each
        const key = [aggregator, dispersion, attack, faultyPercent].join()
        const cell = cells.get(key) ?? { ...each, hits: 0, queries: 0 }
        cell.hits += hits
        cell.queries += settings.queries
        cells.set(key, cell)
      }
    },
    /** In the order of the aggregators, dispersions and attacks, whichever came first. */
    cells(): Cell[] {
      const order = AGGREGATORS.flatMap(({ ids }) => ids)
      return [...cells.values()].sort(
        (a, b) => order.indexOf(a.aggregator) - order.indexOf(b.aggregator),
      )
    },
  }
}

async function runWorker(
  task: WorkerTask,
  signal: AbortSignal | undefined,
  onDone: (cells: ConceptsDone) => void,
): Promise<void> {
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: task })
  const stop = (): void => void worker.terminate()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', onDone)
      worker.once('error', reject)
      worker.once('exit', (code) => {
        if (code === 0) resolve()
        else reject(signal?.aborted === true ? signal.reason : new Error(`worker exit ${code}`))
      })
    })
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
