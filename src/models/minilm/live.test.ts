import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testEncoder } from '../../../test/compliance/encoder.ts'
import { liveWeights } from '../../../test/live-weights.ts'
import type { Encoder } from '../../protocol/ports/encoder.ts'
import { findWeights } from '../weights/find-weights.ts'
import { createMiniLmEncoder } from './create-minilm-encoder.ts'

const NAME = 'all-minilm-l6-v2-int8'
const weights = await liveWeights(NAME)
const paths = weights.kind === 'present' ? weights.paths : {}

function load(): Promise<Encoder> {
  return createMiniLmEncoder({
    modelPath: paths['model.onnx'] ?? '',
    tokenizerPath: paths['tokenizer.json'] ?? '',
  })
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)
}

describe.skipIf(weights.kind === 'absent')('MiniLM with real weights', () => {
  testEncoder('MiniLM', load)

  describe('createMiniLmEncoder', () => {
    let encoder: Encoder
    beforeAll(async () => {
      encoder = await load()
    })
    afterAll(() => encoder.close())

    test('its hash is that of the weights', () => {
      expect(encoder.hash).toBe(findWeights(NAME).files[0]?.sha256)
    })

    test('sentences that mean the same are near, others far', async () => {
      const [rule, paraphrase, other] = await encoder.embed([
        'When booking a flight, write the date with the day first.',
        'Flight reservations need dates that start with the day.',
        'My grandmother bakes bread with olives.',
      ])
      if (rule === undefined || paraphrase === undefined || other === undefined) {
        throw new Error('three vectors expected')
      }
      expect(cosine(rule, paraphrase)).toBeGreaterThan(0.6)
      expect(cosine(rule, other)).toBeLessThan(0.2)
    })

    test('what stands behind the 256th token does not matter', async () => {
      const head = 'alpha beta gamma '.repeat(200)
      const [a, b] = await encoder.embed([`${head} one`, `${head} two`])
      expect(a).toEqual(b)
    })

    test('what stands between the 128th and the 256th token does', async () => {
      const head = 'word '.repeat(150)
      const [a, b] = await encoder.embed([`${head} one`, `${head} two`])
      expect(a).not.toEqual(b)
    })
  })
})

describe('createMiniLmEncoder', () => {
  test('files that are no model are refused', async () => {
    const files = { modelPath: 'package.json', tokenizerPath: 'package.json' }
    await expect(createMiniLmEncoder(files)).toRejectDso('MODEL_FAILED')
  })
})
