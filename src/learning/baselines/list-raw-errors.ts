import type { DomainEvidence } from '../gather-evidence.ts'
import type { MemoryItem } from '../memory.ts'

/** Messages that fit beside a request without crowding it out. */
const MAX_MESSAGES = 6

/** The environment's messages as they came, newest knowledge of a log without any learning: a baseline. */
export function listRawErrors({ domain, messages }: DomainEvidence): MemoryItem[] {
  return messages
    .slice(0, MAX_MESSAGES)
    .map((message) => ({ text: `${domain} refused a call: ${message}` }))
}
