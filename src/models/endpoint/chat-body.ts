import type { CompletionRequest } from '../../protocol/ports/language-model.ts'

/** Tokens that the keys and punctuation of an object take, per key. */
const TOKENS_PER_KEY = 16
/** The API allows no more stop texts; the rest is cut afterwards. */
const MAX_STOPS = 4

/** The JSON body of a chat completion request. `jsonMode` asks the server itself to enforce an object. */
export function chatBody(
  model: string,
  request: CompletionRequest,
  jsonMode: boolean,
): Record<string, unknown> {
  const { system, turns, format, maxTokens, temperature, seed } = request
  const messages = [
    ...(system === '' ? [] : [{ role: 'system', content: system }]),
    ...turns.map(({ role, text }) => ({ role, content: text })),
  ]
  const last = messages.at(-1)
  const wish = wishFor(request)
  if (wish !== '' && last?.role === 'user') last.content += `\n\n${wish}`
  else if (wish !== '') messages.push({ role: 'user', content: wish })
  const stop = format.kind === 'text' ? (format.stop ?? []).slice(0, MAX_STOPS) : []
  const tokens =
    format.kind === 'text' ? maxTokens : format.keys.length * (maxTokens + TOKENS_PER_KEY)
  return {
    model,
    messages,
    temperature,
    max_tokens: Math.max(1, tokens),
    ...(temperature === 0 ? {} : { seed }),
    ...(stop.length === 0 ? {} : { stop }),
    ...(jsonMode ? { response_format: { type: 'json_object' } } : {}),
  }
}

function wishFor({ format }: CompletionRequest): string {
  if (format.kind === 'object') {
    const keys = format.keys.map((key) => JSON.stringify(key)).join(', ')
    return `Answer with one flat JSON object and nothing else. Its keys are exactly: ${keys}.`
  }
  const { prefill = '' } = format
  return prefill === '' ? '' : `Begin your answer with exactly: ${prefill}`
}
