import type { CallOptions, LanguageModel, Task } from '../protocol/ports.ts'
import { collectGroup, type Group, toGroup } from './collect-group.ts'

/** What {@link collectGroups} needs. */
export interface CollectGroupsOptions extends CallOptions {
  /** Rollouts of a task, G ≥ 1; an unsolved task gets as many again. */
  groupSize: number
  /** Most attempts an episode, 1…3. */
  attempts: number
  /** Sampling temperature of all rollouts but the first of a group. */
  temperature: number
  /** Base of the samplers' seeds. */
  seed: number
}

/** How much hotter the second round samples: what the habit did not find is looked for further away. */
const SECOND_ROUND_HEAT = 0.4

/**
 * Rolls out a domain's practice tasks. Without a success there is nothing to contrast, so a task that no rollout
 * solved gets a second, hotter round.
 */
export async function collectGroups(
  tasks: readonly Task[],
  model: LanguageModel,
  { seed, temperature, ...options }: CollectGroupsOptions,
): Promise<Group[]> {
  return await Promise.all(
    tasks.map(async (task, index) => {
      const base = seed + index * 64
      const first = await collectGroup(task, model, { ...options, temperature, seed: base })
      if (first.episodes.some(({ reward }) => reward > 0)) return first
      const second = await collectGroup(task, model, {
        ...options,
        temperature: temperature + SECOND_ROUND_HEAT,
        greedyFirst: false,
        seed: base + 32,
      })
      return toGroup(task, [...first.episodes, ...second.episodes])
    }),
  )
}
