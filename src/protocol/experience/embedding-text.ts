import type { WorkedExample } from './experience.ts'

/** The part of an experience that its embedding speaks of. */
export type ExperienceContent =
  | { kind: 'sentence'; text: string }
  | { kind: 'example'; example: WorkedExample }
  | { kind: 'both'; text: string; example: WorkedExample }

/**
 * What is embedded for an experience: its sentence, or the request of its example where it has none. Receivers
 * re-encode exactly this text to check the code that travelled.
 */
export function embeddingText(content: ExperienceContent): string {
  return content.kind === 'example' ? content.example.input : content.text
}
