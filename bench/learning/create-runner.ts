import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type OpenedModel, openModel } from '../../src/node/open-model.ts'
import { DsoError } from '../../src/protocol/errors.ts'
import type { CallOptions, LanguageModel } from '../../src/protocol/ports.ts'
import { loadTranscript, recordCalls } from './transcripts.ts'

/** What {@link createRunner} needs. */
export interface RunnerOptions extends CallOptions {
  /** Name in the manifest of the model. */
  model: string
  /** `replay`: only transcripts, what has none is left out; `live`: what is missing is asked. */
  mode: 'replay' | 'live'
  /** Holds transcripts, and gets those of what is measured now. */
  transcripts: string
  dataFolder: string
  threads: number | undefined
}

/** What was measured and what that cost now. */
export interface Measured<T> {
  outcome: T
  /** What answered. */
  model: { name: string; hash: string }
  /** Calls that had to be made, not found in its transcript. */
  callsMade: number
  /** Calls that the same needs once more from its transcript: 0, or 1 where it is found wanting. */
  warmCalls: number
}

/** Measures pieces, each with a transcript of its own. */
export interface Runner extends AsyncDisposable {
  /**
   * Measures one piece: a function of the model's answers. What was recorded is read back, which takes seconds and needs no
   * model; the rest is asked, kept as it comes, and recorded when the piece is finished, so that a run may be stopped at any
   * time. Undefined for a replay without a transcript, or with one that today's sources do not fit.
   */
  run<T>(
    name: string,
    measure: (model: LanguageModel) => Promise<T>,
  ): Promise<Measured<T> | undefined>
}

/** The model is opened when the first answer is missing: what was recorded needs no weights. */
export function createRunner(options: RunnerOptions): Runner {
  const { model: name, mode, transcripts, dataFolder, threads, signal, onProgress } = options
  let live: OpenedModel | undefined
  const openLive = async (): Promise<OpenedModel> =>
    (live ??= await openModel(
      { kind: 'weights', name },
      { dataFolder, threads, signal, onProgress },
    ))
  return {
    [Symbol.asyncDispose]: async () => await live?.close(),
    run: async (piece, measure) => {
      const path = transcriptOf(transcripts, piece)
      const known = existsSync(path) ? await replay(path, name, measure) : undefined
      if (known !== undefined || mode === 'replay') return known
      if (existsSync(path)) await loadTranscript(path, join(dataFolder, 'calls.sqlite'))
      const { model, usage } = await openLive()
      const recorder = recordCalls(model)
      const before = usage().callsMade
      const outcome = await measure(recorder.model)
      await recorder.write(path)
      const callsMade = usage().callsMade - before
      const again = await replay(path, name, measure)
      const warmCalls = again === undefined ? 1 : 0
      return { outcome, model: { name: model.name, hash: model.hash }, callsMade, warmCalls }
    },
  }
}

/** Where the transcript of a piece lies: every answer that it used, by the hash of what was asked. */
export function transcriptOf(folder: string, piece: string): string {
  return join(folder, `${piece}.dso`)
}

/** Undefined where the sources have changed so much that answers are missing. */
async function replay<T>(
  recording: string,
  name: string,
  measure: (model: LanguageModel) => Promise<T>,
): Promise<Measured<T> | undefined> {
  const opened = await openModel({ kind: 'replay', recording, model: name }, { dataFolder: '' })
  const { model } = opened
  try {
    const outcome = await measure(model)
    return { outcome, model: { name: model.name, hash: model.hash }, callsMade: 0, warmCalls: 0 }
  } catch (error) {
    if (DsoError.is(error, 'RECORDING_MISS')) return undefined
    throw error
  } finally {
    await opened.close()
  }
}
