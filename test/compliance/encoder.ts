import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Encoder } from '../../src/protocol/ports/encoder.ts'

/** Every text that {@link testEncoder} embeds, for encoders that must have seen them. */
export const ENCODER_TEXTS: readonly string[] = [
  'When booking, write the date as DD-MM-YYYY.',
  'The weather is fine.',
  '',
  '🙂 ünïcödé\u0000\u200b',
  'word '.repeat(2000),
]

/**
 * What every {@link Encoder} promises.
 * @param create makes an encoder that can embed {@link ENCODER_TEXTS}; called twice, the suite closes what it gets
 */
export function testEncoder(name: string, create: () => Promise<Encoder>): void {
  describe(`${name} as an Encoder`, () => {
    let encoder: Encoder
    beforeAll(async () => {
      encoder = await create()
    })
    afterAll(() => encoder.close())

    test('it has a name, a SHA-256 and a dimension', () => {
      expect(encoder.name).not.toBe('')
      expect(encoder.hash).toMatch(/^[0-9a-f]{64}$/)
      expect(encoder.dimension).toBeGreaterThan(0)
    })

    test('every text has a vector of unit length, awkward ones too', async () => {
      const vectors = await encoder.embed(ENCODER_TEXTS)
      expect(vectors).toHaveLength(ENCODER_TEXTS.length)
      for (const vector of vectors) {
        expect(vector).toBeInstanceOf(Float32Array)
        expect(vector).toHaveLength(encoder.dimension)
        expect(Math.abs(Math.hypot(...vector) - 1)).toBeLessThan(1e-5)
      }
    })

    test('a text has one vector, whatever stands beside it, and its own copy', async () => {
      const [first, second] = ENCODER_TEXTS
      const together = await encoder.embed([second ?? '', first ?? '', first ?? ''])
      const [alone] = await encoder.embed([first ?? ''])
      expect(together[1]).toEqual(alone)
      together[1]?.fill(0)
      expect(together[2]).toEqual(alone)
    })

    test('no texts have no vectors', async () => {
      expect(await encoder.embed([])).toEqual([])
    })

    test('an aborted call rejects with the reason of its signal', async () => {
      const reason = new Error('enough')
      await expect(
        encoder.embed(ENCODER_TEXTS, { signal: AbortSignal.abort(reason) }),
      ).rejects.toBe(reason)
    })

    test('closing twice is harmless, and a closed encoder refuses', async () => {
      const another = await create()
      await another.close()
      await another.close()
      await expect(another.embed(ENCODER_TEXTS)).toRejectDso('MODEL_FAILED')
    })
  })
}
