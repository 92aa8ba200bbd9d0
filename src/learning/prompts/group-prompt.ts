import type { CompletionRequest } from '../../protocol/ports.ts'
import type { DomainEvidence } from '../gather-evidence.ts'

/** Most requests whose attempts are shown; the ones with a refusal and an acceptance come first. */
const MAX_REQUESTS = 12
/** Longest rule of one parameter, in tokens. */
const MAX_RULE_TOKENS = 60

/**
 * The full group prompt (version 1): every request with all its attempts, refused and accepted, and the question what
 * tells them apart, for all parameters at once. For models that can take it: below 2 B parameters it was measured to
 * fail where the contrast pair works. Each value of the answer continues "write PARAMETER".
 */
export function groupPrompt({ signature, fields, worked }: DomainEvidence): CompletionRequest {
  const attempts = new Map<string, { refused: Set<string>; accepted: Set<string> }>()
  const of = (request: string) => {
    const known = attempts.get(request) ?? { refused: new Set(), accepted: new Set() }
    attempts.set(request, known)
    return known
  }
  for (const { refused } of fields) {
    for (const { input, output, message } of refused)
      of(input).refused.add(`${output} → refused: ${message}`)
  }
  for (const { input, output } of worked) of(input).accepted.add(`${output} → accepted`)
  const contrast = ({
    refused,
    accepted,
  }: {
    refused: Set<string>
    accepted: Set<string>
  }): number => Math.min(1, refused.size) + Math.min(1, accepted.size)
  const shown = [...attempts]
    .toSorted(([, a], [, b]) => contrast(b) - contrast(a))
    .slice(0, MAX_REQUESTS)
    .map(([request, { refused, accepted }]) =>
      [`Request ${JSON.stringify(request)}`, ...refused, ...accepted].join('\n- '),
    )
  const names = fields.map(({ field }) => field)
  return {
    system:
      'You study the attempts of an agent at one tool. Sort the accepted from the refused calls, find what tells them ' +
      'apart, and state the rule behind it, so that the next call works at once.',
    turns: [
      {
        role: 'user',
        text:
          `Tool: ${signature}\n${shown.join('\n')}\n\n` +
          `For each of ${names.join(', ')}: complete "write PARAMETER …" in at most twenty words. State the rule for any ` +
          'request, all its cases where it has cases, and one example that stands in no attempt above.',
      },
    ],
    format: { kind: 'object', keys: names },
    maxTokens: MAX_RULE_TOKENS,
    temperature: 0,
    seed: 0,
  }
}
