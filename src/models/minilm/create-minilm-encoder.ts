import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { InferenceSession } from 'onnxruntime-node'
import { createTurns } from '../../protocol/create-turns.ts'
import { DsoError } from '../../protocol/errors.ts'
import type { CallOptions } from '../../protocol/ports/call-options.ts'
import type { Encoder } from '../../protocol/ports/encoder.ts'
import { loadRuntime } from '../load-runtime.ts'
import { poolMean } from './pool-mean.ts'

/** What {@link createMiniLmEncoder} needs. */
export interface MiniLmOptions {
  /** The ONNX file of all-MiniLM-L6-v2. */
  modelPath: string
  /** Its tokenizer.json. */
  tokenizerPath: string
  /** CPU threads. @defaultValue 1 */
  threads?: number
}

/** Length of the vectors of all-MiniLM-L6-v2. */
export const MINILM_DIMENSION = 384
/** Longer texts are cut after this many tokens, the frame of [CLS] and [SEP] included. */
const MAX_TOKENS = 256
/** Longer texts are cut before they are tokenized: 256 tokens never reach further than this in natural text. */
const MAX_CHARACTERS = 8192

/**
 * Loads the sentence encoder all-MiniLM-L6-v2: WordPiece, mean over all tokens, L2 norm 1. Texts are encoded one by
 * one, because 8-bit activations are scaled by all that stands in a batch: so a text's vector does not depend on its
 * neighbours.
 *
 * @throws DsoError `RUNTIME_MISSING` without onnxruntime-node or @huggingface/tokenizers, `MODEL_FAILED` when a file
 * cannot be loaded
 */
export async function createMiniLmEncoder({
  modelPath,
  tokenizerPath,
  threads = 1,
}: MiniLmOptions): Promise<Encoder> {
  const onnx = await loadRuntime('onnxruntime-node', async () => await import('onnxruntime-node'))
  const { Tokenizer } = await loadRuntime(
    '@huggingface/tokenizers',
    async () => await import('@huggingface/tokenizers'),
  )
  const name = 'all-MiniLM-L6-v2'
  try {
    const weights = await readFile(modelPath)
    const definition = JSON.parse(await readFile(tokenizerPath, 'utf8')) as Record<string, unknown>
    // As published it cuts at 128 tokens and fills up to 128; here texts keep their length.
    const tokenizer = new Tokenizer({ ...definition, truncation: null, padding: null }, {})
    const session = await onnx.InferenceSession.create(weights, {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      logSeverityLevel: 3,
    })
    return new MiniLmEncoder({
      name,
      hash: createHash('sha256').update(weights).digest('hex'),
      session,
      tokenize: (text) => tokenizer.encode(text).ids,
      tensor: (ids) => new onnx.Tensor('int64', ids, [1, ids.length]),
    })
  } catch (cause) {
    throw new DsoError('MODEL_FAILED', { details: { name }, cause })
  }
}

interface Parts {
  name: string
  hash: string
  session: InferenceSession
  tokenize: (text: string) => number[]
  tensor: (ids: BigInt64Array) => InferenceSession.OnnxValueMapType[string]
}

class MiniLmEncoder implements Encoder {
  readonly name: string
  readonly hash: string
  readonly dimension = MINILM_DIMENSION
  readonly #parts: Parts
  readonly #turns = createTurns()
  #closing: Promise<void> | undefined

  constructor(parts: Parts) {
    this.name = parts.name
    this.hash = parts.hash
    this.#parts = parts
  }

  async embed(
    texts: readonly string[],
    { signal, onProgress }: CallOptions = {},
  ): Promise<Float32Array[]> {
    const vectors: Float32Array[] = []
    for (const text of texts) {
      signal?.throwIfAborted()
      vectors.push(await this.#inTurn(() => this.#embedOne(text)))
      const done = vectors.length
      onProgress?.({ stage: 'embeddings', done, total: texts.length, unit: 'texts' })
    }
    signal?.throwIfAborted()
    return vectors
  }

  close(): Promise<void> {
    this.#closing ??= this.#turns(() => this.#parts.session.release())
    return this.#closing
  }

  /** One text at a time: the session has its own threads. */
  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closing !== undefined) {
      throw new DsoError('MODEL_FAILED', { details: { name: this.name, reason: 'closed' } })
    }
    return await this.#turns(work)
  }

  async #embedOne(text: string): Promise<Float32Array> {
    const { session, tokenize, tensor } = this.#parts
    try {
      const ids = cut(tokenize(text.slice(0, MAX_CHARACTERS)))
      const length = ids.length
      const outputs = await session.run({
        input_ids: tensor(BigInt64Array.from(ids, BigInt)),
        attention_mask: tensor(new BigInt64Array(length).fill(1n)),
        ...(session.inputNames.includes('token_type_ids')
          ? { token_type_ids: tensor(new BigInt64Array(length)) }
          : {}),
      })
      const states = outputs[session.outputNames[0] ?? '']?.data
      if (!(states instanceof Float32Array) || states.length !== length * MINILM_DIMENSION) {
        throw new Error('the model has another output than token states')
      }
      return poolMean(states, new Uint8Array(length).fill(1), MINILM_DIMENSION)
    } catch (cause) {
      throw new DsoError('MODEL_FAILED', { details: { name: this.name }, cause })
    }
  }
}

function cut(ids: readonly number[]): readonly number[] {
  const last = ids.at(-1)
  if (ids.length <= MAX_TOKENS || last === undefined) return ids
  return [...ids.slice(0, MAX_TOKENS - 1), last]
}
