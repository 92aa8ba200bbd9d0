import { join } from 'node:path'
import type { PractiseSettings } from '../learning/practise-domain.ts'
import type { ModelUsage } from '../models/recording/create-recording-model.ts'
import { DsoError } from '../protocol/errors.ts'
import type { CallOptions, LanguageModel, Task, TaskSuite } from '../protocol/ports.ts'
import { wrapModel } from '../protocol/ports/wrap-model.ts'
import { DIRECT_384 } from '../protocol/profiles/profile.ts'
import { lockFolder } from '../storage/lock-folder.ts'
import { openSqliteStore } from '../storage/open-sqlite-store.ts'
import { describeSuites, openSuite, type SuiteDescription } from '../tasks/open-suite.ts'
import { ownAgentsFolder, storePathOf } from './data-folders.ts'
import { type ModelSource, openModel } from './open-model.ts'
import {
  type PractiseDomainsOptions,
  type PractiseOutcome,
  practiseDomains,
} from './practise-domains.ts'

/** The universe of a suite. */
export interface UniverseOptions {
  /** Name of the suite; `api-house-rules` unless given. */
  suite?: string
  /** Names the universe. */
  seed: number
  /**
   * Tools in it, where the suite leaves that open, 1…36 for the house rules; the universes of two numbers share nothing
   * but their names.
   */
  universeTools?: number | undefined
}

/** What {@link practiseLocally} needs. */
export interface PractiseLocallyOptions
  extends UniverseOptions,
    Omit<PractiseDomainsOptions, 'pinned'> {
  source: ModelSource
  dataFolder: string
  /** Name of the agent: what it learns is kept in `DATA/agents/NAME`. */
  agent: string
  /** Tools to practise on; the universe's first two if empty. */
  tools: readonly string[]
  settings: PractiseSettings
  threads: number | undefined
  /** Most requests that the model is asked; no bound unless given. */
  maxCalls?: number | undefined
  /** Ids of tasks, as {@link listTasks} gives them, that must be solved with what ships. Default none. */
  pins?: readonly string[]
}

/** What was learnt, and at what cost. */
export interface PractiseLocallyResult {
  suite: string
  model: string
  outcome: PractiseOutcome
  usage: ModelUsage
}

/** Names the tools of a universe. @throws DsoError `SUITE_UNKNOWN`, `OPTION_INVALID` for an impossible number */
export function listTools(universe: UniverseOptions): readonly string[] {
  return openUniverse(universe).domains
}

/** A task that may be pinned. */
export interface PinnableTask {
  id: string
  /** The tool. */
  domain: string
  request: string
}

/**
 * Lists the tasks of some tools (the first two if empty) that may be pinned: all but those of the test, on which nothing
 * may be chosen.
 *
 * @throws DsoError `SUITE_UNKNOWN`, `OPTION_INVALID` for an impossible number or a tool that the universe lacks
 */
export function listTasks(universe: UniverseOptions, tools: readonly string[]): PinnableTask[] {
  const suite = openUniverse(universe)
  return chooseTools(suite, tools)
    .flatMap((tool) => pinnableTasks(suite, tool))
    .map(({ id, domain, request }) => ({ id, domain, request }))
}

/** Describes the suites that can be practised, the default first. */
export function listSuites(): readonly SuiteDescription[] {
  return describeSuites()
}

/**
 * One agent practises without network and chain. Finished model calls are kept in the data folder, so a run that was
 * killed resumes where it was and ends with the same experiences.
 *
 * @throws DsoError `SUITE_UNKNOWN`, `OPTION_INVALID` for a tool or a pinned task that the universe lacks,
 * `DATA_FOLDER_LOCKED`, and what `openModel` and the model throw
 */
export async function practiseLocally(
  options: PractiseLocallyOptions,
): Promise<PractiseLocallyResult> {
  const { source, dataFolder, agent, settings, threads, maxCalls, onStage, onAccepted, ...call } =
    options
  const suite = openUniverse(options)
  const domains = chooseTools(suite, options.tools)
  const pinned = findTasks(suite, options.pins ?? [])
  const folder = join(ownAgentsFolder(dataFolder), agent)
  using _lock = lockFolder(folder)
  const opened = await openModel(source, { dataFolder, threads, maxCalls, ...pick(call) })
  const store = openSqliteStore({ path: storePathOf(folder) })
  try {
    const { encoder } = opened
    const model = reportCalls(opened.model, call)
    const ports = { suite, model, encoder, store, profile: DIRECT_384 }
    const { guard, modes, consolidate } = options
    const follow = {
      ...(onStage === undefined ? {} : { onStage }),
      ...(onAccepted === undefined ? {} : { onAccepted }),
      ...(guard === undefined ? {} : { guard }),
      ...(modes === undefined ? {} : { modes }),
      ...(consolidate === undefined ? {} : { consolidate }),
    }
    const outcome = await practiseDomains(domains, settings, ports, {
      signal: call.signal,
      pinned,
      ...follow,
    })
    return { suite: suite.id, model: model.name, outcome, usage: opened.usage() }
  } finally {
    await store.close()
    await opened.close()
  }
}

function openUniverse({ suite, seed, universeTools }: UniverseOptions): TaskSuite {
  const name = suite ?? describeSuites()[0]?.name ?? ''
  return openSuite(name, { seed, tools: universeTools })
}

function chooseTools(suite: TaskSuite, wanted: readonly string[]): readonly string[] {
  const unknown = wanted.find((tool) => !suite.domains.includes(tool))
  if (unknown !== undefined) {
    const details = { option: '--tool', value: unknown, known: suite.domains }
    throw new DsoError('OPTION_INVALID', { details })
  }
  return wanted.length === 0 ? suite.domains.slice(0, 2) : [...new Set(wanted)]
}

/** More than any split of a domain holds. */
const ALL_TASKS = 1000

function pinnableTasks(suite: TaskSuite, domain: string): Task[] {
  const splits = ['practice', 'validation'] as const
  return splits.flatMap((split) => suite.listTasks(domain, split, ALL_TASKS))
}

function findTasks(suite: TaskSuite, ids: readonly string[]): Task[] {
  if (ids.length === 0) return []
  const known = suite.domains.flatMap((domain) => pinnableTasks(suite, domain))
  return [...new Set(ids)].map((id) => {
    const task = known.find((each) => each.id === id)
    if (task !== undefined) return task
    const details = { option: '--pin', value: id, reason: 'no such task; --tasks lists them' }
    throw new DsoError('OPTION_INVALID', { details })
  })
}

function pick({ signal, onProgress }: CallOptions): CallOptions {
  return { signal, onProgress }
}

/** Reports every finished call; how many there will be depends on what fails. */
function reportCalls(model: LanguageModel, { onProgress }: CallOptions): LanguageModel {
  let done = 0
  return wrapModel(model, async (request, options) => {
    const completion = await model.complete(request, options)
    onProgress?.({ stage: 'practice', done: ++done, unit: 'calls' })
    return completion
  })
}
