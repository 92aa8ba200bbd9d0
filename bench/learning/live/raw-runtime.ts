import type { Token } from 'node-llama-cpp'
import { CHATML_MARKERS, chatmlTokens } from '../../../src/models/llama/chatml.ts'
import { objectHead } from '../../../src/models/llama/write-answer.ts'
import { loadRuntime } from '../../../src/models/load-runtime.ts'
import { DsoError } from '../../../src/protocol/errors.ts'
import type { CompletionRequest } from '../../../src/protocol/ports.ts'

/** The work that one answer was, in tokens. */
export interface TokenWork {
  /** The prompt, evaluated anew. */
  prompt: readonly number[]
  /** Tokens to be drawn, ≥ 1. */
  drawn: number
  /** Pieces that are appended to what was drawn without being drawn: the keys of an object but the first. */
  given: readonly (readonly number[])[]
  temperature: number
  seed: number
}

/** The runtime by itself: what is there to be reached. */
export interface RawRuntime {
  /** The work of a request whose answer took so many drawn tokens. */
  describeWork(request: CompletionRequest, drawn: number): TokenWork
  /** Does all of it at once, one sequence for each; at most as many as there are sequences. */
  run(work: readonly TokenWork[]): Promise<void>
  close(): Promise<void>
}

/** What {@link openRawRuntime} needs. */
export interface RawRuntimeOptions {
  /** The GGUF file. */
  path: string
  sequences: number
  contextTokens: number
  threads?: number | undefined
}

/** As our adapter draws. */
const SAMPLING = { topK: 40, topP: 0.95 }

/**
 * Opens node-llama-cpp as its own documentation does for parallel answers: one context of many sequences, each with its own
 * `evaluate`, which the runtime batches by itself. Settings that a model is loaded with are those of our adapter.
 *
 * @throws DsoError `RUNTIME_MISSING`, `MODEL_FAILED`
 */
export async function openRawRuntime({
  path,
  sequences,
  contextTokens,
  threads,
}: RawRuntimeOptions): Promise<RawRuntime> {
  const { getLlama, LlamaLogLevel } = await loadRuntime(
    'node-llama-cpp',
    async () => await import('node-llama-cpp'),
  )
  const llama = await getLlama({
    gpu: false,
    build: 'never',
    skipDownload: true,
    logLevel: LlamaLogLevel.error,
    ...(threads === undefined ? {} : { maxThreads: threads }),
  })
  const model = await llama.loadModel({ modelPath: path })
  const context = await model.createContext({
    sequences,
    contextSize: contextTokens,
    batchSize: Math.min(BATCH_TOKENS, contextTokens),
    flashAttention: true,
    threads: threads ?? llama.cpuMathCores,
  })
  const held = Array.from({ length: sequences }, () => context.getSequence())
  const tokenize = (text: string, special: boolean): Token[] => model.tokenize(text, special)
  if (CHATML_MARKERS.some((marker) => tokenize(marker, true).length !== 1)) {
    throw new DsoError('MODEL_FAILED', { details: { path, reason: 'not a ChatML model' } })
  }
  return {
    describeWork(request, drawn) {
      const { format, temperature, seed } = request
      const keys = format.kind === 'object' ? format.keys : []
      const opening = format.kind === 'object' ? objectHead(keys, 0) : (format.prefill ?? '')
      return {
        prompt: chatmlTokens(request, opening, tokenize),
        drawn,
        given: keys.slice(1).map((_, index) => tokenize(objectHead(keys, index + 1), false)),
        temperature,
        seed,
      }
    },
    async run(work) {
      if (work.length > held.length) throw new RangeError(`${work.length} answers at once`)
      await Promise.all(
        work.map(async ({ prompt, drawn, given, temperature, seed }, index) => {
          const sequence = held[index]
          if (sequence === undefined) return
          await sequence.clearHistory()
          const options = { ...SAMPLING, temperature, seed, yieldEogToken: true }
          const tokens = sequence.evaluate([...prompt] as Token[], options)
          let next = await tokens.next()
          for (let done = 1; done < drawn && next.done !== true; done++) {
            const key = given[givenAfter(done, drawn, given.length)] ?? []
            next = await tokens.next([next.value, ...key] as Token[])
          }
          await tokens.return()
        }),
      )
    },
    async close() {
      await context.dispose()
      await model.dispose()
      await llama.dispose()
    },
  }
}

/** As our adapter does. */
const BATCH_TOKENS = 512

/**
 * Which of `count` pieces comes after the drawn token `done` of `drawn`, −1 for none: they are spread evenly, because where
 * a value ends is not known.
 */
export function givenAfter(done: number, drawn: number, count: number): number {
  for (let piece = 0; piece < count; piece++) {
    if (done === Math.max(1, Math.floor((drawn * (piece + 1)) / (count + 1)))) return piece
  }
  return -1
}
