import type { CallOptions, LanguageModel, Task } from '../../protocol/ports.ts'
import { probabilityPositive } from '../../protocol/statistics/probability-positive.ts'
import type { MemoryItem } from '../memory.ts'
import {
  type PairedResult,
  type Trial,
  compareTrials,
  countSolvedPairs,
  runTrial,
} from './run-trial.ts'

/** What {@link guardLibrary} needs. */
export interface GuardLibraryOptions extends CallOptions {
  /** Held-out tasks of the domains that something ships for; neither practice nor the gate has seen them. */
  tasks: readonly Task[]
  /** What would stand in the prompt of a domain's task. */
  memoryOf: (domain: string) => readonly MemoryItem[]
  /** What stood there before; only domains where the two differ are tried. Default nothing: the library as a whole. */
  before?: (domain: string) => readonly MemoryItem[]
  /** Tasks that must not be lost: what was solved before must still be. Default none. */
  pinned?: readonly Task[]
  /** Least P(gain > 0) where nothing stood before, 0.5…1. Default 0.8. */
  threshold?: number
}

/** Whether a library stays, and why. */
export interface GuardOutcome {
  decision: 'kept' | 'rolled-back'
  /**
   * Why it does not stay. `nothing-tried`: there was no task; `pinned-lost`; `not-proved`: no likely gain where nothing
   * stood before; `more-lost`: where something did, more was lost than gained. Undefined when it stays.
   */
  reason: 'nothing-tried' | 'pinned-lost' | 'not-proved' | 'more-lost' | undefined
  /** The library against what stood before, on the same tasks; pinned ones are not among them. */
  result: PairedResult
  /** P(gain > 0). */
  probability: number
  /** Ids of pinned tasks that were solved before and are not any more; absent where none were asked. */
  lostPins?: readonly string[]
  /** Calls that it took. */
  calls: number
}

interface Pair {
  /** Nothing stood there before. */
  isNew: boolean
  tasks: readonly Task[]
  baseline: Trial
  candidate: Trial
}

/**
 * The guard for models that are too weak to learn: domain by domain the gate lets a few lessons through by luck, and a
 * model that is confused by any memory pays for each. So the library as a whole is tried once more on fresh tasks, and
 * rolled back unless its gain is likely there, too. Domains whose memory is as before are left out: they cannot change.
 *
 * Where something stood before, the change has to lose no more than it gains, instead of gaining again what was
 * already gained. A pinned task that was solved before and is not any more rolls back everything.
 *
 * A library for which there is nothing to try is rolled back: it has not been proved.
 */
export async function guardLibrary(
  model: LanguageModel,
  {
    tasks,
    memoryOf,
    before = () => [],
    pinned = [],
    threshold = 0.8,
    ...call
  }: GuardLibraryOptions,
): Promise<GuardOutcome> {
  const tryBoth = async (given: readonly Task[]): Promise<Pair[]> => {
    const changed = given.filter(({ domain }) => !isSame(before(domain), memoryOf(domain)))
    const byDomain = [...Map.groupBy(changed, ({ domain }) => domain)]
    return await Promise.all(
      byDomain.map(async ([domain, ofDomain]): Promise<Pair> => {
        const [baseline, candidate] = await Promise.all([
          runTrial(ofDomain, before(domain), model, call),
          runTrial(ofDomain, memoryOf(domain), model, call),
        ])
        return { isNew: before(domain).length === 0, tasks: ofDomain, baseline, candidate }
      }),
    )
  }
  const [pairs, pins] = await Promise.all([tryBoth(tasks), tryBoth(pinned)])
  const lostPins = pins.flatMap(listLost)
  const { result, probability } = standingOf(pairs)
  const calls = [...pairs, ...pins].reduce((sum, { tasks: tried }) => sum + 2 * tried.length, 0)
  const reason = objectionTo(pairs, lostPins, threshold)
  return {
    decision: reason === undefined ? 'kept' : 'rolled-back',
    reason,
    result,
    probability,
    ...(pinned.length === 0 ? {} : { lostPins }),
    calls,
  }
}

function objectionTo(
  pairs: readonly Pair[],
  lostPins: readonly string[],
  threshold: number,
): GuardOutcome['reason'] {
  if (lostPins.length > 0) return 'pinned-lost'
  if (pairs.length === 0) return 'nothing-tried'
  const fresh = pairs.filter(({ isNew }) => isNew)
  if (fresh.length > 0) {
    const { result, probability, loses } = standingOf(fresh)
    const gains = !loses && result.wins > result.losses
    if (!gains || probability < threshold) return 'not-proved'
  }
  return standingOf(pairs.filter(({ isNew }) => !isNew)).loses ? 'more-lost' : undefined
}

interface Standing {
  result: PairedResult
  probability: number
  /** More was lost than gained, in tasks solved or in parts of answers. */
  loses: boolean
}

function standingOf(pairs: readonly Pair[]): Standing {
  const baseline = pairs.flatMap((pair) => pair.baseline)
  const candidate = pairs.flatMap((pair) => pair.candidate)
  const result = compareTrials(baseline, candidate)
  const solved = countSolvedPairs(baseline, candidate)
  // More correct parts must not be paid for with accepted calls.
  const loses = solved.candidate < solved.baseline || result.wins < result.losses
  return { result, probability: probabilityPositive(result.wins, result.losses), loses }
}

function listLost({ tasks, baseline, candidate }: Pair): string[] {
  const isLost = (_: Task, index: number): boolean =>
    baseline[index]?.verdict.success === true && candidate[index]?.verdict.success !== true
  return tasks.filter(isLost).map(({ id }) => id)
}

function isSame(a: readonly MemoryItem[], b: readonly MemoryItem[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
