import { checkExample } from '../../../src/protocol/experience/check-example.ts'
import { checkText } from '../../../src/protocol/experience/check-text.ts'
import { EXAMPLES, TEXTS } from './sample-texts.ts'

/** Sentences and examples with the verdict of the text rules. */
export function createTextRuleVectors(): object {
  return {
    description: 'Verdicts on shared texts: "ok" or the reason of the refusal.',
    texts: TEXTS.map((text) => ({ text, verdict: nameVerdict(checkText(text)) })),
    examples: EXAMPLES.map((example) => ({
      ...example,
      verdict: nameVerdict(checkExample(example)),
    })),
  }
}

function nameVerdict(verdict: ReturnType<typeof checkText>): string {
  return verdict.ok ? 'ok' : verdict.reason
}
