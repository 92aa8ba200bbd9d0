import type { WorkedExample } from '../protocol/experience/experience.ts'
import type { FieldEvidence } from './gather-evidence.ts'
import { keepField } from './prompts/focus-on-field.ts'

/** The value that a sentence gives as its example. */
const EXAMPLE = /e\.g\.,? "?([^"]+?)"?(?: for |,? if |\.$)/

/**
 * Whether the example in a sentence is a value of this parameter that was refused and never accepted. Small models copy
 * such values out of the failed call, and then copy them out of the lesson.
 */
export function copiesFailure(text: string, { field, refused, worked }: FieldEvidence): boolean {
  const shown = EXAMPLE.exec(text)?.[1]
  if (shown === undefined) return false
  const quoted = [shown, JSON.stringify(shown)].map(
    (value) => `{${JSON.stringify(field)}:${value}}`,
  )
  const stands = (calls: readonly WorkedExample[]): boolean =>
    calls.some(({ output }) => quoted.includes(keepField(output, field) ?? ''))
  return stands(refused) && !stands(worked)
}

/** The sentence without its example. */
export function withoutExample(text: string): string {
  return `${text.replace(/[,;:]?[\s(]+e\.g\..*$/, '')}.`
}
