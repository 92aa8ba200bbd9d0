import type { CallOptions, LanguageModel, Task } from '../protocol/ports.ts'
import { type CollectGroupOptions, collectGroup, type Group, toGroup } from './collect-group.ts'
import { listWorked } from './list-worked.ts'
import type { MemoryItem } from './memory.ts'

/** What {@link collectGroups} needs. */
export interface CollectGroupsOptions extends CallOptions {
  /** Rollouts of a task, G ≥ 1; a domain without any accepted call gets one more. */
  groupSize: number
  /** Most attempts an episode, 1…3. */
  attempts: number
  /** Sampling temperature of all rollouts but the first of a group. */
  temperature: number
  /** Base of the samplers' seeds. */
  seed: number
  /** Groups of earlier rounds: their accepted calls are shown. Default none. */
  earlier?: readonly Group[]
}

/** How much hotter the second round samples: what the habit did not find is looked for further away. */
const SECOND_ROUND_HEAT = 0.4

/** Most accepted calls that a guided rollout is shown. */
const GUIDES = 3

/**
 * Rolls out a domain's practice tasks. Without a success there is nothing to contrast, so where no task was solved, all
 * get one more, hotter rollout. As soon as any call was accepted, it is shown, once, for the tasks that are still
 * unsolved: one success leads to others, and several are what a mapping is learnt from.
 */
export async function collectGroups(
  tasks: readonly Task[],
  model: LanguageModel,
  { seed, temperature, earlier = [], ...options }: CollectGroupsOptions,
): Promise<Group[]> {
  const roll = async (
    groups: readonly Group[],
    round: Partial<CollectGroupOptions> & { shift: number },
  ): Promise<Group[]> =>
    await Promise.all(
      groups.map(async (group, index) => {
        if (isSolved(group)) return group
        const { shift, ...change } = round
        const base = seed + index * 64 + shift
        const next = { ...options, temperature, seed: base, ...change }
        const { episodes } = await collectGroup(group.task, model, next)
        return toGroup(group.task, [...group.episodes, ...episodes])
      }),
    )
  const known = guide(earlier)
  let groups = await roll(
    tasks.map((task) => toGroup(task, [])),
    { shift: 0, memory: known, ...(known.length > 0 ? { groupSize: 1 } : {}) },
  )
  if (known.length === 0 && !groups.some(isSolved)) {
    const hotter = temperature + SECOND_ROUND_HEAT
    const round = { shift: 32, temperature: hotter, greedyFirst: false, groupSize: 1 }
    groups = await roll(groups, round)
  }
  const memory = guide([...earlier, ...groups])
  if (memory.length === 0) return groups
  return await roll(groups, { shift: 48, memory, groupSize: 1 })
}

function isSolved({ episodes }: Group): boolean {
  return episodes.some(({ reward }) => reward > 0)
}

/** Accepted calls with different answers, as memory. */
function guide(groups: readonly Group[]): MemoryItem[] {
  const byAnswer = Map.groupBy(listWorked(groups), ({ output }) => output)
  return [...byAnswer.values()].slice(0, GUIDES).map(([example]) => ({ example: example! }))
}
