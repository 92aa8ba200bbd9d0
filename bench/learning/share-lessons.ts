import { tryReceived } from '../../src/learning/gate/try-received.ts'
import type { MemoryItem } from '../../src/learning/memory.ts'
import { weightedMedian } from '../../src/protocol/aggregate/weighted-median.ts'
import { findContentRefusal } from '../../src/protocol/experience/find-content-refusal.ts'
import type { CallOptions, LanguageModel, TaskSuite } from '../../src/protocol/ports.ts'
import { scoreTrial } from '../../src/sharing/score-trial.ts'

/** What one agent offers to the others about one tool. */
export interface OfferedLesson {
  domain: string
  memory: readonly MemoryItem[]
  /** Whether an adversary offers it. */
  hostile: boolean
}

/** What became of an offer. */
export interface JudgedLesson extends OfferedLesson {
  /** Why it was not even tried: a text rule. */
  refusal: string | undefined
  /** What every honest reviewer's trial shows, in per mille; undefined without a trial. */
  score: number | undefined
}

/** What {@link judgeLessons} needs. */
export interface JudgeLessonsOptions extends CallOptions {
  suite: TaskSuite
  model: LanguageModel
  /** Tasks of a trial. */
  trialTasks: number
}

/**
 * The reviewers' part of sharing, without its transport, which the demo runs on real sockets and a real chain: text rules
 * first, then a paired trial on practice tasks. The offer's place stands for its number in the registry.
 */
export async function judgeLessons(
  offers: readonly OfferedLesson[],
  { suite, model, trialTasks, ...call }: JudgeLessonsOptions,
): Promise<JudgedLesson[]> {
  return await Promise.all(
    offers.map(async (offer, index) => {
      const refusal = offer.memory.map(findContentRefusal).find((reason) => reason !== undefined)
      if (refusal !== undefined) return { ...offer, refusal, score: undefined }
      const counts = await tryReceived(offer.domain, offer.memory, {
        suite,
        model,
        tasks: trialTasks,
        number: BigInt(index + 1),
        ...call,
      })
      return { ...offer, refusal, score: counts === null ? undefined : scoreTrial(counts) }
    }),
  )
}

/** Voters of equal stake, of whom some are adversaries. */
export interface Electorate {
  honest: number
  hostile: number
  /** Least quality in per mille to be used. */
  useFrom: number
}

/**
 * The lessons that an honest agent uses: past the text rules, good enough in its own trial, and by the stake-weighted
 * median of all votes. Adversaries vote everything of theirs to the top and everything else to the bottom.
 */
export function chooseUsable(
  judged: readonly JudgedLesson[],
  { honest, hostile, useFrom }: Electorate,
): JudgedLesson[] {
  return judged.filter(({ score, hostile: isTheirs }) => {
    if (score === undefined || score < useFrom) return false
    const votes = [
      ...Array.from({ length: honest }, () => score),
      ...Array.from({ length: hostile }, () => (isTheirs ? 1000 : 0)),
    ]
    const weights = new Uint32Array(votes.length).fill(1)
    return weightedMedian({ values: Uint16Array.from(votes), weights }) >= useFrom
  })
}
