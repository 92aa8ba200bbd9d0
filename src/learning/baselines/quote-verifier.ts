import type { DomainEvidence } from '../gather-evidence.ts'
import { stripValues } from '../prompts/strip-values.ts'

/**
 * The verifier's own words as a sentence, no language model involved: what a template can learn by copying the first
 * refusal. A baseline that every table prints, and a form that competes at the gate.
 */
export function quoteVerifier({ domain, messages }: DomainEvidence): string | undefined {
  const [first] = messages
  if (first === undefined) return undefined
  return `When calling ${domain}: ${stripValues(first)}.`
}
