import { checkExample } from './check-example.ts'
import { checkText } from './check-text.ts'
import type { WorkedExample } from './experience.ts'
import type { TextRefusal } from './text-rules.ts'

/**
 * Why the sentence or the example of an experience must not be shared or used; undefined when both may. Authors ask
 * before publishing, receivers before trying: the same rule for both.
 */
export function findContentRefusal(content: {
  text?: string
  example?: WorkedExample
}): TextRefusal | undefined {
  const { text, example } = content
  const verdicts = [
    ...(text === undefined ? [] : [checkText(text)]),
    ...(example === undefined ? [] : [checkExample(example)]),
  ]
  return verdicts.find((verdict) => !verdict.ok)?.reason
}
