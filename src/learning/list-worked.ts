import type { WorkedExample } from '../protocol/experience/experience.ts'
import type { Group } from './collect-group.ts'

/** Accepted calls of these groups, distinct by request: those for a request that was first refused at the front. */
export function listWorked(groups: readonly Group[]): WorkedExample[] {
  const repaired: WorkedExample[] = []
  const direct: WorkedExample[] = []
  for (const { task, attempts } of groups.flatMap((group) => group.episodes)) {
    for (const { answer, verdict } of attempts) {
      if (verdict.unjudged === true || !verdict.success) continue
      const call = { input: task.request, output: answer }
      addDistinct(attempts.length > 1 ? repaired : direct, call)
    }
  }
  for (const call of direct) addDistinct(repaired, call)
  return repaired
}

/** Adds a call unless its request is there. */
export function addDistinct(list: WorkedExample[], call: WorkedExample): void {
  if (!list.some(({ input }) => input === call.input)) list.push(call)
}
