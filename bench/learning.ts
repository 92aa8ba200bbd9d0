import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { writeMessage } from '../src/cli/output/terminal.ts'
import { withProgress } from '../src/cli/output/with-progress.ts'
import { findDataFolder } from '../src/node/data-folders.ts'
import { DEFAULT_MODEL } from '../src/node/open-model.ts'
import type { Bench } from './bench.ts'
import { writeFigures } from './common/write-figures.ts'
import { callsPerLessonFigures } from './learning/calls-per-lesson.ts'
import { createRunner } from './learning/create-runner.ts'
import type { ModesOutcome } from './learning/modes-outcome.ts'
import type { LiveFigures } from './learning/live/live-piece.ts'
import { runLive } from './learning/live/run-live.ts'
import { type CellPlan, LIVE_SEEDS, MODES_PLAN, PLAN } from './learning/plan.ts'
import { renderReport } from './learning/render-report.ts'
import { type MeasuredCell, runCells, runModes } from './learning/run-cells.ts'
import { summarise } from './learning/summarise.ts'
import { UsageError } from './usage-error.ts'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))

const HELP = `DSO-bench: what a frozen model learns from its own attempts, what sharing adds, and what attacks take away.
Every answer that the published table rests on lies in bench/transcripts/learning, so the table is computed again in a
minute, without a model. What is not recorded is asked: hours on two cores; 1.1 GB of weights are fetched if they are
not here.

Usage: npm run bench -- learning [options]

  --suite NAME,…    only these suites (default: all that the table rests on)
  --seeds N         only the first N universes of each suite
  --replay          ask nothing: cells without a transcript are left out
  --model NAME      a language model of the weights' manifest (default: ${DEFAULT_MODEL})
  --transcripts DIR where answers are looked up and recorded (default: bench/transcripts/learning)
  --data-dir DIR    where the weights are, and the answers of a run that was stopped (default: as for dso)
  --threads N       CPU threads of the model (default: the cores that are useful for it)
  --results DIR     gets learning.json and learning.html (default: bench/results)

Stopped, it goes on where it was when started again. Exit codes: 0 every measured goal met · 1 one not met, or a
fault · 2 wrong usage · 3 something is missing · 130 interrupted.

Examples:
  npm run bench -- learning --replay                     the published table from the transcripts
  npm run bench -- learning --suite sql-conventions      one family, asking what is missing
  npm run bench -- learning --seeds 1 --transcripts /tmp/mine --results /tmp/mine   your own, from nothing`

/** The bench behind `bench/results/learning.json`. */
export const LEARNING_BENCH: Bench = {
  summary: 'what is learnt from own attempts and from others, against every plain memory',
  help: HELP,
  run: benchLearning,
}

/** What may be chosen. */
export interface LearningBenchOptions {
  plans: readonly CellPlan[]
  /** Whether the modes of learning are compared, and logits and clock measured, as well: where nothing was chosen. */
  isWhole: boolean
  mode: 'replay' | 'live'
  model: string
  transcripts: string
  dataFolder: string | undefined
  threads: number | undefined
  resultsFolder: string
}

/** Reads the command line. @throws UsageError */
export function readLearningOptions(args: readonly string[]): LearningBenchOptions {
  const { suite, seeds, replay, model, transcripts, threads, results, ...values } = parse(args)
  return {
    plans: choosePlans(suite, seeds),
    isWhole: suite === undefined && seeds === undefined,
    mode: replay ? 'replay' : 'live',
    model,
    transcripts:
      transcripts === undefined ? join(FOLDER, 'transcripts', 'learning') : resolve(transcripts),
    dataFolder: values['data-dir'],
    threads: threads === undefined ? undefined : wholeNumber('--threads', threads, 1024),
    resultsFolder: results === undefined ? join(FOLDER, 'results') : resolve(results),
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  const options = {
    suite: text,
    seeds: text,
    replay: { type: 'boolean', default: false },
    model: { ...text, default: DEFAULT_MODEL },
    transcripts: text,
    'data-dir': text,
    threads: text,
    results: text,
  } satisfies ParseArgsConfig['options']
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function choosePlans(suites: string | undefined, seeds: string | undefined): readonly CellPlan[] {
  const known = [...new Set(PLAN.map(({ suite }) => suite))]
  const wanted = suites?.split(',') ?? known
  const unknown = wanted.find((suite) => !known.includes(suite))
  if (unknown !== undefined) {
    throw new UsageError(
      `--suite: there is no ${JSON.stringify(unknown)}; there are ${known.join(', ')}.`,
    )
  }
  const most = seeds === undefined ? Infinity : wholeNumber('--seeds', seeds, 1000)
  const taken = new Map<string, number>()
  return PLAN.filter(({ suite }) => {
    const number = (taken.get(suite) ?? 0) + 1
    taken.set(suite, number)
    return wanted.includes(suite) && number <= most
  })
}

function wholeNumber(option: string, text: string, max: number): number {
  const value = Number(text)
  if (/^[0-9]{1,15}$/.test(text) && value >= 1 && value <= max) return value
  throw new UsageError(`${option}: ${JSON.stringify(text)} is no whole number 1 to ${max}.`)
}

async function benchLearning(args: readonly string[]): Promise<boolean> {
  const options = readLearningOptions(args)
  const dataFolder = findDataFolder(options.dataFolder)
  let detail = ''
  const { cells, modes, live } = await withProgress(
    { json: false, detail: () => detail },
    async ({ signal, onProgress, progress }) => {
      const compared = options.isWhole ? MODES_PLAN : []
      const total = options.plans.length + compared.length
      let done = 0
      const follow = {
        signal,
        onStage: (piece: string, stage: string, what: string) => {
          detail = what
          progress.update({
            stage: `${piece}, ${stage}`,
            detail: what,
            done,
            total,
            unit: 'pieces',
          })
        },
        onDone: (piece: string, callsMade: number) => {
          done++
          progress.note(`${piece}: ${callsMade} calls made`)
        },
      }
      await using runner = createRunner({ ...options, dataFolder, signal, onProgress })
      const cells = await runCells(options.plans, runner, follow)
      const modes = await runModes(compared, runner, follow)
      const { model, mode, threads, transcripts } = options
      const setting = { dataFolder, model, threads, transcripts, seeds: LIVE_SEEDS, signal }
      const onNote = (line: string): void => progress.note(line)
      const live = options.isWhole ? await runLive({ ...setting, mode, onNote }) : undefined
      return { cells, modes, live }
    },
  )
  if (cells.length === 0) throw new UsageError('Nothing of this is recorded; leave out --replay.')
  return await publish(cells, modes, live, options)
}

async function publish(
  cells: readonly MeasuredCell[],
  modes: readonly ModesOutcome[],
  live: LiveFigures | undefined,
  { resultsFolder }: LearningBenchOptions,
): Promise<boolean> {
  const summary = summarise(cells, {
    model: cells[0]!.model,
    modes,
    further: [...callsPerLessonFigures(modes), ...(live?.figures ?? [])],
  })
  await mkdir(resultsFolder, { recursive: true })
  const page = join(resultsFolder, 'learning.html')
  await writeFile(`${page}.partial`, renderReport(summary))
  await rename(`${page}.partial`, page)
  const { figures, ...tables } = summary
  const met = await writeFigures({
    bench: 'learning',
    figures,
    notMeasured: live?.notMeasured ?? [],
    resultsFolder,
    ...tables,
    /** What ran when the clock's figures were taken. */
    clock: live?.machine ?? null,
  })
  writeMessage(`Report   ${page}`)
  return met
}
