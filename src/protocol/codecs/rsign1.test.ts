import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { unit, VECTOR_SOURCES } from '../../../test/fixtures/vector-sources.ts'
import { createSeededRandom } from '../statistics/create-seeded-random.ts'
import { cosine } from '../vector/cosine.ts'
import { contributorSeed } from './contributor-seed.ts'
import { decodeRsign1 } from './decode-rsign1.ts'
import { decodeRsign1c } from './decode-rsign1c.ts'
import { encodeRsign1 } from './encode-rsign1.ts'
import { encodeRsign1c } from './encode-rsign1c.ts'
import { rotate } from './rotate.ts'
import { rotateBack } from './rotate-back.ts'

const SEED = 'a schema'
const at7680 = { count: 7680, seed: SEED } as const
const sources = Object.entries(VECTOR_SOURCES)

function rmsePercent(vector: Float32Array, decoded: Float32Array): number {
  const squares = vector.reduce((sum, value, i) => sum + (value - decoded[i]!) ** 2, 0)
  return 100 * Math.sqrt(squares / vector.length)
}

describe('rsign1', () => {
  test.each(sources)('errs by .688 % on %s', (_, draw) => {
    const errors = Array.from({ length: 6 }, (__, seed) => {
      const vector = draw(`rsign1/${seed}`)
      return rmsePercent(vector, decodeRsign1(encodeRsign1(vector, { seed: SEED }), at7680))
    })
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length
    expect(mean).toBeGreaterThan(0.682)
    expect(mean).toBeLessThan(0.694)
  })

  test.each(sources)('keeps a cosine of .785 … .812 of every vector of %s', (_, draw) => {
    for (let seed = 0; seed < 4; seed++) {
      const vector = draw(`cosine/${seed}`)
      const agreed = { count: 7680, seed: `${seed}` } as const
      const kept = cosine(vector, decodeRsign1(encodeRsign1(vector, agreed), agreed))
      expect(kept).toBeGreaterThan(0.785)
      expect(kept).toBeLessThan(0.812)
    }
  })

  test('two rounds spread even one or two entries', () => {
    for (const places of [[0], [7679], [17, 4000], [0, 32], [5, 645]]) {
      const vector = new Float32Array(7680)
      for (const place of places) vector[place] = 1
      const kept = cosine(vector, decodeRsign1(encodeRsign1(vector, { seed: SEED }), at7680))
      expect(kept).toBeGreaterThan(0.77)
      expect(kept).toBeLessThan(0.83)
    }
  })

  test('a centroid that holds half of the vectors takes √½ of the error', () => {
    const centroid = VECTOR_SOURCES['white Gaussian']!('centroid')
    const own = VECTOR_SOURCES['white Gaussian']!('own')
    const vector = unit(Float64Array.from(own, (value, i) => value + centroid[i]!))
    const half = centroid.map((value) => value / Math.SQRT2)
    const code = encodeRsign1(vector, { seed: SEED, centroid: half })
    expect(code.length).toBe(964)
    const error = rmsePercent(vector, decodeRsign1(code, { ...at7680, centroid: half }))
    expect(error / (0.688 * Math.SQRT1_2)).toBeCloseTo(1, 1)
    expect(() => encodeRsign1(vector, { seed: SEED, centroid: new Float32Array(384) })).toThrowDso(
      'LENGTH_MISMATCH',
    )
    const broken = half.slice().fill(Number.NaN, 3, 4)
    expect(() => encodeRsign1(vector, { seed: SEED, centroid: broken })).toThrowDso(
      'VALUE_NOT_FINITE',
    )
    expect(() => decodeRsign1(code, { ...at7680, centroid: broken })).toThrowDso('VALUE_NOT_FINITE')
  })

  test('a vector equal to its centroid has one code, which decodes to the centroid', () => {
    const centroid = VECTOR_SOURCES['uniform components']!('same').slice(0, 384)
    const code = encodeRsign1(centroid, { seed: SEED, centroid })
    expect(Buffer.from(code).toString('hex')).toBe(`00000000${'ff'.repeat(48)}`)
    expect(decodeRsign1(code, { count: 384, seed: SEED, centroid })).toEqual(centroid)
  })

  test.each([
    ['another length', new Float32Array(768), 'LENGTH_MISMATCH'],
    ['no values', new Float32Array(0), 'LENGTH_MISMATCH'],
    ['NaN', new Float32Array(384).fill(Number.NaN, 9), 'VALUE_NOT_FINITE'],
    ['infinity', new Float32Array(7680).fill(Number.POSITIVE_INFINITY, 9), 'VALUE_NOT_FINITE'],
    [
      'values whose rotation exceeds f32',
      new Float32Array(384).fill(3.4e38, 0, 1).fill(3.4e38),
      'ok',
    ],
  ] as const)('codes or refuses %s', (_, values, expected) => {
    const run = () => encodeRsign1(values, { seed: SEED })
    if (expected === 'ok') expect(run().length).toBe(52)
    else expect(run).toThrowDso(expected)
  })

  test.each([
    ['a byte short', '0000803f', 47, 'LENGTH_MISMATCH'],
    ['a byte long', '0000803f', 49, 'LENGTH_MISMATCH'],
    ['scale −1', '000080bf', 48, 'SCALE_INVALID'],
    ['scale −0', '00000080', 48, 'SCALE_INVALID'],
    ['scale NaN', '0000c07f', 48, 'SCALE_INVALID'],
    ['scale infinite', '0000807f', 48, 'SCALE_INVALID'],
    ['a scale that no value can have', 'ffff7f7f', 48, 'SCALE_INVALID'],
    ['scale 0 with signs of 0', '00000000', 48, 'FORMAT_INVALID'],
  ] as const)('refuses to decode %s', (_, scale, count, error) => {
    const code = Uint8Array.from(Buffer.from(scale + '00'.repeat(count), 'hex'))
    expect(() => decodeRsign1(code, { count: 384, seed: SEED })).toThrowDso(error)
  })

  test('a code of the other size, or a size that is none, is refused', () => {
    const code = encodeRsign1(new Float32Array(384).fill(1), { seed: SEED })
    expect(() => decodeRsign1(code, at7680)).toThrowDso('LENGTH_MISMATCH')
    expect(() => decodeRsign1(code, { count: 416 as 384, seed: SEED })).toThrowDso(
      'LENGTH_MISMATCH',
    )
  })
})

describe('rotate', () => {
  test.each([[384], [7680]])('%i values keep their length and come back', (size) => {
    const random = createSeededRandom(size)
    const values = Float64Array.from({ length: size }, () => random.next() - 0.5)
    const rotated = rotate(values, SEED)
    expect(Math.hypot(...rotated) / Math.hypot(...values)).toBeCloseTo(1, 12)
    for (const [i, value] of rotateBack(rotated, SEED).entries()) {
      expect(value).toBeCloseTo(values[i]!, 12)
    }
    expect(rotate(values, 'another')).not.toEqual(rotated)
  })

  test('refuses other lengths and numbers that are not finite', () => {
    for (const each of [rotate, rotateBack]) {
      expect(() => each(new Float64Array(385), SEED)).toThrowDso('LENGTH_MISMATCH')
      const broken = new Float64Array(384).fill(Number.NaN, 383)
      expect(() => each(broken, SEED)).toThrowDso('VALUE_NOT_FINITE')
    }
  })

  test.prop([fc.string({ unit: 'binary' })], { numRuns: 20 })('takes any text as seed', (seed) => {
    const values = Float64Array.from({ length: 384 }, (_, i) => i)
    expect(rotateBack(rotate(values, seed), seed)[383]).toBeCloseTo(383, 9)
  })
})

describe('rsign1c', () => {
  const contribution = { schema: 2n, contributor: new Uint8Array(32).fill(0xab), epoch: 7 }

  test('is rsign1 under the contributor’s seed', () => {
    const vector = VECTOR_SOURCES['white Gaussian']!('c').slice(0, 384)
    const seed = contributorSeed(contribution)
    expect(seed).toBe(`dso/rsign1c/2/${'ab'.repeat(32)}/7`)
    const code = encodeRsign1c(vector, contribution)
    expect(code).toEqual(encodeRsign1(vector, { seed }))
    expect(decodeRsign1c(code, { ...contribution, count: 384 })).toEqual(
      decodeRsign1(code, { count: 384, seed }),
    )
    const centroid = vector.map((value) => value / 2)
    expect(encodeRsign1c(vector, { ...contribution, centroid })).toEqual(
      encodeRsign1(vector, { seed, centroid }),
    )
  })

  test('many near-equal vectors average to .99, under one shared rotation to .80', () => {
    const vector = VECTOR_SOURCES['white Gaussian']!('agreed')
    const average = (encodeAndDecode: (n: number) => Float32Array) => {
      const sum = new Float64Array(7680)
      for (let n = 0; n < 60; n++) {
        for (const [i, value] of encodeAndDecode(n).entries()) sum[i]! += value
      }
      return cosine(vector, Float32Array.from(sum))
    }
    const own = average((n) => {
      const by = { ...contribution, contributor: new Uint8Array(32).fill(n) }
      return decodeRsign1c(encodeRsign1c(vector, by), { ...by, count: 7680 })
    })
    const shared = average(() => decodeRsign1(encodeRsign1(vector, { seed: SEED }), at7680))
    expect(own).toBeGreaterThan(0.985)
    expect(shared).toBeLessThan(0.812)
  })

  test.each([
    [{ contributor: new Uint8Array(31) }, 'KEY_INVALID'],
    [{ schema: -1n }, 'OPTION_INVALID'],
    [{ schema: 1n << 64n }, 'OPTION_INVALID'],
    [{ epoch: -1 }, 'OPTION_INVALID'],
    [{ epoch: 0.5 }, 'OPTION_INVALID'],
    [{ epoch: Number.NaN }, 'OPTION_INVALID'],
  ] as const)('refuses %o', (change, error) => {
    expect(() => contributorSeed({ ...contribution, ...change })).toThrowDso(error)
  })
})
