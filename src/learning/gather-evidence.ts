import type { Group } from './collect-group.ts'
import type { WorkedExample } from '../protocol/experience/experience.ts'
import { addDistinct, listWorked } from './list-worked.ts'
import { keepField } from './prompts/focus-on-field.ts'
import type { RefusedCall } from './prompts/lesson-prompts.ts'

/** What practice showed about one parameter. */
export interface FieldEvidence {
  field: string
  /** Refused calls in which this parameter was wrong, in order of appearance, distinct. */
  refused: readonly RefusedCall[]
  /**
   * Accepted calls of the tool, those for a request that was first refused at the front, distinct by request; then what
   * was right about this parameter in calls that were refused for others.
   */
  worked: readonly WorkedExample[]
}

/** What practice showed about one domain. */
export interface DomainEvidence {
  domain: string
  signature: string
  /** Parameters that were wrong at least once, in the tool's order. */
  fields: readonly FieldEvidence[]
  /** Every accepted call, distinct by request, in order of appearance. */
  worked: readonly WorkedExample[]
  /** Every distinct message of the environment, in order of appearance. */
  messages: readonly string[]
  /** Share of episodes without memory that succeeded at the first attempt. */
  firstAttemptRate: number
}

/** Turns a domain's groups into contrasts: which calls were refused and why, which were accepted. */
export function gatherEvidence(domain: string, groups: readonly Group[]): DomainEvidence {
  const episodes = groups.flatMap((group) => group.episodes)
  const worked = listWorked(groups)
  const partial = new Map<string, WorkedExample[]>()
  const messages: string[] = []
  const refused = new Map<string, RefusedCall[]>()
  for (const { task, attempts } of episodes) {
    for (const { answer, verdict } of attempts) {
      if (verdict.unjudged === true || verdict.success) continue
      const call = { input: task.request, output: answer }
      const isNew = verdict.message !== '' && !messages.includes(verdict.message)
      if (isNew) messages.push(verdict.message)
      for (const field of task.keys.filter((key) => verdict.fields[key] === false)) {
        const list = refused.get(field) ?? []
        if (!list.some(({ output }) => output === answer))
          list.push({ ...call, message: verdict.message })
        refused.set(field, list)
      }
      for (const field of task.keys.filter((key) => verdict.fields[key] === true)) {
        const output = keepField(answer, field)
        if (output === undefined) continue
        const list = partial.get(field) ?? []
        addDistinct(list, { input: task.request, output })
        partial.set(field, list)
      }
    }
  }
  const workedFor = (field: string): WorkedExample[] => {
    const list = [...worked]
    for (const call of partial.get(field) ?? []) addDistinct(list, call)
    return list
  }
  const unaided = episodes.filter(({ memory }) => memory.length === 0)
  const [first] = groups
  const keys = first?.task.keys ?? []
  return {
    domain,
    signature: first?.task.head.replace(/^Tool: /, '') ?? domain,
    fields: keys
      .filter((field) => refused.has(field))
      .map((field) => ({ field, refused: refused.get(field) ?? [], worked: workedFor(field) })),
    worked,
    messages,
    firstAttemptRate:
      unaided.filter(({ reward }) => reward === 1).length / Math.max(1, unaided.length),
  }
}
