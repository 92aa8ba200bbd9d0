import { probabilityPositive } from '../../protocol/statistics/probability-positive.ts'
import type { CallOptions, LanguageModel, Task } from '../../protocol/ports.ts'
import { quoteVerifier } from '../baselines/quote-verifier.ts'
import type { DomainEvidence } from '../gather-evidence.ts'
import { mergeLessons } from '../library/merge-lessons.ts'
import type { WorkedExample } from '../../protocol/experience/experience.ts'
import type { MemoryItem } from '../memory.ts'
import type { ProposedLesson } from '../propose-lessons.ts'
import {
  type PairedResult,
  type Trial,
  compareTrials,
  countSuccesses,
  runTrial,
} from './run-trial.ts'

/** In which form an experience ships. `verifier` is a sentence that only copies the environment's words. */
export type Form = 'sentence' | 'example' | 'both' | 'verifier'

/** One form that was tried on the holdout. */
export interface FormTrial {
  form: Form
  memory: readonly MemoryItem[]
  /** Tasks solved at the first attempt, of `n`. */
  solved: number
  /** Against no memory on the same tasks. */
  result: PairedResult
  /** P(gain > 0) from the paired wins and losses. */
  probability: number
}

/** What the gate decided about a domain. */
export type GateOutcome =
  | {
      decision: 'accepted'
      chosen: FormTrial
      tried: readonly FormTrial[]
      baselineSolved: number
      n: number
    }
  | {
      decision: 'refused'
      /** `nothing-to-gain`: solved without memory; `nothing-proposed`; `not-proved`: no form reached the threshold. */
      reason: 'nothing-to-gain' | 'nothing-proposed' | 'not-proved'
      tried: readonly FormTrial[]
      baselineSolved: number
      n: number
    }

/** What {@link chooseForm} needs. */
export interface ChooseFormOptions extends CallOptions {
  /** Held-out tasks of the domain, none of which practice has seen. */
  tasks: readonly Task[]
  /** Least P(gain > 0) of a form that ships, 0.5…1. */
  threshold: number
}

/** On equal results the form that carries more is kept: it was measured to hold better on new tasks. */
const PREFERENCE: readonly Form[] = ['both', 'example', 'sentence', 'verifier']

/**
 * The holdout gate: every form of what was learnt is tried on the same held-out tasks as no memory at all; the best
 * one ships if its gain is probable enough, otherwise the library stays as it was. Parameters are judged one by one
 * first, so that a good sentence is not lost beside a bad one.
 */
export async function chooseForm(
  evidence: DomainEvidence,
  lessons: readonly ProposedLesson[],
  model: LanguageModel,
  { tasks, threshold, ...call }: ChooseFormOptions,
): Promise<GateOutcome> {
  const baseline = await runTrial(tasks, [], model, call)
  const baselineSolved = countSuccesses(baseline)
  const summary = { baselineSolved, n: tasks.length }
  if (baselineSolved === tasks.length)
    return { decision: 'refused', reason: 'nothing-to-gain', tried: [], ...summary }

  const tried: FormTrial[] = []
  const attempt = async (form: Form, memory: readonly MemoryItem[]): Promise<Trial> => {
    const trial = await runTrial(tasks, memory, model, call)
    const result = compareTrials(baseline, trial)
    const probability = probabilityPositive(result.wins, result.losses)
    tried.push({ form, memory, solved: countSuccesses(trial), result, probability })
    return trial
  }
  const sentences = await chooseSentences(evidence, lessons, baseline, attempt)
  const [example] = evidence.worked
  if (example !== undefined) {
    await attempt('example', [{ example }])
    if (sentences.length > 0) await attempt('both', withExample(sentences, example))
  }
  const words = quoteVerifier(evidence)
  const perfect = tried.some(({ solved }) => solved === tasks.length)
  if (words !== undefined && !perfect) await attempt('verifier', [{ text: words }])

  const [chosen] = tried
    .filter(
      ({ solved, result, probability }) =>
        // More correct parts must not be paid for with accepted calls.
        solved >= baselineSolved && result.wins > result.losses && probability >= threshold,
    )
    .toSorted(
      (a, b) => b.solved - a.solved || PREFERENCE.indexOf(a.form) - PREFERENCE.indexOf(b.form),
    )
  if (chosen === undefined) {
    const reason = tried.length === 0 ? 'nothing-proposed' : 'not-proved'
    return { decision: 'refused', reason, tried, ...summary }
  }
  return { decision: 'accepted', chosen, tried, ...summary }
}

/** Finds, parameter by parameter, the proposal that does best on its own parameter; drops those that do harm. */
async function chooseSentences(
  { domain, fields }: DomainEvidence,
  lessons: readonly ProposedLesson[],
  baseline: Trial,
  attempt: (form: Form, memory: readonly MemoryItem[]) => Promise<Trial>,
): Promise<MemoryItem[]> {
  const byField = fields
    .map(({ field }) => lessons.filter((lesson) => lesson.field === field))
    .filter((candidates) => candidates.length > 0)
  const rounds = Math.max(0, ...byField.map((candidates) => candidates.length))
  const best = new Map<string, { lesson: ProposedLesson; score: number }>()
  const sets: ProposedLesson[][] = []
  for (let round = 0; round < rounds; round++) {
    const set = byField.map(
      (candidates) => candidates[round] ?? best.get(candidates[0]!.field)!.lesson,
    )
    sets.push(set)
    const trial = await attempt('sentence', mergeLessons(domain, set))
    for (const lesson of set) {
      const { wins, losses } = compareTrials(baseline, trial, lesson.field)
      const known = best.get(lesson.field)
      if (known === undefined || wins - losses > known.score)
        best.set(lesson.field, { lesson, score: wins - losses })
    }
    const settled = byField.every((candidates) => isSettled(trial, candidates[0]!.field))
    if (settled) break
  }
  const kept = [...best.values()].filter(({ score }) => score > 0).map(({ lesson }) => lesson)
  const merged = mergeLessons(domain, kept)
  // Each round tried a set; what is kept may be one that was not tried yet.
  const isKept = (set: readonly ProposedLesson[]): boolean =>
    set.length === kept.length && set.every((lesson, index) => lesson === kept[index])
  if (kept.length > 0 && !sets.some(isKept)) await attempt('sentence', merged)
  return merged
}

function isSettled(trial: Trial, field: string): boolean {
  return trial.every(({ verdict }) => verdict.success || verdict.fields[field] === true)
}

function withExample(sentences: readonly MemoryItem[], example: WorkedExample): MemoryItem[] {
  return sentences.map((item, index) => (index === 0 ? { ...item, example } : item))
}
