import { fc, test as propertyTest } from '@fast-check/vitest'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EmbeddingCassette } from '../../src/protocol/ports/encoder.ts'
import type { Cassette, Completion } from '../../src/protocol/ports/language-model.ts'

/** A writable cassette with embeddings beside the completions. */
export interface CassetteUnderTest extends Cassette {
  readonly embeddings: EmbeddingCassette
  close(): void
}

/**
 * What every writable {@link Cassette} and {@link EmbeddingCassette} promises.
 * @param create makes an empty cassette; called once a test, the suite closes it
 */
export function testCassette(
  name: string,
  create: () => CassetteUnderTest | Promise<CassetteUnderTest>,
): void {
  describe(`${name} as a Cassette`, () => {
    let cassette: CassetteUnderTest
    beforeEach(async () => {
      cassette = await create()
    })
    afterEach(() => cassette.close())

    test('an unknown key has no answer', async () => {
      expect(await cassette.get('x')).toBeUndefined()
      expect(await cassette.embeddings.get('x')).toBeUndefined()
    })

    propertyTest.prop(
      [fc.string({ unit: 'binary' }), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })],
      { numRuns: 20 },
    )('a completion comes back as it was put, any text and time', async (text, time) => {
      const fresh = await create()
      const completion = makeCompletion(text, { durationMs: time + 0, finish: 'length' })
      await fresh.put('key', completion)
      expect(await fresh.get('key')).toEqual(completion)
      fresh.close()
    })

    test('text cut off amid a character comes back unchanged', async () => {
      const completion = makeCompletion('a\0b \ud83d')
      await cassette.put('key', completion)
      expect((await cassette.get('key'))?.text).toBe('a\0b \ud83d')
    })

    test('the first completion of a key stays, also among puts at once', async () => {
      await Promise.all(['1', '2', '3'].map((text) => cassette.put('key', makeCompletion(text))))
      await cassette.put('key', makeCompletion('4'))
      expect((await cassette.get('key'))?.text).toBe('1')
    })

    test('many puts at once are all kept', async () => {
      const keys = Array.from({ length: 200 }, (_, index) => `key-${index}`)
      await Promise.all(keys.map((key) => cassette.put(key, makeCompletion(key))))
      for (const key of keys) expect((await cassette.get(key))?.text).toBe(key)
    })

    test('completions and embeddings under one key do not meet', async () => {
      await cassette.put('key', makeCompletion('text'))
      expect(await cassette.embeddings.get('key')).toBeUndefined()
      await cassette.embeddings.put('key', Float32Array.of(1))
      expect((await cassette.get('key'))?.text).toBe('text')
    })

    test('a vector comes back bit by bit, and the first of a key stays', async () => {
      const vector = Float32Array.of(1e-45, -0.1, 3.4e38, 0)
      await cassette.embeddings.put('key', vector)
      await cassette.embeddings.put('key', Float32Array.of(1))
      expect(await cassette.embeddings.get('key')).toEqual(vector)
    })

    test('what a caller does to its own copies changes nothing', async () => {
      const vector = Float32Array.of(1, 2)
      const completion = makeCompletion('text')
      const putting = Promise.all([
        cassette.embeddings.put('key', vector),
        cassette.put('key', completion),
      ])
      vector.fill(7)
      completion.text = 'other'
      await putting
      const read = await cassette.embeddings.get('key')
      read?.fill(8)
      const answer = await cassette.get('key')
      if (answer !== undefined) answer.text = 'another'
      expect(await cassette.embeddings.get('key')).toEqual(Float32Array.of(1, 2))
      expect((await cassette.get('key'))?.text).toBe('text')
    })

    test.each([
      ['a count that is no integer', { promptTokens: 1.5 }],
      ['a negative count', { completionTokens: -1 }],
      ['a duration that is no number', { durationMs: Number.NaN }],
      ['an endless duration', { durationMs: Infinity }],
      ['an unknown finish', { finish: 'tired' as 'stop' }],
      ['a field too many', { secret: 'x' } as object],
    ])('%s is refused, and its neighbours are kept', async (_, fields) => {
      const good = cassette.put('good', makeCompletion('good'))
      const bad = cassette.put('bad', makeCompletion('bad', fields))
      await expect(bad).toRejectDso('FORMAT_INVALID')
      await good
      expect(await cassette.get('bad')).toBeUndefined()
      expect((await cassette.get('good'))?.text).toBe('good')
    })

    test.each([
      ['empty', ''],
      ['with a space', 'a b'],
      ['with a line break', 'a\n'],
      ['not ASCII', 'ä'],
      ['too long', 'k'.repeat(201)],
    ])('a key that is %s is refused', async (_, key) => {
      await expect(cassette.put(key, makeCompletion('x'))).toRejectDso('FORMAT_INVALID')
      await expect(cassette.embeddings.put(key, Float32Array.of(1))).toRejectDso('FORMAT_INVALID')
    })

    test('a vector without components or with NaN is refused', async () => {
      const { embeddings } = cassette
      await expect(embeddings.put('key', new Float32Array(0))).toRejectDso('FORMAT_INVALID')
      await expect(embeddings.put('key', Float32Array.of(1, Number.NaN))).toRejectDso(
        'VALUE_NOT_FINITE',
      )
      expect(await embeddings.get('key')).toBeUndefined()
    })

    test('closing lets waiting puts finish, and refuses later ones', async () => {
      const waiting = cassette.put('key', makeCompletion('x'))
      cassette.close()
      cassette.close()
      await waiting
      await expect(cassette.put('later', makeCompletion('x'))).toRejectDso('STORE_CLOSED')
      await expect(cassette.get('key')).toRejectDso('STORE_CLOSED')
      await expect(cassette.embeddings.get('key')).toRejectDso('STORE_CLOSED')
      await expect(cassette.embeddings.put('k', Float32Array.of(1))).toRejectDso('STORE_CLOSED')
    })
  })
}

/** A completion for tests. */
export function makeCompletion(text: string, fields: Partial<Completion> = {}): Completion {
  return {
    text,
    finish: 'stop',
    promptTokens: 10,
    completionTokens: 3,
    durationMs: 12.5,
    ...fields,
  }
}
