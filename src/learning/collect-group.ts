import type { CallOptions, LanguageModel, Task } from '../protocol/ports.ts'
import type { MemoryItem } from './memory.ts'
import { type Episode, runEpisode } from './run-episode.ts'

/** The G rollouts of one task. */
export interface Group {
  task: Task
  episodes: readonly Episode[]
  /** Whether rewards or attempts differ, so that there is something to contrast. */
  hasSpread: boolean
}

/** What {@link collectGroup} needs. */
export interface CollectGroupOptions extends CallOptions {
  /** Rollouts of the task, G ≥ 1. */
  groupSize: number
  /** Most attempts an episode, 1…3. */
  attempts: number
  /** Sampling temperature of the rollouts. */
  temperature: number
  /** Whether the first rollout is greedy instead, so that the group holds the habit itself. Default true. */
  greedyFirst?: boolean
  /** What the model is shown beside the task. Default nothing. */
  memory?: readonly MemoryItem[]
  /** Base of the samplers' seeds. */
  seed: number
}

/** Runs the rollouts of one task, in parallel where the model can. */
export async function collectGroup(
  task: Task,
  model: LanguageModel,
  options: CollectGroupOptions,
): Promise<Group> {
  const {
    groupSize,
    attempts,
    temperature,
    greedyFirst = true,
    memory = [],
    seed,
    ...call
  } = options
  const episodes = await Promise.all(
    Array.from({ length: groupSize }, (_, index) =>
      runEpisode(task, model, {
        memory,
        attempts,
        explores: true,
        sampling: {
          temperature: greedyFirst && index === 0 ? 0 : temperature,
          seed: seed + index * 16,
        },
        ...call,
      }),
    ),
  )
  return toGroup(task, episodes)
}

/** A group of a task's episodes. */
export function toGroup(task: Task, episodes: readonly Episode[]): Group {
  const outcomes = episodes.flatMap((episode) =>
    episode.attempts.map(({ verdict }) => verdict.success),
  )
  return { task, episodes, hasSpread: new Set(outcomes).size > 1 }
}
