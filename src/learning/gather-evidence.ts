import type { Group } from './collect-group.ts'
import type { WorkedExample } from '../protocol/experience/experience.ts'
import type { RefusedCall } from './prompts/lesson-prompts.ts'

/** What practice showed about one parameter. */
export interface FieldEvidence {
  field: string
  /** Refused calls in which this parameter was wrong, in order of appearance, distinct. */
  refused: readonly RefusedCall[]
  /** Accepted calls of the tool, those for a request that was first refused at the front, distinct by request. */
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
  /** Share of episodes that succeeded at the first attempt. */
  firstAttemptRate: number
}

/** Turns a domain's groups into contrasts: which calls were refused and why, which were accepted. */
export function gatherEvidence(domain: string, groups: readonly Group[]): DomainEvidence {
  const episodes = groups.flatMap((group) => group.episodes)
  const worked: WorkedExample[] = []
  const repaired: WorkedExample[] = []
  const messages: string[] = []
  const refused = new Map<string, RefusedCall[]>()
  for (const { task, attempts } of episodes) {
    for (const { answer, verdict } of attempts) {
      if (verdict.unjudged === true) continue
      const call = { input: task.request, output: answer }
      if (verdict.success) {
        addDistinct(attempts.length > 1 ? repaired : worked, call)
        continue
      }
      const isNew = verdict.message !== '' && !messages.includes(verdict.message)
      if (isNew) messages.push(verdict.message)
      for (const field of task.keys.filter((key) => verdict.fields[key] === false)) {
        const list = refused.get(field) ?? []
        if (!list.some(({ output }) => output === answer))
          list.push({ ...call, message: verdict.message })
        refused.set(field, list)
      }
    }
  }
  const accepted = [...repaired]
  for (const call of worked) addDistinct(accepted, call)
  const [first] = groups
  const keys = first?.task.keys ?? []
  return {
    domain,
    signature: first?.task.head.replace(/^Tool: /, '') ?? domain,
    fields: keys
      .filter((field) => refused.has(field))
      .map((field) => ({ field, refused: refused.get(field) ?? [], worked: accepted })),
    worked: accepted,
    messages,
    firstAttemptRate:
      episodes.filter(({ reward }) => reward === 1).length / Math.max(1, episodes.length),
  }
}

function addDistinct(list: WorkedExample[], call: WorkedExample): void {
  if (!list.some(({ input }) => input === call.input)) list.push(call)
}
