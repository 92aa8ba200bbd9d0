import { describe, expect, test } from 'vitest'
import { makeRequest } from '../../test/compliance/language-model.ts'
import { createScriptedModel } from '../models/scripted/create-scripted-model.ts'
import { DsoError } from '../protocol/errors.ts'
import type { CompletionRequest, LanguageModel } from '../protocol/ports.ts'
import { createMeteredModel } from './metered-model.ts'

const ask = (text: string): CompletionRequest => makeRequest({ turns: [{ role: 'user', text }] })

/** Every call takes 20 ms and repeats the request: a token a word. */
function setUp(inner: Partial<LanguageModel> = {}) {
  const scripted = createScriptedModel({ answer: ({ turns }) => turns[0]?.text })
  const told = { calls: 0 }
  const model = createMeteredModel(
    {
      ...scripted,
      complete: async (request) => ({ ...(await scripted.complete(request)), durationMs: 20 }),
      ...inner,
    },
    () => told.calls++,
  )
  return { model, told, scripted }
}

describe('createMeteredModel', () => {
  test('it passes for the model it wraps and answers as it does', async () => {
    const { model, scripted } = setUp()
    expect(model).toMatchObject({ name: scripted.name, hash: scripted.hash })
    expect(await model.complete(ask('a b'))).toMatchObject({ text: 'a b' })
    await model.close()
    await expect(model.complete(ask('a b'))).toRejectDso('MODEL_FAILED')
  })

  test('a request counts as a call once, and as reused ever after', async () => {
    const { model, told } = setUp()
    model.enter('practice')
    await model.complete(ask('a'))
    await Promise.all([
      model.complete(ask('a')),
      model.complete(ask('b')),
      model.complete(ask('b')),
    ])
    expect(model.stages()).toMatchObject([{ stage: 'practice', calls: 2, callsReused: 2 }])
    expect(told.calls).toBe(2)
    expect(model.calls()).toBe(2)
    expect(model.modelMs()).toBe(40)
  })

  test('a call is booked to the stage that first asked for it', async () => {
    const { model } = setUp()
    await model.complete(ask('early'))
    model.enter('practice')
    await model.complete(ask('a'))
    model.enter('test')
    await model.complete(ask('a'))
    await model.complete(ask('b'))
    expect(model.stages()).toMatchObject([
      { stage: 'start', calls: 1, callsReused: 0, modelMs: 20 },
      { stage: 'practice', calls: 1, callsReused: 0, modelMs: 20 },
      { stage: 'test', calls: 1, callsReused: 1, modelMs: 20 },
    ])
  })

  test('a stage that is entered again is booked apart', async () => {
    const { model } = setUp()
    for (const stage of ['practice', 'test', 'practice']) {
      model.enter(stage)
      await model.complete(ask('a'))
    }
    expect(
      model.stages().map(({ stage, calls, callsReused }) => [stage, calls, callsReused]),
    ).toEqual([
      ['practice', 1, 0],
      ['test', 0, 1],
      ['practice', 0, 1],
    ])
    expect(model.calls()).toBe(1)
  })

  test('a call that ends in a later stage stays with the one it began in', async () => {
    const answered = Promise.withResolvers<string>()
    const slow = createScriptedModel({ answer: async () => await answered.promise })
    const { model } = setUp({ complete: async (request) => await slow.complete(request) })
    model.enter('practice')
    const call = model.complete(ask('a'))
    model.enter('test')
    answered.resolve('done')
    await call
    expect(model.stages()).toMatchObject([{ calls: 1 }, { calls: 0, callsReused: 0 }])
  })

  test('tokens are those of distinct calls', async () => {
    const { model } = setUp()
    model.enter('test')
    const { promptTokens } = await model.complete(ask('one two three'))
    await model.complete(ask('one two three'))
    expect(model.stages()).toMatchObject([{ promptTokens, completionTokens: 3 }])
  })

  test('requests that differ in anything are different calls', async () => {
    const { model } = setUp()
    model.enter('test')
    const sampled = { ...ask('a'), temperature: 0.5 }
    for (const change of [{}, { seed: 9 }, { temperature: 0.6 }, { maxTokens: 3 }]) {
      await model.complete({ ...sampled, ...change })
    }
    expect(model.calls()).toBe(4)
  })

  test('greedy requests that differ only in the seed are one call', async () => {
    const { model } = setUp()
    model.enter('test')
    for (const seed of [1, 2]) await model.complete({ ...ask('a'), temperature: 0, seed })
    expect(model.stages()).toMatchObject([{ calls: 1, callsReused: 1 }])
  })

  test('a call that failed is neither booked nor told', async () => {
    const failing = async () => await Promise.reject(new DsoError('MODEL_FAILED'))
    const { model, told } = setUp({ complete: failing })
    model.enter('test')
    await expect(model.complete(ask('a'))).toRejectDso('MODEL_FAILED')
    expect(model.stages()).toMatchObject([{ calls: 0, callsReused: 0 }])
    expect(told.calls).toBe(0)
  })

  test('prompts are kept only while they are wanted, repeats included', async () => {
    const { model } = setUp()
    model.enter('test')
    await model.complete(ask('before'))
    model.keepPrompts(true)
    await model.complete(ask('wanted'))
    await model.complete(ask('wanted'))
    await model.complete({
      ...ask('x'),
      turns: [...ask('one').turns, { role: 'assistant', text: 'two' }],
    })
    model.keepPrompts(false)
    await model.complete(ask('after'))
    expect(model.prompts()).toEqual(['wanted', 'wanted', 'one\ntwo'])
  })
})
