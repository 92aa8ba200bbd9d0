import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CompletionRequest, LanguageModel } from '../../src/protocol/ports/language-model.ts'

/** A request in which a test names only what matters to it. */
export function makeRequest(fields: Partial<CompletionRequest> = {}): CompletionRequest {
  return {
    system: 'You are brief.',
    turns: [{ role: 'user', text: 'Name a colour and a number.' }],
    format: { kind: 'text' },
    maxTokens: 12,
    temperature: 0,
    seed: 1,
    ...fields,
  }
}

/**
 * What every {@link LanguageModel} promises.
 * @param create makes a model that answers any request; called twice, the suite closes what it gets
 */
export function testLanguageModel(name: string, create: () => Promise<LanguageModel>): void {
  describe(`${name} as a LanguageModel`, () => {
    let model: LanguageModel
    beforeAll(async () => {
      model = await create()
    })
    afterAll(() => model.close())

    test('it has a name and a SHA-256', () => {
      expect(model.name).not.toBe('')
      expect(model.hash).toMatch(/^[0-9a-f]{64}$/)
    })

    test('free text keeps to its bound and counts what it cost', async () => {
      const completion = await model.complete(makeRequest())
      expect(Object.keys(completion).toSorted()).toEqual([
        'completionTokens',
        'durationMs',
        'finish',
        'promptTokens',
        'text',
      ])
      expect(completion.text).toBeTypeOf('string')
      expect(completion.promptTokens).toBeGreaterThan(0)
      expect(completion.completionTokens).toBeGreaterThan(0)
      expect(completion.completionTokens).toBeLessThanOrEqual(12)
      expect(completion.durationMs).toBeGreaterThanOrEqual(0)
      expect(['stop', 'length']).toContain(completion.finish)
    })

    test('a stop text ends the answer and is no part of it', async () => {
      const whole = await model.complete(makeRequest())
      const stop = whole.text.trim().slice(1, 3)
      expect(stop).toHaveLength(2)
      const cut = await model.complete(makeRequest({ format: { kind: 'text', stop: [stop] } }))
      expect(cut.text).not.toContain(stop)
      expect(cut.finish).toBe('stop')
    })

    test('one token is enough to ask for', async () => {
      const completion = await model.complete(makeRequest({ maxTokens: 1 }))
      expect(completion.completionTokens).toBe(1)
    })

    test('an object has exactly the keys asked for, in order, with scalar values, canonical', async () => {
      const keys = ['zeta', 'a "quoted" key', '2', 'alpha']
      const { text } = await model.complete(makeRequest({ format: { kind: 'object', keys } }))
      const value = JSON.parse(text) as Record<string, unknown>
      const canonical = keys.map((key) => `${JSON.stringify(key)}:${JSON.stringify(value[key])}`)
      expect(text).toBe(`{${canonical.join(',')}}`)
      for (const key of keys) expect(value[key]).not.toBeInstanceOf(Object)
    })

    test('a greedy request has one answer, whatever its seed', async () => {
      const first = await model.complete(makeRequest({ seed: 1 }))
      const second = await model.complete(makeRequest({ seed: 2 }))
      expect(second.text).toBe(first.text)
    })

    test('many requests at once are all answered', async () => {
      const requests = Array.from({ length: 6 }, (_, index) =>
        makeRequest({ turns: [{ role: 'user', text: `Count to ${index}.` }], maxTokens: 4 }),
      )
      const completions = await Promise.all(requests.map((request) => model.complete(request)))
      expect(completions.map(({ completionTokens }) => completionTokens > 0)).not.toContain(false)
    })

    test('an aborted call rejects with the reason of its signal, and only that one', async () => {
      const controller = new AbortController()
      const reason = new Error('enough')
      const other = model.complete(makeRequest())
      const call = model.complete(makeRequest({ system: 'Another.', maxTokens: 200 }), {
        signal: controller.signal,
      })
      controller.abort(reason)
      await expect(call).rejects.toBe(reason)
      await expect(
        model.complete(makeRequest(), { signal: AbortSignal.abort(reason) }),
      ).rejects.toBe(reason)
      expect((await other).text).toBeTypeOf('string')
    })

    test('closing twice is harmless, and a closed model refuses', async () => {
      const another = await create()
      await another.close()
      await another.close()
      await expect(another.complete(makeRequest())).toRejectDso('MODEL_FAILED')
    })
  })
}
