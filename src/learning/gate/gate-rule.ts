import { DsoError } from '../../protocol/errors.ts'
import type { CallOptions, LanguageModel, Task } from '../../protocol/ports.ts'
import { probabilityPositive } from '../../protocol/statistics/probability-positive.ts'
import { planSequentialTest } from '../../protocol/statistics/sequential-plan.ts'
import type { MemoryItem } from '../memory.ts'
import {
  type PairedResult,
  type Trial,
  compareTrials,
  countSolvedPairs,
  runTrial,
} from './run-trial.ts'

/** How long the gate tries a form, and what it has to prove. */
export type GateRule =
  /** Every form on every task; P(gain > 0) at the end must reach the gate's threshold. */
  | { kind: 'fixed' }
  /**
   * A few tasks at a time, until a form is proved or hardly can be any more; tasks that no form needs are not tried
   * without memory either.
   */
  | {
      kind: 'sequential'
      /** Most probability that anything ships where no form has an effect, all forms together; above 0, at most 0.5. */
      error: number
      /** Tasks tried at once, ≥ 1: what the model can do in parallel. Default 4. */
      step?: number
    }

/** What the gate did so far, and how it goes on. */
export interface GateTester {
  /** First attempts without memory, as far as they were needed. */
  baseline(): Trial
  /** Tries a form. */
  test(memory: readonly MemoryItem[]): Promise<TestedForm>
}

/** A form that was tried. */
export interface TestedForm {
  trial: Trial
  /** Against no memory on the same tasks. */
  result: PairedResult
  /** P(gain > 0) from the paired wins and losses. */
  probability: number
  /** Whether it is proved: probable enough, more wins than losses, and not fewer tasks solved. */
  proved: boolean
}

/** What a {@link GateTester} is made for. */
export interface GateTesterOptions extends CallOptions {
  tasks: readonly Task[]
  /** Least P(gain > 0) under the fixed rule, 0.5…1. */
  threshold: number
  rule: GateRule
  /** Most forms that will be tried: what the sequential rule divides its error by (Bonferroni). */
  forms: number
}

/** Tasks that the sequential rule tries at once. */
const STEP = 4

/**
 * Prepares the trials of one domain. Under the fixed rule the tasks are tried without memory at once.
 *
 * @throws DsoError `OPTION_INVALID` for an error outside (0, 0.5], a step that is not an integer ≥ 1, or above 256 tasks
 */
export async function createGateTester(
  model: LanguageModel,
  options: GateTesterOptions,
): Promise<GateTester> {
  return options.rule.kind === 'fixed'
    ? await createFixed(model, options)
    : createSequential(model, { ...options, rule: options.rule })
}

async function createFixed(
  model: LanguageModel,
  { tasks, threshold, signal, onProgress }: GateTesterOptions,
): Promise<GateTester> {
  const call = { signal, onProgress }
  const baseline = await runTrial(tasks, [], model, call)
  return {
    baseline: () => baseline,
    async test(memory) {
      const trial = await runTrial(tasks, memory, model, call)
      const standing = compare(baseline, trial)
      return { ...standing, proved: standing.gains && standing.probability >= threshold }
    },
  }
}

type SequentialOptions = GateTesterOptions & { rule: Extract<GateRule, { kind: 'sequential' }> }

function createSequential(
  model: LanguageModel,
  { tasks, rule, forms, signal, onProgress }: SequentialOptions,
): GateTester {
  const call = { signal, onProgress }
  const { step = STEP, error } = rule
  if (!Number.isSafeInteger(step) || step < 1) {
    throw new DsoError('OPTION_INVALID', { details: { option: 'step', value: step } })
  }
  if (!(error > 0 && error <= 0.5)) {
    throw new DsoError('OPTION_INVALID', { details: { option: 'error', value: error } })
  }
  const count = Math.max(1, tasks.length)
  const plan = planSequentialTest({ tasks: count, error: error / Math.max(1, forms) })
  const baseline: Trial[number][] = []
  return {
    baseline: () => baseline,
    async test(memory) {
      const trial: Trial[number][] = []
      for (;;) {
        const standing = compare(baseline, trial)
        const { wins, losses } = standing.result
        const said = plan.decide({ wins, losses, done: trial.length })
        const proved = said === 'accept' && standing.gains
        // Proved parts that cost accepted calls are not enough: more tasks may show the calls, too.
        const over = proved || said === 'reject' || trial.length === tasks.length
        if (over) return { ...standing, proved }
        const next = tasks.slice(trial.length, trial.length + step)
        if (baseline.length < trial.length + next.length) {
          const missing = tasks.slice(baseline.length, trial.length + next.length)
          baseline.push(...(await runTrial(missing, [], model, call)))
        }
        trial.push(...(await runTrial(next, memory, model, call)))
      }
    },
  }
}

function compare(baseline: Trial, trial: Trial): Omit<TestedForm, 'proved'> & { gains: boolean } {
  const result = compareTrials(baseline, trial)
  const probability = probabilityPositive(result.wins, result.losses)
  const solved = countSolvedPairs(baseline, trial)
  // More correct parts must not be paid for with accepted calls.
  const gains = solved.candidate >= solved.baseline && result.wins > result.losses
  return { trial, result, probability, gains }
}
