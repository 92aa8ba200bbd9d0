import type { WorkedExample } from '../protocol/experience/experience.ts'
import type { CallOptions, LanguageModel, Task } from '../protocol/ports.ts'
import { type PairedResult, compareTrials, countSolvedPairs, runTrial } from './gate/run-trial.ts'
import { countMemoryTokens } from './library/count-memory-tokens.ts'
import { mergeLessons } from './library/merge-lessons.ts'
import { addDistinct } from './list-worked.ts'
import type { MemoryItem } from './memory.ts'
import { checkCount } from './modes/check-count.ts'
import { countCalls } from './modes/count-calls.ts'
import { quoteAnswer } from './modes/quote-text.ts'
import { quoteData } from './prior/quote-data.ts'
import { proposeLessons } from './propose-lessons.ts'
import type { Attempt } from './run-episode.ts'

/** What {@link consolidateExamples} needs. */
export interface ConsolidateExamplesOptions extends CallOptions {
  /** Tasks of the domain that neither practice nor the examples have seen. */
  tasks: readonly Task[]
  /**
   * Least tasks on which both memories can be judged, ≥ 1. Default 15: the fewest of which none may be lost so that,
   * with probability 0.8 and nothing believed before, fewer than a tenth of all tasks are.
   */
  leastTasks?: number
  /** Tasks tried at once, ≥ 1; the first loss ends a trial. Default 4. */
  step?: number
}

/** What became of a domain's examples. */
export interface ExampleConsolidation {
  /**
   * `too-few-examples`: nothing to generalise; `too-few-tasks`: no trial could show enough; `nothing-proposed`: the
   * model found no rule; `saves-nothing`: the rule is as long as the examples; `loses`: a task went worse with it,
   * too few could be judged, or the examples solved none that it could lose.
   */
  decision:
    | 'consolidated'
    | 'too-few-examples'
    | 'too-few-tasks'
    | 'nothing-proposed'
    | 'saves-nothing'
    | 'loses'
  /** What stands in prompts from now on: the memory that was given, unless it was consolidated. */
  memory: readonly MemoryItem[]
  /** Estimated tokens of the given memory, and of this one. */
  tokensBefore: number
  tokensAfter: number
  /** The consolidated memory against the given one on the same tasks; undefined unless it was consolidated. */
  result: PairedResult | undefined
  /** Model calls that it took. */
  calls: number
}

/**
 * Puts one sentence in the place of a domain's worked examples, if a trial shows that no held-out task goes worse
 * with it and if it takes fewer tokens. The sentence alone is tried first, then with one of the examples beside it.
 * Sentences that the memory holds already stay. In doubt the examples stay: they are accepted calls, the sentence is
 * a guess.
 *
 * @param memory what stands in the prompts of one domain's tasks, in its order
 * @throws DsoError `OPTION_INVALID` for `leastTasks` or `step`, and whatever the model throws
 */
export async function consolidateExamples(
  domain: string,
  memory: readonly MemoryItem[],
  model: LanguageModel,
  { tasks, leastTasks = 15, step = 4, ...call }: ConsolidateExamplesOptions,
): Promise<ExampleConsolidation> {
  checkCount('leastTasks', leastTasks, Number.MAX_SAFE_INTEGER)
  checkCount('step', step, Number.MAX_SAFE_INTEGER)
  const tokensBefore = countTokens(memory)
  const counted = countCalls(model)
  const keep = (decision: ExampleConsolidation['decision']): ExampleConsolidation => ({
    decision,
    memory,
    tokensBefore,
    tokensAfter: tokensBefore,
    result: undefined,
    calls: counted.calls(),
  })
  const examples = listExamples(memory)
  const [example] = examples
  if (example === undefined || examples.length < 2) return keep('too-few-examples')
  // With a task that stands among the examples they need not be understood, only copied.
  const seen = new Set(examples.map(({ input }) => input))
  const unseen = tasks.filter((task) => task.domain === domain && !seen.has(task.request))
  const [first] = unseen
  if (first === undefined || unseen.length < leastTasks) return keep('too-few-tasks')

  // Examples may be strangers' text: the prompt puts the input between quotes, which nothing in it may close.
  const worked = examples.map(({ input, output }) => ({
    input: quoteData(input).slice(1, -1),
    output: quoteAnswer(output),
  }))
  const fields = first.keys.map((field) => ({ field, refused: [], worked }))
  const evidence = { domain, signature: first.head, fields, worked }
  const { lessons } = await proposeLessons(
    { ...evidence, messages: [], firstAttemptRate: 0 },
    counted.model,
    call,
  )
  if (lessons.length === 0) return keep('nothing-proposed')
  const known = memory.flatMap(({ text }) => text ?? [])
  const learnt = mergeLessons(domain, lessons).flatMap(({ text }) => text ?? [])
  const sentences = [...new Set([...known, ...learnt])].map((text): MemoryItem => ({ text }))
  const candidates = [sentences, sentences.with(-1, { ...sentences.at(-1), example })].filter(
    (candidate) => countTokens(candidate) < tokensBefore,
  )
  if (candidates.length === 0) return keep('saves-nothing')

  const baseline: Attempt[] = []
  for (const candidate of candidates) {
    const trial: Attempt[] = []
    let result = compareTrials(baseline, trial)
    while (trial.length < unseen.length && result.losses === 0) {
      const next = unseen.slice(trial.length, trial.length + step)
      const missing = unseen.slice(baseline.length, trial.length + next.length)
      baseline.push(...(await runTrial(missing, memory, counted.model, call)))
      trial.push(...(await runTrial(next, candidate, counted.model, call)))
      result = compareTrials(baseline, trial)
    }
    const shown = countSolvedPairs(baseline, trial).baseline > 0 && result.n >= leastTasks
    if (!shown || result.losses > 0) continue
    const tokensAfter = countTokens(candidate)
    const calls = counted.calls()
    return { decision: 'consolidated', memory: candidate, tokensBefore, tokensAfter, result, calls }
  }
  return keep('loses')
}

function countTokens(memory: readonly MemoryItem[]): number {
  return memory.reduce((sum, item) => sum + countMemoryTokens(item), 0)
}

function listExamples(memory: readonly MemoryItem[]): WorkedExample[] {
  const examples: WorkedExample[] = []
  for (const { example } of memory) if (example !== undefined) addDistinct(examples, example)
  return examples
}
