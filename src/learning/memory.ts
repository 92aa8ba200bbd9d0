import type { WorkedExample } from '../protocol/experience/experience.ts'

/** One piece of memory as it may enter a prompt: a sentence, a worked example, or both. */
export interface MemoryItem {
  text?: string
  example?: WorkedExample
}
