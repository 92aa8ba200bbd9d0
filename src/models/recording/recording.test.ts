import { describe, expect, test } from 'vitest'
import { ENCODER_TEXTS, testEncoder } from '../../../test/compliance/encoder.ts'
import { makeRequest, testLanguageModel } from '../../../test/compliance/language-model.ts'
import { DsoError } from '../../protocol/errors.ts'
import type { EmbeddingCassette, Encoder } from '../../protocol/ports/encoder.ts'
import type { Cassette, Completion, LanguageModel } from '../../protocol/ports/language-model.ts'
import { createScriptedModel } from '../scripted/create-scripted-model.ts'
import { createRecordingEncoder } from './create-recording-encoder.ts'
import { createRecordingModel } from './create-recording-model.ts'
import { createReplayEncoder } from './create-replay-encoder.ts'
import { createReplayModel } from './create-replay-model.ts'

function memoryCassette<T>(): { get(key: string): Promise<T | undefined>; kept: Map<string, T> } & {
  put(key: string, value: T): Promise<void>
} {
  const kept = new Map<string, T>()
  return {
    kept,
    get: (key) => Promise.resolve(kept.get(key)),
    put: (key, value) => {
      if (!kept.has(key)) kept.set(key, value)
      return Promise.resolve()
    },
  }
}

function makeCompletion(text: string): Completion {
  return { text, finish: 'stop', promptTokens: 5, completionTokens: 2, durationMs: 3 }
}

/** A model whose calls wait until the test lets them go. */
function gatedModel() {
  const signals: (AbortSignal | undefined)[] = []
  const gate = Promise.withResolvers<Completion>()
  const model: LanguageModel = {
    name: 'gated',
    hash: 'a'.repeat(64),
    complete: (_, options) => {
      signals.push(options?.signal)
      const aborted = Promise.withResolvers<never>()
      options?.signal?.addEventListener('abort', () => aborted.reject(options.signal?.reason))
      return Promise.race([gate.promise, aborted.promise])
    },
    close: () => Promise.resolve(),
  }
  return { model, gate, signals }
}

/** A toy encoder: the counts of 8 classes of characters, normalised. */
function toyEncoder(embedded: string[] = []): Encoder {
  let closed = false
  return {
    name: 'toy',
    hash: 'b'.repeat(64),
    dimension: 8,
    embed: (texts, options) => {
      if (options?.signal?.aborted === true) return Promise.reject(options.signal.reason as Error)
      if (closed) return Promise.reject(new DsoError('MODEL_FAILED'))
      embedded.push(...texts)
      return Promise.resolve(
        texts.map((text) => {
          const counts = new Float32Array(8).fill(0.5)
          for (const character of text) counts[(character.codePointAt(0) ?? 0) % 8]! += 1
          const norm = Math.hypot(...counts)
          return counts.map((count) => count / norm)
        }),
      )
    },
    close: () => {
      closed = true
      return Promise.resolve()
    },
  }
}

const recorded = memoryCassette<Completion>()
const scripted = () => createScriptedModel({ answer: () => 'blue and four or more' })

testLanguageModel('recording', () => Promise.resolve(createRecordingModel(scripted(), recorded)))

/** A replay that has heard everything: the recording fills the cassette that the replay reads. */
testLanguageModel('replay', () => {
  const { name, hash } = scripted()
  const cassette = memoryCassette<Completion>()
  const recording = createRecordingModel(scripted(), cassette)
  const replay = createReplayModel({ name, hash, cassette })
  return Promise.resolve({
    ...replay,
    complete: async (request, options) => {
      await recording.complete(request)
      return await replay.complete(request, options)
    },
  })
})

describe('createRecordingModel', () => {
  test('a request that was answered is not made again, nor in a later run', async () => {
    const cassette = memoryCassette<Completion>()
    let asked = 0
    const answer = () => `answer ${++asked}`
    const first = createRecordingModel(createScriptedModel({ answer }), cassette)
    const a = await first.complete(makeRequest())
    const b = await first.complete(makeRequest())
    const later = createRecordingModel(createScriptedModel({ answer }), cassette)
    const c = await later.complete(makeRequest())
    expect([a.text, b, c]).toEqual(['answer 1', a, a])
    expect(first.usage()).toEqual({
      callsMade: 1,
      callsReused: 1,
      promptTokens: a.promptTokens,
      completionTokens: 2,
      modelMs: 0,
    })
    expect(later.usage()).toEqual({ ...first.usage(), callsMade: 0, callsReused: 1 })
  })

  test('identical requests at the same time share one call', async () => {
    const { model, gate, signals } = gatedModel()
    const recording = createRecordingModel(model, memoryCassette<Completion>())
    const calls = [1, 2, 3].map(() => recording.complete(makeRequest()))
    gate.resolve(makeCompletion('x'))
    expect((await Promise.all(calls)).map(({ text }) => text)).toEqual(['x', 'x', 'x'])
    expect(signals).toHaveLength(1)
    expect(recording.usage()).toMatchObject({ callsMade: 1, callsReused: 2, promptTokens: 5 })
  })

  test('one of two callers may leave; the call goes on for the other', async () => {
    const { model, gate, signals } = gatedModel()
    const recording = createRecordingModel(model, memoryCassette<Completion>())
    const controller = new AbortController()
    const leaving = recording.complete(makeRequest(), { signal: controller.signal })
    const staying = recording.complete(makeRequest())
    await Promise.resolve()
    controller.abort(new Error('left'))
    await expect(leaving).rejects.toThrow('left')
    expect(signals[0]?.aborted).toBe(false)
    gate.resolve(makeCompletion('x'))
    expect((await staying).text).toBe('x')
  })

  test('when all callers have left the call is aborted, and a newcomer begins anew', async () => {
    const { model, gate, signals } = gatedModel()
    const recording = createRecordingModel(model, memoryCassette<Completion>())
    const controller = new AbortController()
    const leaving = recording.complete(makeRequest(), { signal: controller.signal })
    await Promise.resolve()
    controller.abort(new Error('left'))
    await expect(leaving).rejects.toThrow('left')
    expect(signals[0]?.aborted).toBe(true)
    gate.resolve(makeCompletion('x'))
    expect((await recording.complete(makeRequest())).text).toBe('x')
    expect(signals).toHaveLength(2)
  })

  test('a failed call leaves nothing behind', async () => {
    const cassette = memoryCassette<Completion>()
    const model = createRecordingModel(createScriptedModel({ answer: () => undefined }), cassette)
    await expect(model.complete(makeRequest())).toRejectDso('SCRIPT_EXHAUSTED')
    expect(cassette.kept.size).toBe(0)
    expect(model.usage()).toMatchObject({ callsMade: 0, callsReused: 0 })
  })

  test('an answer counts only when it is kept', async () => {
    const full: Cassette = {
      get: () => Promise.resolve(undefined),
      put: () => Promise.reject(new DsoError('STORE_FULL')),
    }
    await expect(createRecordingModel(scripted(), full).complete(makeRequest())).toRejectDso(
      'STORE_FULL',
    )
  })
})

describe('createReplayModel', () => {
  test('a miss names the key and the shape of the request, never its texts', async () => {
    const replay = createReplayModel({ name: 'r', hash: 'c'.repeat(64), cassette: recorded })
    const request = makeRequest({ system: 'secret-1', turns: [{ role: 'user', text: 'secret-2' }] })
    const error: unknown = await replay.complete(request).catch((reason: unknown) => reason)
    expect(DsoError.is(error, 'RECORDING_MISS')).toBe(true)
    expect((error as DsoError).details).toMatchObject({
      key: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      characters: 16,
    })
    expect(JSON.stringify((error as DsoError).details) + String(error)).not.toContain('secret')
  })
})

testEncoder('recording', () =>
  Promise.resolve(createRecordingEncoder(toyEncoder(), memoryCassette<Float32Array>())),
)

testEncoder('replay', async () => {
  const cassette = memoryCassette<Float32Array>()
  const encoder = toyEncoder()
  await createRecordingEncoder(encoder, cassette).embed(ENCODER_TEXTS)
  const { name, hash, dimension } = encoder
  const copies: EmbeddingCassette = {
    ...cassette,
    get: async (key) => (await cassette.get(key))?.slice(),
  }
  return createReplayEncoder({ name, hash, dimension, cassette: copies })
})

describe('createRecordingEncoder', () => {
  test('only texts that were never embedded reach the encoder, each once', async () => {
    const cassette = memoryCassette<Float32Array>()
    const embedded: string[] = []
    const encoder = createRecordingEncoder(toyEncoder(embedded), cassette)
    await encoder.embed(['a', 'b', 'a'])
    const vectors = await encoder.embed(['b', 'c'])
    expect(embedded).toEqual(['a', 'b', 'c'])
    expect(vectors[0]).toEqual([...cassette.kept.values()][1])
  })
})

describe('createReplayEncoder', () => {
  const options = { name: 'r', hash: 'd'.repeat(64), dimension: 8 }

  test('an unknown text is a miss', async () => {
    const cassette = memoryCassette<Float32Array>()
    await expect(createReplayEncoder({ ...options, cassette }).embed(['x'])).toRejectDso(
      'RECORDING_MISS',
    )
  })

  test('a vector of another length is a corrupt recording', async () => {
    const cassette = { get: () => Promise.resolve(new Float32Array(7)) }
    await expect(createReplayEncoder({ ...options, cassette }).embed(['x'])).toRejectDso(
      'RECORDING_CORRUPT',
    )
  })
})
