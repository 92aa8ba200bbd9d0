import { describe, expect, test } from 'vitest'
import { makeRequest, testLanguageModel } from '../../../test/compliance/language-model.ts'
import { createScriptedModel } from './create-scripted-model.ts'

testLanguageModel('scripted', () =>
  Promise.resolve(createScriptedModel({ answer: () => 'blue and four or more' })),
)

describe('createScriptedModel', () => {
  test('the function sees the whole request', async () => {
    const request = makeRequest({ temperature: 0.7 })
    const model = createScriptedModel({ answer: (seen) => (seen === request ? 'same' : 'other') })
    expect((await model.complete(request)).text).toBe('same')
  })

  test('tokens are words, and the bound cuts behind a word', async () => {
    const model = createScriptedModel({ answer: () => ' one  two three' })
    const completion = await model.complete(
      makeRequest({ system: 'a b', turns: [{ role: 'user', text: 'c d e' }], maxTokens: 2 }),
    )
    expect(completion).toEqual({
      text: ' one  two',
      finish: 'length',
      promptTokens: 5,
      completionTokens: 2,
      durationMs: 0,
    })
  })

  test('an object is brought into shape', async () => {
    const model = createScriptedModel({ answer: () => '{"b": 1, "x": 2}' })
    const completion = await model.complete(
      makeRequest({ format: { kind: 'object', keys: ['a', 'b'] } }),
    )
    expect(completion.text).toBe('{"a":"","b":1}')
  })

  test('a script that has ended is an error of its own', async () => {
    const model = createScriptedModel({ answer: () => undefined })
    await expect(model.complete(makeRequest())).toRejectDso('SCRIPT_EXHAUSTED')
  })
})
