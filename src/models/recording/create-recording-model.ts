import { DsoError } from '../../protocol/errors.ts'
import type { CallOptions } from '../../protocol/ports/call-options.ts'
import type {
  Cassette,
  Completion,
  CompletionRequest,
  LanguageModel,
} from '../../protocol/ports/language-model.ts'
import { requestKey } from './request-key.ts'
import { SharedCalls } from './shared-calls.ts'

/** What the answers given so far have cost. */
export interface ModelUsage {
  /** Requests that the model had to answer. */
  callsMade: number
  /** Requests that a kept or concurrent answer served. */
  callsReused: number
  /** Prompt tokens of every distinct request, whenever it was made. */
  promptTokens: number
  /** Generated tokens of every distinct request, whenever it was made. */
  completionTokens: number
  /** Wall time of every distinct request when it was made, summed; concurrent calls overlap. */
  modelMs: number
}

/** A model that never makes a finished call again. */
export interface RecordingModel extends LanguageModel {
  /** What has been used since it was created. */
  usage(): ModelUsage
}

/**
 * Puts a cassette before a model: a request that was ever answered is not made again, in this run or a later one, and
 * identical requests at the same time share one call. A shared call is aborted when all who wait for it have gone.
 * Closing it closes the model.
 */
export function createRecordingModel(model: LanguageModel, cassette: Cassette): RecordingModel {
  const calls = new SharedCalls<Completion>()
  const counted = new Set<string>()
  let closed = false
  const usage = { callsMade: 0, callsReused: 0, promptTokens: 0, completionTokens: 0, modelMs: 0 }

  const obtain = async (
    key: string,
    request: CompletionRequest,
    signal: AbortSignal,
  ): Promise<{ completion: Completion; made: boolean }> => {
    const kept = await cassette.get(key)
    if (kept !== undefined) return { completion: kept, made: false }
    const completion = await model.complete(request, { signal })
    await cassette.put(key, completion)
    return { completion, made: true }
  }

  const count = (key: string, completion: Completion, made: boolean): void => {
    if (made) usage.callsMade++
    else usage.callsReused++
    if (counted.has(key)) return
    counted.add(key)
    usage.promptTokens += completion.promptTokens
    usage.completionTokens += completion.completionTokens
    usage.modelMs += completion.durationMs
  }

  return {
    name: model.name,
    hash: model.hash,
    usage: () => ({ ...usage }),
    async close() {
      closed = true
      await model.close()
    },
    async complete(request: CompletionRequest, { signal }: CallOptions = {}): Promise<Completion> {
      if (closed) {
        throw new DsoError('MODEL_FAILED', { details: { name: model.name, reason: 'closed' } })
      }
      const key = requestKey(model.hash, request)
      let first = false
      const completion = await calls.join(key, signal, async (shared) => {
        first = true
        const { completion: answer, made } = await obtain(key, request, shared)
        count(key, answer, made)
        return answer
      })
      if (!first) usage.callsReused++
      return { ...completion }
    },
  }
}
