import { countUtf8Bytes } from '../../protocol/encoding/count-utf8-bytes.ts'
import { MAX_TEXT_WORDS } from '../../protocol/experience/check-text.ts'
import { MAX_TEXT_BYTES } from '../../protocol/experience/experience.ts'
import type { MemoryItem } from '../memory.ts'
import { lessonOpening } from '../prompts/lesson-prompts.ts'
import type { ProposedLesson } from '../propose-lessons.ts'

/**
 * Merges the sentences about a domain's parameters into one where that stays within the limits of words and bytes: one
 * condition, the strategies after it. What does not fit keeps a sentence of its own.
 */
export function mergeLessons(domain: string, lessons: readonly ProposedLesson[]): MemoryItem[] {
  const merged: string[] = []
  for (const { field, text } of lessons) {
    const tail = text
      .slice(lessonOpening({ domain, field, signature: '' }).length)
      .replace(/\.$/, '')
    const last = merged.at(-1)
    const joined = `${last?.replace(/\.$/, '')}; write ${field}${tail}.`
    const fits =
      joined.split(' ').length <= MAX_TEXT_WORDS && countUtf8Bytes(joined) <= MAX_TEXT_BYTES
    if (last !== undefined && fits) merged[merged.length - 1] = joined
    else merged.push(text)
  }
  return merged.map((text) => ({ text }))
}
