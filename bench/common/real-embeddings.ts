import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { MINILM_DIMENSION } from '../../src/models/minilm/create-minilm-encoder.ts'
import { findWeights } from '../../src/models/weights/find-weights.ts'
import { ENCODER_WEIGHTS, openEncoder } from '../../src/node/open-model.ts'
import type { CallOptions, Encoder } from '../../src/protocol/ports.ts'
import { CORPUS_HASH, loadCorpus } from './corpus.ts'

/** How many texts are kept out of the collection, to ask it with. */
export const QUERY_COUNT = 500

/** Texts that are embedded before the next are written to the cache. */
const CHUNK = 250

const ROW_BYTES = 4 * MINILM_DIMENSION

/** What {@link loadRealEmbeddings} needs. */
export interface LoadRealEmbeddingsOptions extends CallOptions {
  /** Texts in the collection, beside the queries. */
  count: number
  /** Gets `bench/` and `weights/`. */
  dataFolder: string
  /** What reads the texts. @defaultValue `loadCorpus` */
  readTexts?: typeof loadCorpus
  /** What opens the encoder, when the cache lacks a vector. @defaultValue all-MiniLM-L6-v2 */
  openModel?: (options: CallOptions & { dataFolder: string }) => Promise<Encoder>
}

/** Embeddings of real texts: a collection, and queries that are not in it. */
export interface RealEmbeddings {
  /** Length of every vector. */
  dimension: number
  /** `count` × `dimension`, row by row; every row has L2 norm 1. */
  vectors: Float32Array
  /** {@link QUERY_COUNT} × `dimension`, likewise. */
  queries: Float32Array
  /** What `vectors` stand for. */
  texts: string[]
  /** What `queries` stand for. */
  queryTexts: string[]
}

/**
 * Embeds the first texts of the corpus with all-MiniLM-L6-v2, the queries first. What was embedded once is kept in the
 * data folder under the hashes of corpus and encoder, so that a run that was stopped goes on, and a larger collection
 * costs only its new texts.
 *
 * @throws RangeError when the corpus has fewer texts; DsoError as `loadCorpus` and `openEncoder`
 */
export async function loadRealEmbeddings({
  count,
  dataFolder,
  readTexts = loadCorpus,
  openModel = openEncoder,
  signal,
  onProgress,
}: LoadRealEmbeddingsOptions): Promise<RealEmbeddings> {
  const corpus = await readTexts({ dataFolder, signal })
  const wanted = corpus.slice(0, QUERY_COUNT + count)
  if (wanted.length < QUERY_COUNT + count) {
    throw new RangeError(`the corpus has ${corpus.length} texts, ${QUERY_COUNT + count} are wanted`)
  }
  const path = join(dataFolder, 'bench', 'embeddings', `${cacheName()}.f32`)
  const known = await readRows(path)
  const missing = wanted.slice(known.length / MINILM_DIMENSION)
  const rows = new Float32Array(wanted.length * MINILM_DIMENSION)
  rows.set(known.subarray(0, rows.length))
  if (missing.length > 0) {
    const encoder = await openModel({ dataFolder, signal, onProgress })
    try {
      let at = known.length
      for await (const chunk of embedInChunks(encoder, missing, { signal, onProgress })) {
        await appendRows(path, at, chunk)
        rows.set(chunk, at)
        at += chunk.length
      }
    } finally {
      await encoder.close()
    }
  }
  const split = QUERY_COUNT * MINILM_DIMENSION
  return {
    dimension: MINILM_DIMENSION,
    vectors: rows.slice(split),
    queries: rows.slice(0, split),
    texts: wanted.slice(QUERY_COUNT),
    queryTexts: wanted.slice(0, QUERY_COUNT),
  }
}

function cacheName(): string {
  const encoder = findWeights(ENCODER_WEIGHTS).files.map(({ sha256 }) => sha256.slice(0, 16))
  return ['wordnet', CORPUS_HASH.slice(0, 16), ...encoder].join('-')
}

async function* embedInChunks(
  encoder: Encoder,
  texts: readonly string[],
  { signal, onProgress }: CallOptions,
): AsyncGenerator<Float32Array> {
  for (let done = 0; done < texts.length; done += CHUNK) {
    const part = texts.slice(done, done + CHUNK)
    const vectors = await encoder.embed(part, {
      signal,
      onProgress: (event) =>
        onProgress?.({ ...event, done: done + event.done, total: texts.length }),
    })
    const chunk = new Float32Array(part.length * MINILM_DIMENSION)
    for (const [index, vector] of vectors.entries()) chunk.set(vector, index * MINILM_DIMENSION)
    yield chunk
  }
}

/** The rows that the cache holds: whole ones of length 1, up to the first that is not. */
async function readRows(path: string): Promise<Float32Array> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Uint8Array()
    throw error
  })
  const whole = Math.floor(bytes.length / ROW_BYTES)
  const rows = new Float32Array(Uint8Array.from(bytes).buffer, 0, whole * MINILM_DIMENSION)
  for (let row = 0; row < whole; row++) {
    const start = row * MINILM_DIMENSION
    let squares = 0
    for (let i = start; i < start + MINILM_DIMENSION; i++) squares += rows[i]! * rows[i]!
    if (!(Math.abs(squares - 1) < 1e-4)) return rows.subarray(0, start)
  }
  return rows
}

async function appendRows(path: string, at: number, rows: Float32Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a')
  try {
    await file.truncate(4 * at)
    await file.appendFile(new Uint8Array(rows.buffer))
  } finally {
    await file.close()
  }
}
