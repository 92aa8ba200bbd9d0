import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolders } from '../../test/temporary-folders.ts'
import { createRecordingEncoder } from '../models/recording/create-recording-encoder.ts'
import { createRecordingModel } from '../models/recording/create-recording-model.ts'
import { createScriptedModel } from '../models/scripted/create-scripted-model.ts'
import { findWeights } from '../models/weights/find-weights.ts'
import type { CompletionRequest, Encoder } from '../protocol/ports.ts'
import { createMemoryCassette } from '../storage/create-memory-cassette.ts'
import { writeRecording } from '../storage/write-recording.ts'
import { DEFAULT_MODEL, ENCODER_WEIGHTS, openModel } from './open-model.ts'
import { trackUse } from './track-use.ts'

const makeFolder = temporaryFolders()
const MODEL_HASH = findWeights(DEFAULT_MODEL).files[0]?.sha256 ?? ''
const ENCODER_HASH = findWeights(ENCODER_WEIGHTS).files[0]?.sha256 ?? ''

function ask(text: string): CompletionRequest {
  return {
    system: '',
    turns: [{ role: 'user', text }],
    format: { kind: 'text' },
    maxTokens: 8,
    temperature: 0,
    seed: 0,
  }
}

/** An encoder of the weights' hash that knows a single vector. */
function makeEncoder(): Encoder {
  return {
    name: 'e',
    hash: ENCODER_HASH,
    dimension: 384,
    embed: async (texts) => texts.map(() => new Float32Array(384).fill(Math.sqrt(1 / 384))),
    close: async () => undefined,
  }
}

/** A recording in which the default model answered `hello`, and of whose two answers only one was used. */
async function makeRecording(): Promise<string> {
  const memory = createMemoryCassette()
  const script = createScriptedModel({ answer: ({ turns }) => `to ${turns[0]?.text}` })
  const scripted = { ...script, hash: MODEL_HASH, complete: script.complete.bind(script) }
  await createRecordingModel(scripted, memory).complete(ask('unused'))
  const { cassette, listUsed } = trackUse(memory)
  await createRecordingModel(scripted, cassette).complete(ask('hello'))
  await createRecordingEncoder(makeEncoder(), cassette.embeddings).embed(['a text'])
  const path = join(makeFolder(), 'run.dso')
  await writeRecording({ path, entries: listUsed() })
  return path
}

describe('openModel', () => {
  test('replays what was recorded, counts it, and invents nothing', async () => {
    const recording = await makeRecording()
    const folder = makeFolder()
    const opened = await openModel({ kind: 'replay', recording }, { dataFolder: folder })
    const { text } = await opened.model.complete(ask('hello'))
    expect(text).toBe('to hello')
    expect(await opened.encoder.embed(['a text'])).toHaveLength(1)
    expect(opened.usage()).toMatchObject({ callsMade: 0, callsReused: 1 })
    await expect(opened.model.complete(ask('unused'))).toRejectDso('RECORDING_MISS')
    await expect(opened.encoder.embed(['another'])).toRejectDso('RECORDING_MISS')
    await opened.close()
    await opened.close()
  })

  test('lists what a run used and nothing else, so that a replay can be recorded again', async () => {
    const recording = await makeRecording()
    const opened = await openModel({ kind: 'replay', recording }, { dataFolder: makeFolder() })
    expect(opened.listUsed()).toEqual([])
    await opened.model.complete(ask('hello'))
    await opened.model.complete(ask('hello'))
    await opened.encoder.embed(['a text'])
    expect(
      opened
        .listUsed()
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['completion', 'embedding'])
    await opened.close()
  })

  test('refuses what cannot be opened before anything is fetched', async () => {
    const dataFolder = makeFolder()
    const open = async (source: Parameters<typeof openModel>[0]) =>
      await openModel(source, { dataFolder })
    await expect(open({ kind: 'weights', name: 'none' })).toRejectDso('WEIGHTS_UNKNOWN')
    await expect(open({ kind: 'weights', name: ENCODER_WEIGHTS })).toRejectDso('OPTION_INVALID')
    await expect(
      open({ kind: 'endpoint', url: 'ftp://x', model: 'm', apiKey: undefined }),
    ).toRejectDso('OPTION_INVALID')
    await expect(open({ kind: 'replay', recording: join(dataFolder, 'none.dso') })).toRejectDso(
      'RECORDING_CORRUPT',
    )
  })
})
