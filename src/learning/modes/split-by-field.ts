import { copiesFailure, withoutExample } from '../copied-example.ts'
import type { DomainEvidence } from '../gather-evidence.ts'
import { lessonOpening } from '../prompts/lesson-prompts.ts'
import type { Proposals } from '../propose-lessons.ts'

/** Sentences as the gate takes them. */
export interface SplitSentences extends Proposals {
  /** Sentences about no single parameter: the gate tries each as a candidate of its own. */
  general: readonly string[]
}

/**
 * Sorts sentences by the parameter they speak of, as far as their opening says it and practice found that parameter
 * wrong. Examples that were copied out of a refused call are refused here, as in every mode; the rule goes on without
 * its example, where there is one.
 */
export function splitByField(
  sentences: readonly string[],
  { domain, signature, fields }: DomainEvidence,
): SplitSentences {
  const split: SplitSentences & { general: string[] } = { lessons: [], refused: [], general: [] }
  for (const text of sentences) {
    const field = fields.find((each) => {
      const opening = lessonOpening({ domain, signature, field: each.field })
      return text.startsWith(opening) && !/^[\p{L}\p{N}_]/u.test(text.slice(opening.length))
    })
    const suspects = field === undefined ? fields : [field]
    const copied = suspects.find((each) => copiesFailure(text, each))
    const lesson = { field: (field ?? copied)?.field ?? '', mode: 'group' as const, text }
    if (copied !== undefined) split.refused.push({ ...lesson, reason: 'copies-failure' })
    const rule = copied === undefined ? text : withoutExample(text)
    const opening = field && `${lessonOpening({ domain, signature, field: field.field })}.`
    if (rule === opening || rule === '.') continue
    if (field === undefined) split.general.push(rule)
    else split.lessons.push({ ...lesson, text: rule })
  }
  return split
}
