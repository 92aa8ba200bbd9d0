import { createRecordingEncoder } from '../../../src/models/recording/create-recording-encoder.ts'
import { createReplayEncoder } from '../../../src/models/recording/create-replay-encoder.ts'
import { DsoError } from '../../../src/protocol/errors.ts'
import type { Encoder, LogitsModel } from '../../../src/protocol/ports.ts'
import type { LiveRecord } from './live-record.ts'
import type { LiveParts, LivePartsOptions } from './open-parts.ts'

/** What is opened when it is first needed, and closed at the end. */
export interface LazyParts extends AsyncDisposable {
  /** The model with its logits. */
  openModel: () => Promise<LogitsModel>
  /** Knows what was recorded, asks only for what is missing. */
  encoder: Pick<Encoder, 'embed'>
}

/**
 * Opens nothing yet. In a replay nothing is ever opened: what is missing is refused with `RECORDING_MISS`.
 *
 * @param mode `replay`: only what was recorded
 */
export function openLazily(
  parts: LiveParts,
  options: LivePartsOptions,
  { record, mode }: { record: LiveRecord; mode: 'live' | 'replay' },
): LazyParts {
  let model: Promise<LogitsModel> | undefined
  let encoder: Promise<Encoder> | undefined
  const refuse = (): void => {
    if (mode === 'live') return
    throw new DsoError('RECORDING_MISS', { details: { model: options.model } })
  }
  const replayed = createReplayEncoder({ ...parts.encoder, cassette: record.embeddings })
  return {
    async openModel() {
      refuse()
      return await (model ??= parts.openModel(options))
    },
    encoder: {
      async embed(texts, call) {
        try {
          return await replayed.embed(texts, call)
        } catch (error) {
          if (!DsoError.is(error, 'RECORDING_MISS')) throw error
          refuse()
        }
        const opened = await (encoder ??= parts.openEncoder(options))
        return await createRecordingEncoder(opened, record.embeddings).embed(texts, call)
      },
    },
    async [Symbol.asyncDispose]() {
      // One that could not be opened has said so already.
      await (await model?.catch(() => undefined))?.close()
      await (await encoder?.catch(() => undefined))?.close()
    },
  }
}
