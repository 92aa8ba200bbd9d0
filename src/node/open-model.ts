import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createEndpointModel } from '../models/endpoint/create-endpoint-model.ts'
import { limitCalls } from '../models/limit-calls.ts'
import { createLlamaModel } from '../models/llama/create-llama-model.ts'
import { createMiniLmEncoder, MINILM_DIMENSION } from '../models/minilm/create-minilm-encoder.ts'
import { createRecordingEncoder } from '../models/recording/create-recording-encoder.ts'
import {
  createRecordingModel,
  type ModelUsage,
} from '../models/recording/create-recording-model.ts'
import { createReplayEncoder } from '../models/recording/create-replay-encoder.ts'
import { createReplayModel } from '../models/recording/create-replay-model.ts'
import { findWeights } from '../models/weights/find-weights.ts'
import { WEIGHTS, type WeightsEntry } from '../models/weights/manifest.ts'
import { pullWeights } from '../models/weights/pull-weights.ts'
import { DsoError } from '../protocol/errors.ts'
import type { CallOptions, Encoder, LanguageModel } from '../protocol/ports.ts'
import type { CassetteEntry } from '../storage/cassette-entry.ts'
import { openRecording } from '../storage/open-recording.ts'
import { openSqliteCassette } from '../storage/open-sqlite-cassette.ts'
import { type CassettePair, trackUse } from './track-use.ts'

/** Where a language model comes from. */
export type ModelSource =
  /** The embedded runtime on weights of the manifest, fetched if absent. */
  | { kind: 'weights'; name: string }
  /** An OpenAI-compatible server. */
  | { kind: 'endpoint'; url: string; model: string; apiKey: string | undefined }
  /** Only what was recorded: by default the package's own recording of the default model. */
  | {
      kind: 'replay'
      /** Path of another recording. */
      recording?: string | undefined
      /** Name in the manifest of the model that was recorded. */
      model?: string | undefined
    }

/** What {@link openModel} needs beside the source. */
export interface OpenModelOptions extends CallOptions {
  /** Gets `weights/` and `calls.sqlite`; a replay touches neither. */
  dataFolder: string
  /** CPU threads of the embedded model; the cores that are useful for it unless given. */
  threads?: number | undefined
  /** Most requests that the model is asked; what was answered before costs none. No bound unless given. */
  maxCalls?: number | undefined
}

/** A model and an encoder, ready for use, that never repeat a finished call. */
export interface OpenedModel {
  readonly model: LanguageModel
  readonly encoder: Encoder
  /** What the model's answers have cost since it was opened. */
  usage(): ModelUsage
  /** Every distinct answer and embedding that was used since it was opened: the input of `writeRecording`. */
  listUsed(): CassetteEntry[]
  /** Frees the memory and closes the files. Idempotent. */
  close(): Promise<void>
}

/** Name in the manifest of the model that is used unless another is named. */
export const DEFAULT_MODEL: string = defaultModel()

/** Name in the manifest of the sentence encoder. */
export const ENCODER_WEIGHTS = 'all-minilm-l6-v2-int8'

const ENCODER_NAME = 'all-MiniLM-L6-v2'

/** The recording that comes with the package. */
export const PACKAGE_RECORDING: string = fileURLToPath(
  new URL('../../recordings/demo.dso', import.meta.url),
)

/** Where the weights lie in a data folder. */
export function weightsFolderOf(dataFolder: string): string {
  return join(dataFolder, 'weights')
}

/**
 * Opens a language model and the sentence encoder: weights are fetched and verified first, and every finished call is
 * kept in `DATA/calls.sqlite`, so that a run that was killed resumes without repeating one. Beyond `maxCalls` the model
 * throws `BUDGET_REACHED`.
 *
 * @throws DsoError `WEIGHTS_UNKNOWN`, `WEIGHTS_UNREACHABLE`, `WEIGHTS_CORRUPT`, `OPTION_INVALID` (an encoder's name, a
 * malformed URL), `RUNTIME_MISSING`, `MODEL_FAILED`, `RECORDING_CORRUPT`, `STORE_FULL`, `STORE_FAILED`,
 * `STORE_CORRUPT`, `STORE_VERSION_NEWER`
 */
export async function openModel(
  source: ModelSource,
  options: OpenModelOptions,
): Promise<OpenedModel> {
  if (source.kind === 'replay') return await openReplay(source)
  // What the reader may have mistyped comes before anything is fetched.
  const language = source.kind === 'weights' ? findLanguageModel(source.name) : undefined
  const remote = source.kind === 'endpoint' ? createEndpointModel(source) : undefined
  const cassette = openSqliteCassette({ path: join(options.dataFolder, 'calls.sqlite') })
  const opened: { close(): Promise<void> }[] = [{ close: async () => cassette.close() }]
  try {
    const kept = trackUse(cassette)
    const model = remote ?? (await openLlama(language ?? findLanguageModel(DEFAULT_MODEL), options))
    opened.unshift(model)
    const encoder = await openEncoder(options)
    opened.unshift(encoder)
    const { maxCalls } = options
    const asked = maxCalls === undefined ? model : limitCalls(model, maxCalls)
    return assemble(asked, encoder, kept, opened)
  } catch (error) {
    await closeAll(opened)
    throw error
  }
}

/**
 * Opens the sentence encoder alone, fetching its weights if they are absent.
 *
 * @throws DsoError `WEIGHTS_UNREACHABLE`, `WEIGHTS_CORRUPT`, `RUNTIME_MISSING`, `MODEL_FAILED`, `STORE_FULL`
 */
export async function openEncoder({
  dataFolder,
  signal,
  onProgress,
}: OpenModelOptions): Promise<Encoder> {
  const folder = weightsFolderOf(dataFolder)
  const { paths } = await pullWeights(ENCODER_WEIGHTS, { folder, signal, onProgress })
  return await createMiniLmEncoder({
    modelPath: paths['model.onnx'] ?? '',
    tokenizerPath: paths['tokenizer.json'] ?? '',
  })
}

async function openLlama(entry: WeightsEntry, options: OpenModelOptions): Promise<LanguageModel> {
  const { dataFolder, threads, signal, onProgress } = options
  const folder = weightsFolderOf(dataFolder)
  const { paths } = await pullWeights(entry.name, { folder, signal, onProgress })
  return await createLlamaModel(
    {
      path: paths['model.gguf'] ?? '',
      name: entry.name,
      hash: hashOf(entry, 'model.gguf'),
      ...(threads === undefined ? {} : { threads }),
    },
    { signal, onProgress },
  )
}

async function openReplay(source: Extract<ModelSource, { kind: 'replay' }>): Promise<OpenedModel> {
  const { name, hash } = identityOf(source.model ?? DEFAULT_MODEL)
  const cassette = await openRecording({ path: source.recording ?? PACKAGE_RECORDING })
  const model = createReplayModel({ name, hash, cassette })
  const encoder = createReplayEncoder({
    name: ENCODER_NAME,
    hash: hashOf(findWeights(ENCODER_WEIGHTS), 'model.onnx'),
    dimension: MINILM_DIMENSION,
    cassette: cassette.embeddings,
  })
  return assemble(model, encoder, trackUse(cassette), [encoder, model])
}

function assemble(
  model: LanguageModel,
  encoder: Encoder,
  { cassette, listUsed }: { cassette: CassettePair; listUsed: () => CassetteEntry[] },
  opened: readonly { close(): Promise<void> }[],
): OpenedModel {
  const recorded = createRecordingModel(model, cassette)
  let closing: Promise<void> | undefined
  return {
    model: recorded,
    encoder: createRecordingEncoder(encoder, cassette.embeddings),
    usage: () => recorded.usage(),
    listUsed,
    close: () => (closing ??= closeAll(opened)),
  }
}

/** Closes in the given order; a fault in one does not keep the others open. */
async function closeAll(opened: readonly { close(): Promise<void> }[]): Promise<void> {
  const faults: unknown[] = []
  for (const each of opened) await each.close().catch((error: unknown) => faults.push(error))
  if (faults.length > 0) throw faults[0]
}

function findLanguageModel(name: string): WeightsEntry {
  const entry = findWeights(name)
  if (entry.kind === 'language-model') return entry
  throw new DsoError('OPTION_INVALID', {
    details: { option: 'model', value: name, reason: 'it is a sentence encoder' },
  })
}

function identityOf(name: string): { name: string; hash: string } {
  const entry = findLanguageModel(name)
  return { name: entry.name, hash: hashOf(entry, 'model.gguf') }
}

function hashOf(entry: WeightsEntry, file: string): string {
  return entry.files.find((each) => each.file === file)?.sha256 ?? ''
}

function defaultModel(): string {
  return WEIGHTS.find(({ kind }) => kind === 'language-model')?.name ?? ''
}
