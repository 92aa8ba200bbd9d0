import { cosine } from '../../protocol/vector/cosine.ts'
import type { UseHistory } from '../library/find-stale.ts'
import type { DrawnInjection } from './draw-injection.ts'

/** A task whose outcome is known, and what had been found for it. */
export interface ReportedTask {
  /** The model that did it. */
  model: string
  /** 0…1000. */
  reward: number
  /** Embedding of the task's text. */
  embedding: Float32Array
  /** What was found for it, with the draw. */
  offered: readonly DrawnInjection[]
}

/** What became of the uses of experiences by one model. */
export interface ModelHistories {
  model: string
  histories: UseHistory[]
}

/**
 * Tells from reported tasks whether experiences helped: each task that the draw left an experience out of is compared with
 * the task most like it that had the experience, among those reported between the left-out ones before and after it. No task
 * counts twice, and neither reward decides what is compared, so without an effect help and harm are equally likely.
 * About a tenth of the tasks are left out; a history is that much shorter than the list of uses.
 *
 * @param tasks in the order in which they were reported
 * @returns models in the order in which they occur, and the experiences of each likewise
 */
export function compareUses(tasks: readonly ReportedTask[]): ModelHistories[] {
  const byModel = new Map<string, Map<string, Use[]>>()
  for (const { model, reward, embedding, offered } of tasks) {
    const byCid = byModel.get(model) ?? new Map<string, Use[]>()
    byModel.set(model, byCid)
    for (const { cid, injected } of offered) {
      const uses = byCid.get(cid) ?? []
      byCid.set(cid, uses)
      uses.push({ reward, embedding, injected })
    }
  }
  return [...byModel].map(([model, byCid]) => ({
    model,
    histories: [...byCid].map(([cid, uses]) => ({ cid, outcomes: comparePairs(uses) })),
  }))
}

interface Use {
  reward: number
  embedding: Float32Array
  injected: boolean
}

function comparePairs(uses: readonly Use[]): (-1 | 0 | 1)[] {
  const leftOut = uses.flatMap(({ injected }, index) => (injected ? [] : [index]))
  const taken = new Set<number>()
  return leftOut.flatMap((at, turn) => {
    const from = (leftOut[turn - 1] ?? -1) + 1
    const to = leftOut[turn + 1] ?? uses.length
    const without = uses[at]!
    let nearest: { index: number; score: number } | undefined
    for (let index = from; index < to; index++) {
      if (index === at || taken.has(index)) continue
      const score = likeness(uses[index]!.embedding, without.embedding)
      if (nearest === undefined || score > nearest.score) nearest = { index, score }
    }
    if (nearest === undefined) return []
    taken.add(nearest.index)
    return [compareRewards(uses[nearest.index]!.reward, without.reward)]
  })
}

function compareRewards(used: number, without: number): -1 | 0 | 1 {
  if (used === without) return 0
  return used > without ? 1 : -1
}

/** Vectors of different lengths are of different encoders. */
function likeness(a: Float32Array, b: Float32Array): number {
  return a.length === b.length ? cosine(a, b) : -1
}
