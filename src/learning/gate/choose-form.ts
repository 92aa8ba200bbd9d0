import type { CallOptions, LanguageModel, Task } from '../../protocol/ports.ts'
import { coverCases } from '../cover-cases.ts'
import { quoteVerifier } from '../baselines/quote-verifier.ts'
import type { DomainEvidence } from '../gather-evidence.ts'
import { mergeLessons } from '../library/merge-lessons.ts'
import type { WorkedExample } from '../../protocol/experience/experience.ts'
import type { MemoryItem } from '../memory.ts'
import type { ProposedLesson } from '../propose-lessons.ts'
import { type GateRule, type TestedForm, createGateTester } from './gate-rule.ts'
import {
  type PairedResult,
  type Trial,
  compareTrials,
  countSolvedPairs,
  countSuccesses,
  runTrial,
} from './run-trial.ts'

/** In which form an experience ships. `verifier` is a sentence that only copies the environment's words. */
export type Form = 'sentence' | 'example' | 'both' | 'verifier'

/** One form that was tried on the holdout. */
export interface FormTrial {
  form: Form
  memory: readonly MemoryItem[]
  /** Tasks solved at the first attempt, of the `result.n` that it was judged on. */
  solved: number
  /** Against no memory on the same tasks. */
  result: PairedResult
  /** P(gain > 0) from the paired wins and losses. */
  probability: number
  /** The proposed sentences that are in it; absent where none is. */
  lessons?: readonly string[]
  /** Ids of pinned tasks that it did not solve; absent where none were asked. */
  failedPins?: readonly string[]
}

/** What the gate decided about a domain. */
export type GateOutcome =
  | {
      decision: 'accepted'
      chosen: FormTrial
      tried: readonly FormTrial[]
      /** Solved without memory, of the `n` tasks that the chosen form was tried on. */
      baselineSolved: number
      n: number
    }
  | {
      decision: 'refused'
      /**
       * `nothing-to-gain`: solved without memory; `nothing-proposed`; `not-proved`: no form reached the threshold;
       * `pinned-failed`: some did, but with none of them every pinned task was solved.
       */
      reason: 'nothing-to-gain' | 'nothing-proposed' | 'not-proved' | 'pinned-failed'
      tried: readonly FormTrial[]
      baselineSolved: number
      n: number
    }

/** What {@link chooseForm} needs. */
export interface ChooseFormOptions extends CallOptions {
  /** Held-out tasks of the domain, none of which practice has seen. */
  tasks: readonly Task[]
  /** Least P(gain > 0) of a form that ships, 0.5…1, under the fixed rule. */
  threshold: number
  /** How long a form is tried and what it has to prove. Default `fixed`. */
  rule?: GateRule
  /** Sentences about no single parameter: each is a candidate of its own, the first eight at most. Default none. */
  general?: readonly string[]
  /** Tasks that must be solved with what ships, whatever the average. Default none. */
  pinned?: readonly Task[]
}

/** Sentences about no single parameter that are tried; each costs as many calls as there are tasks. */
const MAX_GENERAL = 8

/** On equal results the form that carries more is kept: it was measured to hold better on new tasks. */
const PREFERENCE: readonly Form[] = ['both', 'example', 'sentence', 'verifier']

/**
 * The holdout gate: every form of what was learnt is tried on the same held-out tasks as no memory at all; the best
 * one ships if its gain is probable enough and the pinned tasks pass, otherwise the library stays as it was. Parameters
 * are judged one by one first, so that a good sentence is not lost beside a bad one.
 *
 * @throws DsoError `OPTION_INVALID` for a sequential rule without sense
 */
export async function chooseForm(
  evidence: DomainEvidence,
  lessons: readonly ProposedLesson[],
  model: LanguageModel,
  options: ChooseFormOptions,
): Promise<GateOutcome> {
  const { tasks, threshold, rule = { kind: 'fixed' }, pinned = [], signal, onProgress } = options
  const call = { signal, onProgress }
  const general = (options.general ?? []).slice(0, MAX_GENERAL)
  const words = quoteVerifier(evidence)
  const [example] = evidence.worked
  const several = coverCases(evidence)
  const forms =
    countSentenceTrials(evidence, lessons) +
    general.length * (example === undefined ? 1 : 2) +
    (example === undefined ? 0 : several.length > 1 ? 3 : 2) +
    Number(words !== undefined)
  const tester = await createGateTester(model, { tasks, threshold, rule, forms, ...call })
  const standing = (): { baselineSolved: number; n: number } => ({
    baselineSolved: countSuccesses(tester.baseline()),
    n: tester.baseline().length,
  })
  const solvesAll = (): boolean =>
    tester.baseline().length === tasks.length && standing().baselineSolved === tasks.length
  if (solvesAll())
    return { decision: 'refused', reason: 'nothing-to-gain', tried: [], ...standing() }

  const tested: (TestedForm & { shown: FormTrial })[] = []
  const attempt: TryForm = async (form, memory, said = []) => {
    const outcome = await tester.test(memory)
    const { trial, result, probability } = outcome
    const { candidate: solved } = countSolvedPairs(tester.baseline(), trial)
    const told = said.length === 0 ? {} : { lessons: said }
    const shown: FormTrial = { form, memory, solved, result, probability, ...told }
    tested.push({ ...outcome, shown })
    return trial
  }
  const kept = await chooseSentences(evidence, lessons, tester.baseline, attempt)
  const said = textsOf(kept)
  const sentences = mergeLessons(evidence.domain, kept)
  const isPerfect = (): boolean =>
    tested.some(({ trial }) => countSuccesses(trial) === tasks.length)
  for (const text of general) {
    if (isPerfect()) break
    const { wins, losses } = compareTrials(
      tester.baseline(),
      await attempt('sentence', [{ text }], [text]),
    )
    if (example !== undefined && wins > losses) await attempt('both', [{ text, example }], [text])
  }
  if (example !== undefined) {
    // Beside a sentence that solves everything only both together, which carry more; pins may want it alone.
    if (!isPerfect() || pinned.length > 0) await attempt('example', [{ example }])
    if (sentences.length > 0) await attempt('both', withExamples(sentences, [example]), said)
    if (several.length > 1 && !isPerfect())
      await attempt(said.length > 0 ? 'both' : 'example', withExamples(sentences, several), said)
  }
  if (words !== undefined && !isPerfect()) await attempt('verifier', [{ text: words }])

  const proved = tested.filter((form) => form.proved)
  // Forms that stopped early were tried on fewer tasks: compared are those that all were tried on.
  const common = Math.min(...proved.map(({ trial }) => trial.length))
  const solved = ({ trial }: TestedForm): number => countSuccesses(trial.slice(0, common))
  const ranked = proved.toSorted(
    (a, b) =>
      solved(b) - solved(a) || PREFERENCE.indexOf(a.shown.form) - PREFERENCE.indexOf(b.shown.form),
  )
  for (const { shown, trial } of ranked) {
    if (pinned.length > 0) {
      const checked = await runTrial(pinned, shown.memory, model, call)
      shown.failedPins = pinned
        .filter((_, index) => checked[index]?.verdict.success !== true)
        .map(({ id }) => id)
      if (shown.failedPins.length > 0) continue
    }
    const tried = tested.map((form) => form.shown)
    const baselineSolved = countSolvedPairs(tester.baseline(), trial).baseline
    return { decision: 'accepted', chosen: shown, tried, baselineSolved, n: shown.result.n }
  }
  const tried = tested.map(({ shown }) => shown)
  return { decision: 'refused', reason: reasonOf(), tried, ...standing() }

  function reasonOf(): 'nothing-to-gain' | 'nothing-proposed' | 'not-proved' | 'pinned-failed' {
    if (tested.length === 0) return 'nothing-proposed'
    if (solvesAll()) return 'nothing-to-gain'
    return proved.length === 0 ? 'not-proved' : 'pinned-failed'
  }
}

/** Tries a form that holds these proposed sentences. */
type TryForm = (
  form: Form,
  memory: readonly MemoryItem[],
  said?: readonly string[],
) => Promise<Trial>

/** Finds, parameter by parameter, the proposal that does best on its own parameter; drops those that do harm. */
async function chooseSentences(
  { domain, fields }: DomainEvidence,
  lessons: readonly ProposedLesson[],
  baseline: () => Trial,
  attempt: TryForm,
): Promise<ProposedLesson[]> {
  const byField = groupByField(fields, lessons)
  const rounds = Math.max(0, ...byField.map((candidates) => candidates.length))
  const best = new Map<string, { lesson: ProposedLesson; score: number }>()
  const sets: ProposedLesson[][] = []
  for (let round = 0; round < rounds; round++) {
    const set = byField.map(
      (candidates) => candidates[round] ?? best.get(candidates[0]!.field)!.lesson,
    )
    sets.push(set)
    const trial = await attempt('sentence', mergeLessons(domain, set), textsOf(set))
    for (const lesson of set) {
      const { n, wins, losses } = compareTrials(baseline(), trial, lesson.field)
      // A share, because trials may have stopped at different lengths.
      const score = (wins - losses) / Math.max(1, n)
      const known = best.get(lesson.field)
      if (known === undefined || score > known.score) best.set(lesson.field, { lesson, score })
    }
    const settled = byField.every((candidates) => isSettled(trial, candidates[0]!.field))
    if (settled) break
  }
  const kept = [...best.values()].filter(({ score }) => score > 0).map(({ lesson }) => lesson)
  // Each round tried a set; what is kept may be one that was not tried yet.
  const isKept = (set: readonly ProposedLesson[]): boolean =>
    set.length === kept.length && set.every((lesson, index) => lesson === kept[index])
  if (kept.length > 0 && !sets.some(isKept))
    await attempt('sentence', mergeLessons(domain, kept), textsOf(kept))
  return kept
}

function textsOf(lessons: readonly ProposedLesson[]): string[] {
  return lessons.map(({ text }) => text)
}

function groupByField(
  fields: DomainEvidence['fields'],
  lessons: readonly ProposedLesson[],
): ProposedLesson[][] {
  return fields
    .map(({ field }) => lessons.filter((lesson) => lesson.field === field))
    .filter((candidates) => candidates.length > 0)
}

/** Most trials that {@link chooseSentences} makes: one a round, and one of what is kept unless it was tried. */
function countSentenceTrials(
  { fields }: DomainEvidence,
  lessons: readonly ProposedLesson[],
): number {
  const byField = groupByField(fields, lessons)
  const rounds = Math.max(0, ...byField.map((candidates) => candidates.length))
  return byField.length > 1 ? rounds + 1 : rounds
}

function isSettled(trial: Trial, field: string): boolean {
  return trial.every(({ verdict }) => verdict.success || verdict.fields[field] === true)
}

/** One example each beside the sentences, the others by themselves. */
function withExamples(
  sentences: readonly MemoryItem[],
  examples: readonly WorkedExample[],
): MemoryItem[] {
  const length = Math.max(sentences.length, examples.length)
  return Array.from({ length }, (_, index) => {
    const example = examples[index]
    return { ...sentences[index], ...(example === undefined ? {} : { example }) }
  })
}
