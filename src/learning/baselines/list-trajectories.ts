import type { Group } from '../collect-group.ts'
import type { MemoryItem } from '../memory.ts'

/** Episodes that fit beside a request without crowding it out. */
const MAX_EPISODES = 4

/**
 * Whole episodes as they went, one of each practice task, no lesson drawn: calls with what the service said to them.
 * A baseline: what an agent has that keeps its log and puts it into the prompt.
 */
export function listTrajectories(groups: readonly Group[]): MemoryItem[] {
  return groups
    .flatMap(({ episodes }) => episodes.toSorted((a, b) => b.reward - a.reward).slice(0, 1))
    .slice(0, MAX_EPISODES)
    .map(({ task, attempts }) => {
      const steps = attempts.map(({ answer, verdict }) =>
        verdict.success ? `${answer} was accepted` : `${answer} was refused: ${verdict.message}`,
      )
      return { text: `request ${JSON.stringify(task.request)}: ${steps.join('; then ')}` }
    })
}
