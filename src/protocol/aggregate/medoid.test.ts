import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { encodeEmbedding } from '../profiles/encode-embedding.ts'
import { DIRECT_384, SIGN_384 } from '../profiles/profile.ts'
import { createSeededRandom } from '../statistics/create-seeded-random.ts'
import { cosine } from '../vector/cosine.ts'
import { assignToCentroids, NO_CENTROID } from './assign-to-centroids.ts'
import { readCodeValues } from './code-values.ts'
import { findWeightedMedoid } from './find-weighted-medoid.ts'
import { measureCodeDistances } from './measure-code-distances.ts'

const signs = fc.uint8Array({ minLength: 3, maxLength: 3 })
const levels = fc
  .int8Array({ minLength: 5, maxLength: 5, min: -127 })
  .filter((row) => row.some((level) => level !== 0))
const cluster = fc
  .oneof(
    fc.array(signs, { minLength: 1, maxLength: 9 }),
    fc.array(levels, { minLength: 1, maxLength: 9 }),
  )
  .chain((codes) =>
    fc.tuple(
      fc.constant(codes),
      fc.array(fc.integer({ min: 0, max: 5 }), {
        minLength: codes.length,
        maxLength: codes.length,
      }),
    ),
  )

const idOf = (index: number) => Uint8Array.of(index)

describe('findWeightedMedoid', () => {
  test.prop([cluster])('picks the same member whatever the order', ([codes, weights]) => {
    fc.pre(weights.some((weight) => weight > 0))
    const ids = codes.map((_, index) => idOf(index))
    const found = findWeightedMedoid({ codes, weights, ids })
    const reversed = findWeightedMedoid({
      codes: codes.toReversed(),
      weights: weights.toReversed(),
      ids: ids.toReversed(),
    })
    expect(codes.length - 1 - reversed).toBe(found)
    expect(weights[found]).toBeGreaterThan(0)
  })

  test.prop([cluster])('no other member with weight is nearer to all', ([codes, weights]) => {
    fc.pre(weights.some((weight) => weight > 0))
    const ids = codes.map((_, index) => idOf(index))
    const found = findWeightedMedoid({ codes, weights, ids })
    const sumOf = (code: (typeof codes)[number]) =>
      measureCodeDistances(codes, [code]).reduce((sum, d, i) => sum + d * weights[i]!, 0)
    for (const [i, code] of codes.entries()) {
      if (weights[i]! > 0) expect(sumOf(code)).toBeGreaterThanOrEqual(sumOf(codes[found]!))
    }
  })

  test('of more members than are compared at a time is found as well', () => {
    const random = createSeededRandom('medoid')
    const centre = random.bytes(16)
    const codes: Uint8Array[] = Array.from({ length: 150 }, () =>
      centre.map((byte) => byte ^ (random.integer(256) & random.integer(256))),
    )
    codes[140] = centre
    const ids = codes.map((_, index) => idOf(index))
    expect(findWeightedMedoid({ codes, weights: codes.map(() => 1), ids })).toBe(140)
  })

  test('liars choose it only where their weight makes up for the honest being near each other', () => {
    const honest = [Uint8Array.of(0), Uint8Array.of(1), Uint8Array.of(2)]
    const lies = Array.from({ length: 50 }, () => Uint8Array.of(255))
    const codes = [...lies, ...honest]
    const ids = codes.map((_, index) => idOf(index))
    const medoidAt = (weight: number) => {
      const weights = codes.map((_, index) => (index < 50 ? 1 : weight))
      return findWeightedMedoid({ codes, weights, ids })
    }
    expect(medoidAt(40)).toBe(51)
    // 51 against 50 is not enough: the honest differ.
    expect(medoidAt(17)).toBe(0)
  })

  test('bad input is refused', () => {
    const codes = [Uint8Array.of(1), Uint8Array.of(2)]
    const ids = [idOf(0), idOf(1)]
    const find = (given: Partial<Parameters<typeof findWeightedMedoid>[0]>) => () =>
      findWeightedMedoid({ codes, ids, weights: [1, 1], ...given })
    expect(find({ codes: [], ids: [], weights: [] })).toThrowDso('SAMPLE_EMPTY')
    expect(find({ weights: [0, 0] })).toThrowDso('WEIGHT_OUT_OF_RANGE')
    expect(find({ weights: [2 ** 32 - 1, 1] })).toThrowDso('WEIGHT_OUT_OF_RANGE')
    expect(find({ weights: [1, -1] })).toThrowDso('WEIGHT_OUT_OF_RANGE')
    expect(find({ weights: [1] })).toThrowDso('LENGTH_MISMATCH')
    expect(find({ ids: [idOf(0)] })).toThrowDso('LENGTH_MISMATCH')
    expect(find({ codes: [codes[0]!, Int8Array.of(1)] })).toThrowDso('PROFILE_MISMATCH')
    expect(find({ codes: [codes[0]!, Uint8Array.of(1, 2)] })).toThrowDso('LENGTH_MISMATCH')
    expect(find({ codes: [Int8Array.of(1), Int8Array.of(0)] })).toThrowDso('FORMAT_INVALID')
  })
})

describe('measureCodeDistances', () => {
  test.prop([levels, levels])('of levels is 1 − cosine in millionths, of equal ones 0', (a, b) => {
    const exact = 1e6 * (1 - cosine(Float32Array.from(a), Float32Array.from(b)))
    const norm = Math.sqrt(
      [...a].reduce((s, x) => s + x * x, 0) * [...b].reduce((s, x) => s + x * x, 0),
    )
    // The root is rounded down to an integer: its share of the quotient.
    expect(Math.abs(measureCodeDistances([a], [b])[0]! - exact)).toBeLessThan(2 + 1.1e6 / norm)
    expect(measureCodeDistances([a], [a])[0]).toBe(0)
    expect(measureCodeDistances([b], [a])).toEqual(measureCodeDistances([a], [b]))
  })

  test('of more levels than stay exact is refused', () => {
    const long = new Int8Array(4097).fill(1)
    expect(() => measureCodeDistances([long], [long])).toThrowDso('OPTION_INVALID')
    const most = new Int8Array(4096).fill(127)
    expect([...measureCodeDistances([most], [most, most.map((x) => -x)])]).toEqual([0, 2_000_000])
  })
})

describe('assignToCentroids', () => {
  test('gives no code to no centroid, and refuses no centroids', () => {
    expect(assignToCentroids({ codes: [], centroids: [Uint8Array.of(1)] })).toHaveLength(0)
    const codes = [Uint8Array.of(1)]
    expect(() => assignToCentroids({ codes, centroids: [] })).toThrowDso('SAMPLE_EMPTY')
    const centroids = [Uint8Array.of(3)]
    for (const within of [-1, 0.5, Number.NaN]) {
      expect(() => assignToCentroids({ codes, centroids, within })).toThrowDso('OPTION_INVALID')
    }
    expect([...assignToCentroids({ codes, centroids, within: 0 })]).toEqual([NO_CENTROID])
    expect([...assignToCentroids({ codes, centroids, within: 1 })]).toEqual([0])
  })
})

describe('readCodeValues', () => {
  const vector = Float32Array.from({ length: 384 }, (_, i) => Math.sin(i))
  const direct = { profile: 'direct-384', bytes: encodeEmbedding(DIRECT_384, vector) }
  const sign = { profile: 'sign-384', bytes: encodeEmbedding(SIGN_384, vector) }
  const withScale = ({ profile, bytes }: typeof sign, scale: number) => {
    const changed = bytes.slice()
    new DataView(changed.buffer).setFloat32(0, scale, true)
    return { profile, bytes: changed }
  }

  test('takes what is behind the scale, and the scale has no influence', () => {
    const [signs] = readCodeValues([sign])
    expect(signs).toEqual(sign.bytes.slice(4))
    const [levels] = readCodeValues([direct])
    expect(levels).toBeInstanceOf(Int8Array)
    expect([...levels!]).toEqual([...Int8Array.from(direct.bytes.subarray(4))])
    expect(readCodeValues([withScale(sign, 1e30)])).toEqual([signs])
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 0, -0])(
    'a scale of %d is refused',
    (scale) => {
      expect(() => readCodeValues([sign, withScale(sign, scale)])).toThrowDso('SCALE_INVALID')
      expect(() => readCodeValues([withScale(direct, scale)])).toThrowDso('SCALE_INVALID')
    },
  )

  test('mixed and unknown profiles, wrong lengths and impossible levels are refused', () => {
    expect(() => readCodeValues([])).toThrowDso('SAMPLE_EMPTY')
    expect(() => readCodeValues([sign, direct])).toThrowDso('PROFILE_MISMATCH')
    expect(() => readCodeValues([{ ...sign, profile: 'sign-385' }])).toThrowDso('PROFILE_MISMATCH')
    for (const each of [sign, direct]) {
      const short = { ...each, bytes: each.bytes.slice(1) }
      expect(() => readCodeValues([each, short])).toThrowDso('LENGTH_MISMATCH')
    }
    const zeros = { ...direct, bytes: direct.bytes.slice().fill(0, 4) }
    expect(() => readCodeValues([zeros])).toThrowDso('FORMAT_INVALID')
  })

  test('a refusal names the code', () => {
    try {
      readCodeValues([sign, sign, withScale(sign, -1)])
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ details: { field: 'codes', index: 2 } })
    }
  })
})
