import { DsoError } from '../../protocol/errors.ts'
import type { CallOptions } from '../../protocol/ports/call-options.ts'
import type {
  Cassette,
  Completion,
  CompletionRequest,
  LanguageModel,
} from '../../protocol/ports/language-model.ts'
import { requestKey } from './request-key.ts'

/** Whose answers are replayed. */
export interface ReplayModelOptions {
  /** Name of the recorded model. */
  name: string
  /** Hash of the recorded model: part of every key. */
  hash: string
  cassette: Pick<Cassette, 'get'>
}

/**
 * A model that knows only what was recorded and invents nothing. A request that was not recorded is refused with
 * `RECORDING_MISS`, which names its key and shape but not its texts.
 */
export function createReplayModel({ name, hash, cassette }: ReplayModelOptions): LanguageModel {
  let closed = false
  return {
    name,
    hash,
    async complete(request: CompletionRequest, { signal }: CallOptions = {}): Promise<Completion> {
      signal?.throwIfAborted()
      if (closed) throw new DsoError('MODEL_FAILED', { details: { name, reason: 'closed' } })
      const key = requestKey(hash, request)
      const completion = await cassette.get(key)
      signal?.throwIfAborted()
      if (completion !== undefined) return completion
      throw new DsoError('RECORDING_MISS', { details: { model: name, key, ...outline(request) } })
    },
    close() {
      closed = true
      return Promise.resolve()
    },
  }
}

function outline(request: CompletionRequest): Record<string, unknown> {
  const { system, turns, format, maxTokens, temperature } = request
  return {
    format: format.kind === 'object' ? `object of ${format.keys.length} keys` : 'text',
    turns: turns.length,
    characters: turns.reduce((sum, { text }) => sum + text.length, system.length),
    maxTokens,
    temperature,
  }
}
