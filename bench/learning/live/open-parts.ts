import { createLlamaModel } from '../../../src/models/llama/create-llama-model.ts'
import { MINILM_DIMENSION } from '../../../src/models/minilm/create-minilm-encoder.ts'
import { findWeights } from '../../../src/models/weights/find-weights.ts'
import { pullWeights } from '../../../src/models/weights/pull-weights.ts'
import { ENCODER_WEIGHTS, openEncoder, weightsFolderOf } from '../../../src/node/open-model.ts'
import { DsoError } from '../../../src/protocol/errors.ts'
import type { CallOptions, Encoder, LogitsModel } from '../../../src/protocol/ports.ts'
import { type RawRuntime, openRawRuntime } from './raw-runtime.ts'

/** Longest prompt and answer, as in the runs that are measured. */
const CONTEXT_TOKENS = 1024

/** Where weights lie, and how they are run. */
export interface LivePartsOptions extends CallOptions {
  /** Name in the manifest. */
  model: string
  /** Holds `weights/`. */
  dataFolder: string
  threads: number | undefined
  /** Requests that advance together. */
  sequences: number
}

/** What a live measurement opens, each when it is first needed; whoever opens it closes it. */
export interface LiveParts {
  /** Name and hash of a model. @throws DsoError `WEIGHTS_UNKNOWN`, `OPTION_INVALID` for one that is no language model */
  identify(model: string): { name: string; hash: string }
  /** What {@link openEncoder} opens. */
  encoder: { name: string; hash: string; dimension: number }
  /** The model without a recording before it: only then its logits are within reach. */
  openModel(options: LivePartsOptions): Promise<LogitsModel>
  openEncoder(options: LivePartsOptions): Promise<Encoder>
  openRuntime(options: LivePartsOptions): Promise<RawRuntime>
}

/** The embedded runtime on weights of the manifest, and the encoder that comes with it. */
export const EMBEDDED_PARTS: LiveParts = {
  identify,
  encoder: { name: ENCODER_WEIGHTS, hash: encoderHash(), dimension: MINILM_DIMENSION },
  async openModel({ model, dataFolder, threads, sequences, ...call }) {
    return await createLlamaModel(
      {
        path: await pullModel(model, dataFolder, call),
        ...identify(model),
        sequences,
        contextTokens: CONTEXT_TOKENS,
        ...(threads === undefined ? {} : { threads }),
      },
      call,
    )
  },
  openEncoder,
  async openRuntime({ model, dataFolder, threads, sequences, ...call }) {
    const path = await pullModel(model, dataFolder, call)
    return await openRawRuntime({ path, sequences, contextTokens: CONTEXT_TOKENS, threads })
  },
}

function identify(name: string): { name: string; hash: string } {
  const entry = findWeights(name)
  const file = entry.files.find((each) => each.file === 'model.gguf')
  if (entry.kind !== 'language-model' || file === undefined) {
    throw new DsoError('OPTION_INVALID', {
      details: { option: 'model', value: name, reason: 'it is a sentence encoder' },
    })
  }
  return { name, hash: file.sha256 }
}

function encoderHash(): string {
  const { files } = findWeights(ENCODER_WEIGHTS)
  return files.find((each) => each.file === 'model.onnx')?.sha256 ?? ''
}

async function pullModel(name: string, dataFolder: string, call: CallOptions): Promise<string> {
  const { paths } = await pullWeights(name, { folder: weightsFolderOf(dataFolder), ...call })
  return paths['model.gguf'] ?? ''
}
