import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { openModel } from '../node/open-model.ts'
import type { Report, TimelineEvent } from '../protocol/report/report.ts'
import { formatReport } from '../protocol/report/report-format.ts'
import { renderHtml } from '../report/render-html.ts'
import { lockFolder } from '../storage/lock-folder.ts'
import { writeRecording } from '../storage/write-recording.ts'
import { buildReport } from './build-report.ts'
import type { DemoFiles, DemoOptions, DemoProgress, DemoTiming } from './demo-options.ts'
import { createMeteredModel } from './metered-model.ts'
import { predictCalls } from './predict-calls.ts'
import { runUniverse, type UniverseRun } from './run-universe.ts'
import { settingsOf, takesGroups } from './settings.ts'

/** What {@link runDemo} reports while it works, and how it is stopped. */
export interface RunDemoOptions {
  signal?: AbortSignal | undefined
  /** Called whenever something moved. */
  onProgress?: ((progress: DemoProgress) => void) | undefined
  /** Things worth a line: an experience accepted, an entry slashed. */
  onEvent?: ((line: string) => void) | undefined
}

/** What a run left. */
export interface DemoResult {
  report: Report
  timing: DemoTiming
  files: DemoFiles
}

/**
 * The main job: agents practise, share what their gate proved, check what others share, and are tested against every
 * baseline, on a real model, chain, network and database. Finished model calls are kept, so a run that was stopped
 * goes on where it was; the report holds no wall-clock time, so that a replay gives the same bytes.
 *
 * @throws DsoError `DATA_FOLDER_LOCKED`, `WEIGHTS_UNREACHABLE`, `RECORDING_MISS`, `CHAIN_EXITED`, and what the parts throw
 */
export async function runDemo(
  options: DemoOptions,
  call: RunDemoOptions = {},
): Promise<DemoResult> {
  const { signal, onProgress, onEvent } = call
  const folder = join(options.dataFolder, 'demo')
  await mkdir(folder, { recursive: true })
  using _lock = lockFolder(folder)
  const clock = createStopwatch()
  const progress: DemoProgress = { stage: 'weights', detail: '', callsDone: 0, callsPredicted: 0 }
  const tell = (change: Partial<DemoProgress>): void => {
    Object.assign(progress, change)
    onProgress?.({ ...progress })
  }

  clock.enter('weights')
  const opened = await openModel(options.source, {
    dataFolder: options.dataFolder,
    threads: options.threads,
    maxCalls: options.maxCalls,
    signal,
    onProgress: ({ stage, done, total, unit }) => tell({ stage, units: { done, total, unit } }),
  })
  try {
    delete progress.units
    const model = createMeteredModel(opened.model, () =>
      tell({ callsDone: progress.callsDone + 1 }),
    )
    const tools = options.agents * options.toolsPerAgent
    const predictions = options.seeds.map((seed) =>
      predictCalls(
        { ...settingsOf(options.size, seed), groupPrompt: takesGroups(options.source) },
        tools,
      ),
    )
    const callsPredicted = predictions.reduce(
      (sum, each) => sum + each.practice + each.review + each.test,
      0,
    )
    tell({ callsPredicted })

    const timeline: TimelineEvent[] = []
    const universes: UniverseRun[] = []
    for (const seed of options.seeds) {
      const universe = await runUniverse({
        seed,
        options,
        model,
        encoder: opened.encoder,
        signal,
        onStage: (stage, detail) => {
          clock.enter(stage)
          tell({ stage, detail })
        },
        onEvent: (event) => {
          const modelSeconds = Math.round(model.modelMs()) / 1000
          const several = options.seeds.length > 1 && event.agent !== null
          const agent = several ? `${seed}/${event.agent}` : event.agent
          timeline.push({ order: timeline.length, modelSeconds, ...event, agent })
          onEvent?.(`${event.agent ?? event.stage}: ${event.event} (${event.detail})`)
        },
      })
      universes.push(universe)
    }
    const { encoder } = opened
    const report = buildReport({
      options,
      universes,
      predictions,
      stages: model.stages(),
      timeline,
      model,
      encoder,
    })
    clock.enter('report')
    if (options.recordTo !== undefined)
      await writeRecording({ path: options.recordTo, entries: opened.listUsed() })
    const timing = clock.stop({ made: opened.usage().callsMade, distinct: model.calls() })
    return { report, timing, files: await writeRun(options.runsFolder, report, timing) }
  } finally {
    await opened.close()
  }
}

/** Wall time by stage; a stage that is entered again goes on counting. */
function createStopwatch() {
  const startedAt = new Date()
  const stages = new Map<string, number>()
  let current = ''
  let since = performance.now()
  const book = (): void => {
    const now = performance.now()
    if (current !== '') stages.set(current, (stages.get(current) ?? 0) + (now - since) / 1000)
    since = now
  }
  return {
    enter: (stage: string): void => {
      book()
      current = stage
    },
    stop: ({ made, distinct }: { made: number; distinct: number }): DemoTiming => {
      book()
      const rows = [...stages].map(([stage, seconds]) => ({
        stage,
        seconds: Math.round(seconds * 10) / 10,
      }))
      const totalSeconds = rows.reduce((sum, { seconds }) => sum + seconds, 0)
      return {
        startedAt: startedAt.toISOString(),
        stages: rows,
        totalSeconds,
        cores: availableParallelism(),
        callsMade: made,
        callsFromEarlierRuns: Math.max(0, distinct - made),
      }
    },
  }
}

/** Writes a run's folder under a temporary name first: a folder in `runs` is always complete. */
async function writeRun(
  runsFolder: string,
  report: Report,
  timing: DemoTiming,
): Promise<DemoFiles> {
  const id = timing.startedAt.replaceAll(/[:.]/g, '-').replace('T', '_').slice(0, 19)
  const folder = join(runsFolder, `${id}-${randomUUID().slice(0, 4)}`)
  const draft = `${folder}.partial`
  await mkdir(draft, { recursive: true })
  await writeFile(join(draft, 'report.json'), formatReport(report))
  await writeFile(join(draft, 'report.html'), renderHtml(report))
  await writeFile(join(draft, 'timing.json'), `${JSON.stringify(timing, undefined, 2)}\n`)
  await rename(draft, folder)
  return {
    folder,
    reportJson: join(folder, 'report.json'),
    reportHtml: join(folder, 'report.html'),
    timingJson: join(folder, 'timing.json'),
  }
}
