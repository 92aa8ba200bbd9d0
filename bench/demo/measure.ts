import { mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DemoOptions, DemoProgress, DemoTiming } from '../../src/demo/demo-options.ts'
import type { runDemo } from '../../src/demo/run-demo.ts'
import { checkReport } from '../../src/protocol/report/report-format.ts'
import type { Report } from '../../src/protocol/report/report.ts'
import { lockFolder } from '../../src/storage/lock-folder.ts'

/** What is measured. */
export interface MeasureOptions {
  /** Universes of the full run; the first is also that of the run of default size. */
  seeds: readonly number[]
  source: DemoOptions['source']
  /** Folder whose `weights/` are used; the bench keeps what it needs to resume in `bench/demo/`. */
  dataFolder: string
  threads: number | undefined
  /** Names the state of the sources: what was begun with others is thrown away. */
  sources: string
}

/** How a measurement is made, followed and stopped. */
export interface MeasurePorts {
  run: typeof runDemo
  signal?: AbortSignal | undefined
  onProgress?: ((part: PartName, progress: DemoProgress) => void) | undefined
  /** Things worth a line. */
  onNote?: ((line: string) => void) | undefined
}

/** The two runs of a measurement. */
export type PartName = 'full' | 'default'

/** One finished run. */
export interface MeasuredPart {
  seeds: readonly number[]
  report: Report
  timing: DemoTiming
  /** Path of its page. */
  reportHtml: string
}

/** The finished measurement. */
export interface Measurement {
  full: MeasuredPart
  default: MeasuredPart
}

/** What each run consists of: the published sizes. */
export const SIZES = {
  full: { size: 'full', agents: 4, toolsPerAgent: 3 },
  default: { size: 'default', agents: 4, toolsPerAgent: 2 },
} as const

/**
 * Runs the demo at both sizes, each with calls of its own, so that neither finds answers of the other or of earlier
 * runs; only the weights are shared. A measurement that was killed goes on where it was: a finished run is kept, an
 * unfinished one resumes, but then cannot be timed (see {@link minutesOf}). One that was finished begins anew.
 *
 * @throws DsoError `DATA_FOLDER_LOCKED`, and what `runDemo` throws
 */
export async function measureDemo(
  options: MeasureOptions,
  ports: MeasurePorts,
): Promise<Measurement> {
  const folder = join(options.dataFolder, 'bench', 'demo')
  using _lock = lockFolder(folder)
  const { seeds, source, threads, sources } = options
  const key = JSON.stringify({ seeds, source, threads, sources, sizes: SIZES })
  await openScratch(folder, key, ports)
  const [first = 1] = seeds
  const full = await measurePart('full', seeds, folder, options, ports)
  const single = await measurePart('default', [first], folder, options, ports)
  await writeState(folder, { key, finished: true })
  return { full, default: single }
}

/**
 * Wall minutes of a run for each of its seeds; null when it found answers of an earlier run, because its time would
 * then be that of a part of the work.
 */
export function minutesOf({
  seeds,
  timing,
}: Pick<MeasuredPart, 'seeds' | 'timing'>): number | null {
  return timing.callsFromEarlierRuns > 0 ? null : timing.totalSeconds / 60 / seeds.length
}

interface ScratchState {
  key: string
  finished: boolean
}

async function openScratch(folder: string, key: string, { onNote }: MeasurePorts): Promise<void> {
  const state = await readJson<ScratchState>(join(folder, 'state.json'))
  if (state?.key === key && !state.finished) {
    onNote?.('Going on with the measurement that was interrupted.')
    return
  }
  if (state !== undefined && !state.finished) {
    onNote?.('An interrupted measurement of other sources or options is thrown away.')
  }
  for (const name of ['full', 'default', 'full.json', 'default.json', 'runs']) {
    await rm(join(folder, name), { recursive: true, force: true })
  }
  await writeState(folder, { key, finished: false })
}

async function measurePart(
  name: PartName,
  seeds: readonly number[],
  folder: string,
  { dataFolder, source, threads }: MeasureOptions,
  { run, signal, onProgress, onNote }: MeasurePorts,
): Promise<MeasuredPart> {
  const finished = join(folder, `${name}.json`)
  const kept = await readJson<MeasuredPart>(finished)
  if (kept !== undefined) {
    onNote?.(`The ${name} run was finished before the interruption.`)
    return { ...kept, report: checkReport(kept.report) }
  }
  const { report, timing, files } = await run(
    {
      ...SIZES[name],
      seeds,
      source,
      dataFolder: await openCallsFolder(join(folder, name), dataFolder),
      runsFolder: join(folder, 'runs'),
      threads,
      recordTo: undefined,
    },
    {
      signal,
      onProgress: (progress) => onProgress?.(name, progress),
      onEvent: (line) => onNote?.(line),
    },
  )
  const part: MeasuredPart = { seeds, report, timing, reportHtml: files.reportHtml }
  await writeWhole(finished, JSON.stringify(part))
  return part
}

/** A data folder with calls of its own and the weights of another: a link, since a copy would take minutes. */
async function openCallsFolder(folder: string, dataFolder: string): Promise<string> {
  const weights = join(dataFolder, 'weights')
  await mkdir(weights, { recursive: true })
  await mkdir(folder, { recursive: true })
  await symlink(weights, join(folder, 'weights'), 'junction').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  })
  return folder
}

async function writeState(folder: string, state: ScratchState): Promise<void> {
  await writeWhole(join(folder, 'state.json'), JSON.stringify(state))
}

async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.partial`, text)
  await rename(`${path}.partial`, path)
}

async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
