import { existsSync } from 'node:fs'
import { openRecording } from '../../../src/storage/open-recording.ts'
import type { Group } from '../../../src/learning/collect-group.ts'
import type { MemoryItem } from '../../../src/learning/memory.ts'
import { practiseDomain } from '../../../src/learning/practise-domain.ts'
import { createReplayModel } from '../../../src/models/recording/create-replay-model.ts'
import type { CallOptions, Cassette, Task } from '../../../src/protocol/ports.ts'
import { DsoError } from '../../../src/protocol/errors.ts'
import { openSuite } from '../../../src/tasks/open-suite.ts'
import { chosenOf } from '../gather-arms.ts'
import { type CellPlan, HOUSE_RULES, HOUSE_TOOLS, nameOf, PLAN } from '../plan.ts'
import { transcriptOf } from '../create-runner.ts'
import type { LiveAmounts } from './live-amounts.ts'

/** A tool with a lesson that the gate let through, and what is held out of it. */
export interface LiveTool {
  /** Id of the universe: suite, version, seed. */
  universe: string
  domain: string
  /** The lesson in the form that was chosen. */
  memory: readonly MemoryItem[]
  /** What practice tried. */
  groups: readonly Group[]
  /** Tasks that nothing was ever chosen on. */
  tests: readonly Task[]
  /** Tasks of the gate. */
  validation: readonly Task[]
  /** Answers of the model alone in this universe, by request key. */
  recorded: Pick<Cassette, 'get'>
}

/** Whose recorded practice is read, and how much of it. */
export interface GatherLiveToolsOptions extends CallOptions {
  model: { name: string; hash: string }
  /** Universes of house rules. */
  seeds: readonly number[]
  /** Holds the transcripts of the bench's cells. */
  transcripts: string
  amounts: Pick<LiveAmounts, 'tools' | 'testTasks' | 'calibrationTasks'>
}

/** Tools with lessons, and the seeds without a transcript that still answers what practice asks. */
export interface GatheredTools {
  tools: LiveTool[]
  missing: number[]
}

/**
 * Repeats the practice of the bench's cells from their transcripts and keeps the tools with an accepted lesson.
 *
 * @throws DsoError `RECORDING_CORRUPT`
 */
export async function gatherLiveTools({
  model,
  seeds,
  transcripts,
  amounts,
  ...call
}: GatherLiveToolsOptions): Promise<GatheredTools> {
  const tools: LiveTool[] = []
  const missing: number[] = []
  for (const seed of seeds) {
    const plan = planOf(seed)
    const path = plan === undefined ? undefined : transcriptOf(transcripts, nameOf(plan))
    if (plan === undefined || path === undefined || !existsSync(path)) {
      missing.push(seed)
      continue
    }
    try {
      tools.push(...(await gatherUniverse(plan, path, model, amounts, call)))
    } catch (error) {
      // The sources have changed since it was made.
      if (!DsoError.is(error, 'RECORDING_MISS')) throw error
      missing.push(seed)
    }
  }
  return { tools, missing }
}

async function gatherUniverse(
  plan: CellPlan,
  path: string,
  model: GatherLiveToolsOptions['model'],
  amounts: GatherLiveToolsOptions['amounts'],
  call: CallOptions,
): Promise<LiveTool[]> {
  const recorded = await openRecording({ path })
  const replay = createReplayModel({ ...model, cassette: recorded })
  const suite = openSuite(HOUSE_RULES, { seed: plan.seed, tools: HOUSE_TOOLS })
  const tools: LiveTool[] = []
  for (const domain of suite.domains) {
    if (tools.length >= amounts.tools) break
    const practice = await practiseDomain(suite, domain, replay, plan.settings, call)
    const memory = chosenOf(practice)
    if (memory.length === 0) continue
    tools.push({
      universe: suite.id,
      domain,
      memory,
      groups: practice.groups,
      tests: suite.listTasks(domain, 'test', amounts.testTasks),
      validation: suite.listTasks(domain, 'validation', amounts.calibrationTasks),
      recorded,
    })
  }
  return tools
}

function planOf(seed: number): CellPlan | undefined {
  return PLAN.find((plan) => plan.suite === HOUSE_RULES && plan.seed === seed)
}
