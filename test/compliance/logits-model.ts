import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { completeWithExperts } from '../../src/learning/decoding/complete-with-experts.ts'
import { measureDivergence } from '../../src/learning/decoding/measure-divergence.ts'
import type { LogitsModel, PromptContext } from '../../src/protocol/ports/logits-model.ts'
import { makeRequest } from './language-model.ts'

const about = (text: string): PromptContext => ({
  system: 'You are brief.',
  turns: [{ role: 'user', text }],
})

/** Two evaluations of one prompt may differ in rounding, by far less than this many bits. */
const SAME = 0.001

/**
 * What every {@link LogitsModel} promises beyond being a LanguageModel.
 * @param create makes a model; called twice, the suite closes what it gets
 */
export function testLogitsModel(name: string, create: () => Promise<LogitsModel>): void {
  describe(`${name} as a LogitsModel`, () => {
    let model: LogitsModel
    beforeAll(async () => {
      model = await create()
    })
    afterAll(() => model.close())

    const ask = async (contexts: PromptContext[], answer: number[] = []) =>
      await model.nextLogits({ contexts, answer })

    test('every context gets a finite logit for every token', async () => {
      const found = await ask([about('a'), about('b'), about('a b')])
      expect(found).toHaveLength(3)
      for (const logits of found) {
        expect(logits).toHaveLength(model.vocabularySize)
        expect(logits.every(Number.isFinite)).toBe(true)
      }
    })

    test('contexts asked together are answered in order, as if each were alone', async () => {
      const contexts = [about('Name a colour.'), about('Count to two.'), about('Name a letter.')]
      const together = await ask(contexts)
      for (const [index, context] of contexts.entries()) {
        const [alone] = await ask([context])
        expect(measureDivergence(together[index]!, alone!)).toBeLessThan(SAME)
      }
      expect(measureDivergence(together[0]!, together[1]!)).toBeGreaterThan(SAME)
    })

    test('the answer so far counts, and asking for it does not change the model', async () => {
      const [token] = model.tokenize('two')
      const [before] = await ask([about('a')])
      const [longer] = await ask([about('a')], [token!])
      const [again] = await ask([about('a')])
      expect(measureDivergence(before!, longer!)).toBeGreaterThan(SAME)
      expect(measureDivergence(before!, again!)).toBeLessThan(SAME)
    })

    test('the likeliest token each time is what a greedy completion writes', async () => {
      const request = makeRequest({ maxTokens: 6 })
      const { text } = await model.complete(request)
      const answer: number[] = []
      while (answer.length < 6) {
        const [logits] = await ask([request], answer)
        const token = logits!.indexOf(logits!.reduce((a, b) => Math.max(a, b)))
        if (model.isEnd(token)) break
        answer.push(token)
      }
      expect(model.detokenize(answer)).toBe(text)
    })

    test('an expert with exponent 1 says what the model says in its context', async () => {
      const request = makeRequest({ maxTokens: 6 })
      const { text } = await model.complete(request)
      const found = await completeWithExperts(model, {
        base: about('Count to two.'),
        experts: [{ kind: 'context', context: request, alpha: 1 }],
        maxTokens: 6,
      })
      expect(found.text).toBe(text)
      expect(found.evaluations).toBe(2 * found.tokens)
    })

    test('a text as tokens is the text again', () => {
      expect(model.detokenize(model.tokenize('two red.'))).toBe('two red.')
      expect(model.tokenize('two red.').some((token) => model.isEnd(token))).toBe(false)
      expect(model.detokenize([])).toBe('')
    })

    test('no contexts, and tokens that are none, are refused', async () => {
      await expect(ask([])).toRejectDso('SAMPLE_EMPTY')
      for (const token of [-1, 0.5, model.vocabularySize, Number.NaN]) {
        await expect(ask([about('a')], [token])).toRejectDso('OPTION_INVALID')
        expect(() => model.detokenize([token])).toThrowDso('OPTION_INVALID')
      }
    })

    test('an aborted call rejects with the reason of its signal', async () => {
      const reason = new Error('enough')
      const signal = AbortSignal.abort(reason)
      const call = model.nextLogits({ contexts: [about('a')], answer: [] }, { signal })
      await expect(call).rejects.toBe(reason)
      expect(await ask([about('a')])).toHaveLength(1)
    })

    test('a closed model refuses', async () => {
      const another = await create()
      await another.close()
      const call = another.nextLogits({ contexts: [about('a')], answer: [] })
      await expect(call).toRejectDso('MODEL_FAILED')
    })
  })
}
