import type { CallOptions, LanguageModel, Task } from '../../protocol/ports.ts'
import { probabilityPositive } from '../../protocol/statistics/probability-positive.ts'
import type { MemoryItem } from '../memory.ts'
import { type PairedResult, compareTrials, countSolvedPairs, runTrial } from './run-trial.ts'

/** What {@link guardLibrary} needs. */
export interface GuardLibraryOptions extends CallOptions {
  /** Held-out tasks of the domains that something ships for; neither practice nor the gate has seen them. */
  tasks: readonly Task[]
  /** What would stand in the prompt of a domain's task. */
  memoryOf: (domain: string) => readonly MemoryItem[]
  /** Least P(gain > 0) of a library that stays, 0.5…1. Default 0.8. */
  threshold?: number
}

/** Whether a library stays, and why. */
export interface GuardOutcome {
  decision: 'kept' | 'rolled-back'
  /** The library against no memory on the same tasks. */
  result: PairedResult
  /** P(gain > 0). */
  probability: number
  /** Calls that it took. */
  calls: number
}

/**
 * The guard for models that are too weak to learn: domain by domain the gate lets a few lessons through by luck, and a
 * model that is confused by any memory pays for each. So the library as a whole is tried once more on fresh tasks, and
 * rolled back unless its gain is likely there, too. Tasks without memory are left out: they cannot change.
 *
 * A library for which there is nothing to try is rolled back: it has not been proved.
 */
export async function guardLibrary(
  model: LanguageModel,
  { tasks, memoryOf, threshold = 0.8, ...call }: GuardLibraryOptions,
): Promise<GuardOutcome> {
  const byDomain = Map.groupBy(
    tasks.filter(({ domain }) => memoryOf(domain).length > 0),
    ({ domain }) => domain,
  )
  const tried = [...byDomain.values()].flat()
  const [baseline, trials] = await Promise.all([
    runTrial(tried, [], model, call),
    Promise.all(
      [...byDomain].map(
        async ([domain, ofDomain]) => await runTrial(ofDomain, memoryOf(domain), model, call),
      ),
    ),
  ])
  const candidate = trials.flat()
  const result = compareTrials(baseline, candidate)
  const solved = countSolvedPairs(baseline, candidate)
  const probability = probabilityPositive(result.wins, result.losses)
  const gains = solved.candidate >= solved.baseline && result.wins > result.losses
  const decision = gains && probability >= threshold ? 'kept' : 'rolled-back'
  return { decision, result, probability, calls: baseline.length + candidate.length }
}
