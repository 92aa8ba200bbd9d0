import type { Llama, LlamaModel, Token } from 'node-llama-cpp'
import { DsoError } from '../../protocol/errors.ts'
import type { CallOptions } from '../../protocol/ports/call-options.ts'
import type { Completion, CompletionRequest } from '../../protocol/ports/language-model.ts'
import type {
  LogitsModel,
  NextLogitsRequest,
  PromptContext,
} from '../../protocol/ports/logits-model.ts'
import { loadRuntime } from '../load-runtime.ts'
import { CHATML_MARKERS, chatmlTokens } from './chatml.ts'
import { type Lanes, RequestLanes } from './request-lanes.ts'
import type { Lease } from './sequence-pool.ts'
import { objectHead, writeObject, writeText, type Writer } from './write-answer.ts'

/** What {@link createLlamaModel} needs. */
export interface LlamaModelOptions {
  /** The GGUF file of a model with the ChatML template. */
  path: string
  /** Human-readable name, for tables. */
  name: string
  /** SHA-256 (hex) of the file, as verified by the caller. */
  hash: string
  /**
   * Requests that advance together, 1…64. More share the cost of a step, each holds a context of its own.
   * @defaultValue 16
   */
  sequences?: number
  /**
   * Longest prompt and answer together, in tokens, of requests that advance together.
   * @defaultValue 1024
   */
  contextTokens?: number
  /**
   * Longest prompt and answer together of any request, at most what the model was trained for. What does not fit into
   * `contextTokens` is answered in a context of its own, four at a time.
   * @defaultValue 8192
   */
  longContextTokens?: number
  /**
   * CPU threads.
   * @defaultValue the number of cores that are useful for it
   */
  threads?: number
}

/** Sampling above temperature 0 is restricted to the likeliest tokens, as many and as much as this. */
const TOP_K = 40
const TOP_P = 0.95

/** Long requests that advance together: each holds as much memory as several short ones. */
const LONG_SEQUENCES = 4

/** Prompts are evaluated in chunks of at most this many tokens. */
const BATCH_TOKENS = 512

/**
 * Loads a GGUF model into this process: llama.cpp on the CPU, nothing compiled, nothing downloaded.
 *
 * Greedy at temperature 0; above it top-k 40, top-p 0.95 and one seeded draw per token. Concurrent requests share
 * batches, and the rounding of a batch depends on its size: the same request may, rarely, be answered differently
 * beside other requests than alone. Bit-exact repetition comes from recordings.
 *
 * @throws DsoError `RUNTIME_MISSING` without node-llama-cpp, `MODEL_FAILED` when the file cannot be loaded or has
 * another chat template
 */
export async function createLlamaModel(
  options: LlamaModelOptions,
  { signal, onProgress }: CallOptions = {},
): Promise<LogitsModel> {
  const { path, name, hash, sequences = 16, contextTokens = 1024, threads } = options
  const { longContextTokens = 8192 } = options
  const { getLlama, LlamaLogLevel } = await loadRuntime(
    'node-llama-cpp',
    async () => await import('node-llama-cpp'),
  )
  let llama: Llama | undefined
  try {
    llama = await getLlama({
      gpu: false,
      build: 'never',
      skipDownload: true,
      logLevel: LlamaLogLevel.error,
      ...(threads === undefined ? {} : { maxThreads: threads }),
    })
    const model = await llama.loadModel({
      modelPath: path,
      ...(signal === undefined ? {} : { loadSignal: signal }),
      onLoadProgress: (share) => {
        onProgress?.({ stage: 'model', done: Math.round(share * 100), total: 100, unit: 'percent' })
      },
    })
    if (CHATML_MARKERS.some((marker) => model.tokenize(marker, true).length !== 1)) {
      throw new DsoError('MODEL_FAILED', { details: { name, reason: 'not a ChatML model' } })
    }
    const useful = threads ?? llama.cpuMathCores
    const open = async (count: number, tokens: number, createSignal?: AbortSignal) =>
      await model.createContext({
        sequences: count,
        contextSize: tokens,
        batchSize: Math.min(BATCH_TOKENS, tokens),
        flashAttention: true,
        threads: useful,
        ...(createSignal === undefined ? {} : { createSignal }),
      })
    const most = Math.min(longContextTokens, model.trainContextSize)
    const lanes = new RequestLanes({
      name,
      short: await open(sequences, contextTokens, signal),
      openLong: most > contextTokens ? async () => await open(LONG_SEQUENCES, most) : undefined,
    })
    return new LoadedLlama({ name, hash, llama, model, lanes })
  } catch (cause) {
    await llama?.dispose()
    signal?.throwIfAborted()
    if (DsoError.is(cause)) throw cause
    throw new DsoError('MODEL_FAILED', { details: { name }, cause })
  }
}

interface Loaded {
  name: string
  hash: string
  llama: Llama
  model: LlamaModel
  lanes: RequestLanes
}

class LoadedLlama implements LogitsModel {
  readonly name: string
  readonly hash: string
  readonly #loaded: Loaded
  #vocabularySize: number | undefined
  #closing: Promise<void> | undefined

  constructor(loaded: Loaded) {
    this.name = loaded.name
    this.hash = loaded.hash
    this.#loaded = loaded
  }

  get vocabularySize(): number {
    this.#vocabularySize ??= [...this.#loaded.model.iterateAllTokens()].length
    return this.#vocabularySize
  }

  async complete(request: CompletionRequest, { signal }: CallOptions = {}): Promise<Completion> {
    this.#refuseIfClosed()
    return await this.#blame(signal, () => this.#complete(request, signal))
  }

  async nextLogits(
    { contexts, answer }: NextLogitsRequest,
    { signal }: CallOptions = {},
  ): Promise<Float32Array[]> {
    this.#refuseIfClosed()
    if (contexts.length === 0)
      throw new DsoError('SAMPLE_EMPTY', { details: { field: 'contexts' } })
    const tokens = this.#checkTokens(answer, 'answer')
    return await this.#blame(signal, () =>
      Promise.all(contexts.map((context) => this.#logitsAfter(context, tokens, signal))),
    )
  }

  tokenize(text: string): number[] {
    this.#refuseIfClosed()
    return this.#loaded.model.tokenize(text, false)
  }

  detokenize(tokens: readonly number[]): string {
    this.#refuseIfClosed()
    return this.#loaded.model.detokenize(this.#checkTokens(tokens, 'tokens'), false)
  }

  isEnd(token: number): boolean {
    this.#refuseIfClosed()
    return this.#checkTokens([token], 'token').some((each) => this.#loaded.model.isEogToken(each))
  }

  close(): Promise<void> {
    this.#closing ??= this.#release()
    return this.#closing
  }

  async #complete(
    request: CompletionRequest,
    signal: AbortSignal | undefined,
  ): Promise<Completion> {
    const { model, lanes } = this.#loaded
    const { format, maxTokens, temperature, seed } = request
    if (format.kind === 'object' && format.keys.length === 0) {
      return { text: '{}', finish: 'stop', promptTokens: 0, completionTokens: 0, durationMs: 0 }
    }
    const opening = format.kind === 'object' ? objectHead(format.keys, 0) : (format.prefill ?? '')
    const prompt = chatmlTokens(request, opening, (text, special) => model.tokenize(text, special))
    const answerIn = async (chosen: Lanes, lease: Lease): Promise<Completion> => {
      let held = prompt.length
      const started = performance.now()
      let draws = 0
      const writer: Writer = {
        next: async (tokens) => {
          held += tokens.length
          lanes.refuseTooLong(held, chosen)
          return await lease.next(tokens, {
            temperature,
            topK: TOP_K,
            topP: TOP_P,
            seed: mix(seed, draws++),
          })
        },
        tokenize: (text) => model.tokenize(text, false),
        detokenize: (tokens) => model.detokenize(tokens, false),
        isEnd: (token: Token) => model.isEogToken(token),
      }
      const answer =
        format.kind === 'object'
          ? await writeObject(writer, { keys: format.keys, maxTokens })
          : await writeText(writer, { stop: format.stop ?? [], maxTokens })
      return {
        text: answer.text,
        finish: answer.finish,
        promptTokens: prompt.length,
        completionTokens: answer.drawn,
        durationMs: performance.now() - started,
      }
    }
    return await lanes.run(
      prompt.length,
      async (chosen) =>
        await chosen.pool.run(prompt, signal, async (lease) => await answerIn(chosen, lease)),
    )
  }

  async #logitsAfter(
    context: PromptContext,
    answer: readonly Token[],
    signal: AbortSignal | undefined,
  ): Promise<Float32Array> {
    const { model, lanes } = this.#loaded
    const head = chatmlTokens(context, '', (text, special) => model.tokenize(text, special))
    const prompt = [...head, ...answer]
    const found = await lanes.run(
      prompt.length,
      async ({ pool }) => await pool.run(prompt, signal, (lease) => lease.logits([])),
    )
    if (found.size !== this.vocabularySize) {
      const reason = `logits of ${found.size} tokens`
      throw new DsoError('MODEL_FAILED', { details: { name: this.name, reason } })
    }
    const logits = new Float32Array(this.vocabularySize)
    for (const [token, logit] of found) logits[token] = logit
    return logits
  }

  /** The runtime reads beyond its tables for a token that does not exist. */
  #checkTokens(tokens: readonly number[], field: string): Token[] {
    const size = this.vocabularySize
    const index = tokens.findIndex(
      (token) => !(Number.isInteger(token) && token >= 0 && token < size),
    )
    if (index >= 0) {
      throw new DsoError('OPTION_INVALID', {
        details: { field, index, token: tokens[index], size },
      })
    }
    return tokens as Token[]
  }

  #refuseIfClosed(): void {
    if (this.#closing === undefined) return
    throw new DsoError('MODEL_FAILED', { details: { name: this.name, reason: 'closed' } })
  }

  /** Reports a fault of the runtime as one of this model. */
  async #blame<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (cause) {
      signal?.throwIfAborted()
      if (DsoError.is(cause)) throw cause
      throw new DsoError('MODEL_FAILED', { details: { name: this.name }, cause })
    }
  }

  async #release(): Promise<void> {
    const { lanes, model, llama } = this.#loaded
    await lanes.close()
    await model.dispose()
    await llama.dispose()
  }
}

/** A seed for each draw, because every draw starts a fresh generator (the finaliser of MurmurHash3). */
function mix(seed: number, draw: number): number {
  let x = (seed ^ Math.imul(draw + 1, 0x9e3779b9)) >>> 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}
