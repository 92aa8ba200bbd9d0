import { availableParallelism, cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DsoError } from '../../../src/protocol/errors.ts'
import type { CallOptions, Task } from '../../../src/protocol/ports.ts'
import { openSuite } from '../../../src/tasks/open-suite.ts'
import { HOUSE_RULES, HOUSE_TOOLS } from '../plan.ts'
import { LIVE_AMOUNTS, type LiveAmounts } from './live-amounts.ts'
import { createLiveAnswers } from './live-answers.ts'
import { CLOCK_IDS, KEPT_IDS, type MeasuredParts, liveFiguresOf } from './live-figures.ts'
import { type LiveFigures, readLivePiece, writeLivePiece } from './live-piece.ts'
import { type LiveRecord, openLiveRecord } from './live-record.ts'
import { gatherLiveTools } from './live-tools.ts'
import { measureExperts } from './measure-experts.ts'
import { measurePrior } from './measure-prior.ts'
import { type MeasuredThroughput, measureThroughput } from './measure-throughput.ts'
import { type LazyParts, openLazily } from './open-lazily.ts'
import { EMBEDDED_PARTS, type LiveParts, type LivePartsOptions } from './open-parts.ts'
import { simulateCredit } from './simulate-credit.ts'
import { timeSwitches } from './time-switches.ts'
import { timeTokens } from './time-tokens.ts'

/** What {@link measureLive} needs. */
export interface MeasureLiveOptions extends CallOptions {
  /** Holds `weights/`. */
  dataFolder: string
  /** Name in the manifest of the model. */
  model: string
  /** Universes of house rules, by whose transcripts the lessons are known. */
  seeds: readonly number[]
  threads: number | undefined
  /** Holds the transcripts of the cells; gets `live.dso` and `live.json`. @defaultValue the bench's own */
  transcripts?: string
  /** `replay`: no model; what follows from kept answers is computed anew, the clock's figures are those of the piece. */
  mode?: 'live' | 'replay'
  amounts?: Partial<LiveAmounts>
  onNote?: ((note: string) => void) | undefined
  /** What is measured. @defaultValue the embedded runtime */
  parts?: LiveParts
}

/** Where the bench's transcripts are kept. */
const TRANSCRIPTS = fileURLToPath(new URL('../../transcripts/learning', import.meta.url))

/**
 * Measures what needs logits or a clock: what our adapter loses against the runtime, lessons as experts against the same
 * lessons in the context, token priors against nothing, changes between tenants' priors, and what credit finds out.
 * Whatever the model answered is kept in `live.dso`, so that a run that was stopped goes on and the comparisons can be
 * recomputed without a model; the figures are written to `live.json`.
 *
 * @throws DsoError as the weights, the runtime and the recordings do; in a replay a figure that cannot be recomputed is
 * named as not measured instead
 */
export async function measureLive(options: MeasureLiveOptions): Promise<LiveFigures> {
  const { mode = 'live', transcripts = TRANSCRIPTS, parts = EMBEDDED_PARTS, seeds } = options
  const { signal, onNote } = options
  const piecePath = join(transcripts, 'live.json')
  const earlier = mode === 'replay' ? await readLivePiece(piecePath) : undefined
  const amounts: LiveAmounts = { ...LIVE_AMOUNTS, ...earlier?.amounts, ...options.amounts }
  const model = parts.identify(options.model)
  const loadAtBegin = minuteLoad()
  const record = await openLiveRecord(join(transcripts, 'live.dso'))
  const opening: LivePartsOptions = { ...options, sequences: amounts.sequences }
  await using lazy = openLazily(parts, opening, { record, mode })

  const { tools, missing } = await gatherLiveTools({ model, seeds, transcripts, amounts, signal })
  for (const seed of missing) onNote?.(`no transcript of ${HOUSE_RULES} ${seed}: left out`)
  onNote?.('credit of planted experiences')
  const measured: MeasuredParts = {
    credit: simulateCredit(amounts.creditSeeds, amounts.creditTasks),
  }
  if (mode === 'live') {
    onNote?.('switches between tenants')
    measured.switches = timeSwitches(amounts.tenants, amounts.switches)
    measured.throughput = await throughput(seeds, lazy, parts, opening, amounts, options)
  }
  if (tools.length > 0) {
    const answers = createLiveAnswers({
      record,
      hash: model.hash,
      openModel: lazy.openModel,
      signal,
    })
    measured.experts = await keeping(record, mode, () =>
      measureExperts({ tools, answers, amounts, signal, onNote }),
    )
    if (mode === 'live') {
      onNote?.('product of experts: cost of a token')
      const alpha = measured.experts?.calibrated.alpha || 1
      const timed = { tools, alpha, count: amounts.costTasks, signal }
      measured.cost = await timeTokens(await lazy.openModel(), timed)
    }
    measured.prior = await keeping(record, mode, () =>
      measurePrior({
        tools,
        answers,
        record,
        hash: model.hash,
        encoder: lazy.encoder,
        openModel: lazy.openModel,
        amounts,
        signal,
        onNote,
      }),
    )
  }

  const figures = [
    ...liveFiguresOf(measured),
    ...(earlier?.figures ?? []).filter(({ id }) => isClock(id)),
  ]
  const piece: LiveFigures = {
    model,
    seeds: seeds.filter((seed) => !missing.includes(seed)),
    amounts: { ...amounts },
    figures,
    notMeasured: [...CLOCK_IDS, ...KEPT_IDS]
      .filter((id) => !figures.some((figure) => figure.id === id))
      .map((id) => ({ id, reason: tools.length === 0 ? 'no transcripts' : 'needs a live run' })),
    machine:
      mode === 'live' ? describeMachine(options.threads, loadAtBegin) : (earlier?.machine ?? null),
    details: { ...earlier?.details, ...measured },
  }
  if (mode === 'live') {
    await record.saveUsed()
    await writeLivePiece(piecePath, piece)
  }
  return piece
}

/** Keeps what was answered, also where the work ends early; in a replay what is missing is no fault. */
async function keeping<T>(
  record: LiveRecord,
  mode: 'live' | 'replay',
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (mode === 'replay' && DsoError.is(error, 'RECORDING_MISS')) return undefined
    throw error
  } finally {
    if (mode === 'live') await record.saveAll()
  }
}

async function throughput(
  seeds: readonly number[],
  { openModel }: LazyParts,
  parts: LiveParts,
  opening: LivePartsOptions,
  { sequences, rounds }: LiveAmounts,
  { signal, onNote }: MeasureLiveOptions,
): Promise<MeasuredThroughput> {
  onNote?.('opening the model, and the runtime beside it')
  const model = await openModel()
  const runtime = await parts.openRuntime(opening)
  try {
    onNote?.(`rollouts of the adapter and of the runtime, ${sequences} at once, ${rounds} rounds`)
    const tasks = listRollouts(seeds)
    return await measureThroughput({ model, runtime, tasks, sequences, rounds, signal })
  } finally {
    await runtime.close()
  }
}

/** Practice tasks, one of each tool in turn. */
function listRollouts(seeds: readonly number[]): Task[] {
  const lists = seeds.flatMap((seed) => {
    const suite = openSuite(HOUSE_RULES, { seed, tools: HOUSE_TOOLS })
    return suite.domains.map((domain) => suite.listTasks(domain, 'practice', TASKS_OF_TOOL))
  })
  return Array.from({ length: TASKS_OF_TOOL }, (_, index) =>
    lists.flatMap((list) => list.slice(index, index + 1)),
  ).flat()
}

/** Practice tasks of a tool that rollouts are made of. */
const TASKS_OF_TOOL = 4

function isClock(id: string): boolean {
  return CLOCK_IDS.some((clock) => clock === id)
}

function describeMachine(threads: number | undefined, loadAtBegin: number): LiveFigures['machine'] {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    threads: threads ?? null,
    node: process.version,
    loadAtBegin,
    loadAtEnd: minuteLoad(),
  }
}

/** Processes that ran or waited for the processor, averaged over the last minute. */
function minuteLoad(): number {
  return loadavg()[0] ?? 0
}
