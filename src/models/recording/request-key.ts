import { createHash } from 'node:crypto'
import type { CompletionRequest } from '../../protocol/ports/language-model.ts'

/**
 * The key of a recorded completion: SHA-256 (hex) of model hash and everything in the request that can change the
 * answer. Requests that mean the same have the same key: an absent and an empty `prefill` or `stop`, and any seed at
 * temperature 0.
 */
export function requestKey(modelHash: string, request: CompletionRequest): string {
  const { system, turns, format, maxTokens, temperature, seed } = request
  return hashOf([
    'completion',
    modelHash,
    system,
    turns.map(({ role, text }) => [role, text]),
    format.kind === 'object'
      ? ['object', format.keys]
      : ['text', format.prefill ?? '', format.stop ?? []],
    maxTokens,
    temperature,
    temperature === 0 ? 0 : seed,
  ])
}

/** The key of a recorded embedding: SHA-256 (hex) of encoder hash and text. */
export function embeddingKey(encoderHash: string, text: string): string {
  return hashOf(['embedding', encoderHash, text])
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}
