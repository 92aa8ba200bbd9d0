import { createHash } from 'node:crypto'
import { DsoError } from '../../protocol/errors.ts'
import type { CallOptions } from '../../protocol/ports/call-options.ts'
import type {
  Completion,
  CompletionRequest,
  LanguageModel,
} from '../../protocol/ports/language-model.ts'
import { coerceFlatObject } from '../flat-object.ts'
import { firstStop } from '../stop-texts.ts'

/** What {@link createScriptedModel} needs. */
export interface ScriptedModelOptions {
  /** @defaultValue `scripted` */
  name?: string
  /** What the model says to a request; undefined when the script has ended. */
  answer: (request: CompletionRequest) => string | undefined | Promise<string | undefined>
}

/**
 * A model whose answers a function gives, held to the same contract as any: stop texts and `maxTokens` cut, objects
 * are exact and canonical. A token is a word with the white space before it.
 * Its `complete` throws `SCRIPT_EXHAUSTED` when the function has no answer.
 */
export function createScriptedModel({
  name = 'scripted',
  answer,
}: ScriptedModelOptions): LanguageModel {
  let closed = false
  return {
    name,
    hash: createHash('sha256').update(`scripted\n${name}`).digest('hex'),
    async complete(request: CompletionRequest, { signal }: CallOptions = {}): Promise<Completion> {
      signal?.throwIfAborted()
      if (closed) throw new DsoError('MODEL_FAILED', { details: { name, reason: 'closed' } })
      const said = await answer(request)
      signal?.throwIfAborted()
      if (said === undefined) throw new DsoError('SCRIPT_EXHAUSTED', { details: { name } })
      const { format, system, turns, maxTokens } = request
      const promptTokens = [system, ...turns.map(({ text }) => text)].reduce(
        (sum, text) => sum + wordsOf(text).length,
        0,
      )
      const uncut = { promptTokens, durationMs: 0, finish: 'stop' as const }
      if (format.kind === 'object') {
        const text = coerceFlatObject(format.keys, said)
        return { ...uncut, text, completionTokens: wordsOf(text).length }
      }
      const cut = firstStop(said, format.stop)
      const text = cut < 0 ? said : said.slice(0, cut)
      const words = wordsOf(text)
      if (words.length <= maxTokens) return { ...uncut, text, completionTokens: words.length }
      const kept = words.slice(0, maxTokens).join('')
      return { ...uncut, text: kept, finish: 'length', completionTokens: maxTokens }
    },
    close() {
      closed = true
      return Promise.resolve()
    },
  }
}

function wordsOf(text: string): string[] {
  return text.match(/\s*\S+/g) ?? []
}
