import { describe, expect, test } from 'vitest'
import { testLogitsModel } from '../../../test/compliance/logits-model.ts'
import { ToyLogitsModel, TOY_PIECES } from '../../../test/fixtures/toy-logits-model.ts'
import type { PromptContext } from '../../protocol/ports.ts'
import { completeWithExperts } from './complete-with-experts.ts'
import type { PriorExpert } from './draw-with-experts.ts'

testLogitsModel('toy', () => Promise.resolve(new ToyLogitsModel()))

const context = (system: string): PromptContext => ({
  system,
  turns: [{ role: 'user', text: 'Which colour?' }],
})
const PLAIN = context('')
const token = (piece: (typeof TOY_PIECES)[number]) => TOY_PIECES.indexOf(piece)

/** Says its system text's colour, then the end; without one it says red. */
const colours = ({ system }: PromptContext, answer: readonly number[]): Float32Array => {
  const logits = new Float32Array(TOY_PIECES.length)
  logits[answer.length > 0 ? 0 : token(system === 'blue' ? 'blue' : 'red')] = 4
  return logits
}
const blue = (alpha: number): PriorExpert => ({ kind: 'context', context: context('blue'), alpha })

describe('completeWithExperts', () => {
  test('without experts, or with exponents of 0, it answers as the model does', async () => {
    const model = new ToyLogitsModel()
    const request = { ...PLAIN, format: { kind: 'text' as const }, temperature: 0, seed: 0 }
    const { text, finish } = await model.complete({ ...request, maxTokens: 8 })
    for (const experts of [[], [blue(0)]]) {
      const answer = await completeWithExperts(model, { base: PLAIN, experts, maxTokens: 8 })
      expect(answer).toMatchObject({ text, finish })
      expect(answer.evaluations).toBe(answer.tokens)
    }
  })

  test('one expert with exponent 1 answers as the model does with its context', async () => {
    const model = new ToyLogitsModel()
    for (const system of ['x', 'y', 'z']) {
      const expert = { kind: 'context' as const, context: context(system), alpha: 1 }
      const base = context('other')
      const options = { maxTokens: 8 }
      const answer = await completeWithExperts(model, { base, experts: [expert], ...options })
      const request = { ...context(system), format: { kind: 'text' as const }, temperature: 0 }
      const { text } = await model.complete({ ...request, seed: 0, ...options })
      expect(answer.text).toBe(text)
    }
  })

  test('the larger exponent decides, and a token costs one distribution for each context', async () => {
    const model = new ToyLogitsModel(colours)
    const say = async (alpha: number) =>
      await completeWithExperts(model, { base: PLAIN, experts: [blue(alpha)], maxTokens: 4 })
    expect(await say(0.4)).toEqual({ text: 'red', finish: 'stop', tokens: 2, evaluations: 4 })
    expect(await say(0.6)).toEqual({ text: 'blue', finish: 'stop', tokens: 2, evaluations: 4 })
    expect(model.asked).toBe(8)
  })

  test('a factor moves the answer without a context of its own', async () => {
    const model = new ToyLogitsModel(colours)
    const bias = { tokens: Uint32Array.of(token('blue')), values: Float32Array.of(5) }
    const expert = { kind: 'bias' as const, bias, alpha: 1 }
    const options = { base: PLAIN, experts: [expert], maxTokens: 1 }
    expect(await completeWithExperts(model, options)).toEqual({
      text: 'blue',
      finish: 'length',
      tokens: 1,
      evaluations: 1,
    })
  })

  test('the answer ends before the earliest stop text', async () => {
    const pieces = ['a', 'red', '.', 'two']
    const model = new ToyLogitsModel((_, answer) => {
      const logits = new Float32Array(TOY_PIECES.length)
      logits[token((pieces[answer.length] ?? '') as '')] = 9
      return logits
    })
    const options = { base: PLAIN, experts: [], maxTokens: 9, stop: ['.', 'ed'] }
    expect(await completeWithExperts(model, options)).toMatchObject({ text: 'ar', finish: 'stop' })
    const free = { base: PLAIN, experts: [], maxTokens: 9 }
    expect(await completeWithExperts(model, free)).toMatchObject({ text: 'ared.two', tokens: 5 })
  })

  test('a bound that is none, a model that is closed, and an abort end it', async () => {
    const model = new ToyLogitsModel()
    const options = { base: PLAIN, experts: [], maxTokens: 4 }
    await expect(completeWithExperts(model, { ...options, maxTokens: 0 })).toRejectDso(
      'OPTION_INVALID',
    )
    const reason = new Error('enough')
    const signal = AbortSignal.abort(reason)
    await expect(completeWithExperts(model, { ...options, signal })).rejects.toBe(reason)
    await model.close()
    await expect(completeWithExperts(model, options)).toRejectDso('MODEL_FAILED')
  })
})
