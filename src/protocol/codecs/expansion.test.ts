import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { sampleNormals } from '../../../test/fixtures/sample-normals.ts'
import { unit } from '../../../test/fixtures/vector-sources.ts'
import { createSeededRandom } from '../statistics/create-seeded-random.ts'
import { cosine } from '../vector/cosine.ts'
import { backProject } from './back-project.ts'
import { contract } from './contract.ts'
import { derivePositions } from './derive-positions.ts'
import { encodeExpanded } from './encode-expanded.ts'
import { expand } from './expand.ts'
import { refineSigns } from './refine-signs.ts'

const SEED = 'an expansion'
const random = createSeededRandom('expansion')
const draw = (count: number) => unit(sampleNormals(random, count))
const cos = (a: Float32Array, b: Float64Array) => cosine(a, Float32Array.from(b))

describe('expand', () => {
  test.each([[1], [384], [768], [1024], [4096], [7680]])(
    'keeps length and angles of %i values',
    (count) => {
      const [a, b] = [draw(count), draw(count)]
      const [wideA, wideB] = [expand(a, SEED), expand(b, SEED)]
      expect(wideA.length).toBe(7680)
      expect(Math.hypot(...wideA) / Math.hypot(...a)).toBeCloseTo(1, 12)
      const product = (x: ArrayLike<number>, y: ArrayLike<number>) =>
        Array.from(x).reduce((sum, value, i) => sum + value * y[i]!, 0)
      expect(product(wideA, wideB)).toBeCloseTo(product(a, b), 12)
      for (const [i, value] of contract(wideA, { count, seed: SEED }).entries()) {
        expect(value).toBeCloseTo(a[i]!, 12)
      }
    },
  )

  test('contract is its transpose', () => {
    const a = draw(384)
    const wide = draw(7680)
    const left = expand(a, SEED).reduce((sum, value, i) => sum + value * wide[i]!, 0)
    const right = contract(wide, { count: 384, seed: SEED }).reduce(
      (sum, value, i) => sum + value * a[i]!,
      0,
    )
    expect(left).toBeCloseTo(right, 12)
  })

  test('spreads even a single value, so that no direction is favoured', () => {
    for (const place of [0, 1, 383]) {
      const vector = new Float32Array(384)
      vector[place] = 1
      const wide = expand(vector, SEED)
      const most = wide.reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 0)
      expect(most).toBeLessThan(0.08)
      const code = encodeExpanded(vector, SEED)
      expect(
        cos(vector, backProject(code.subarray(4), { count: 384, seed: SEED })),
      ).toBeGreaterThan(0.98)
    }
  })

  test('places are a permutation, other for another seed, the first ones alike for all lengths', () => {
    const places = derivePositions(SEED)
    expect(new Set(places).size).toBe(7680)
    expect(derivePositions('another').subarray(0, 8)).not.toEqual(places.subarray(0, 8))
    expect(Array.from(places.subarray(0, 384)).some((place) => place > 7000)).toBe(true)
  })

  test('refuses too many values, none, and numbers that are not finite', () => {
    expect(() => expand(new Float32Array(7681), SEED)).toThrowDso('LENGTH_MISMATCH')
    expect(() => expand(new Float32Array(0), SEED)).toThrowDso('LENGTH_MISMATCH')
    expect(() => expand(Float32Array.of(Number.NaN), SEED)).toThrowDso('VALUE_NOT_FINITE')
    expect(() => encodeExpanded(Float32Array.of(Number.NaN), SEED)).toThrowDso('VALUE_NOT_FINITE')
    const wide = new Float64Array(7680)
    expect(() => contract(wide.subarray(1), { count: 1, seed: SEED })).toThrowDso('LENGTH_MISMATCH')
    expect(() => contract(wide, { count: 0, seed: SEED })).toThrowDso('LENGTH_MISMATCH')
    expect(() => contract(wide.fill(Number.NaN), { count: 1, seed: SEED })).toThrowDso(
      'VALUE_NOT_FINITE',
    )
  })
})

describe('expanded signs', () => {
  test('384 values come back with .986 projected and .995 refined', () => {
    for (let run = 0; run < 8; run++) {
      const vector = draw(384)
      const code = encodeExpanded(vector, SEED)
      expect(code.length).toBe(964)
      const options = { count: 384, seed: SEED }
      const projected = backProject(code.subarray(4), options)
      expect(cos(vector, projected)).toBeGreaterThan(0.983)
      expect(cos(vector, projected)).toBeLessThan(0.99)
      const refined = refineSigns(code.subarray(4), options)
      expect(cos(vector, refined)).toBeGreaterThan(0.994)
      expect(Math.hypot(...projected)).toBeCloseTo(1, 12)
      expect(Math.hypot(...refined)).toBeCloseTo(1, 12)
    }
  })

  test('renormalised, the projection errs by .19 % of 7680 values, as theory says', () => {
    // NMSE q / (1 + q) with q = (d / N)(π / 2 − 1): cosine √(1 / (1 + q)).
    const q = (384 / 7680) * (Math.PI / 2 - 1)
    let sum = 0
    for (let run = 0; run < 8; run++) {
      const vector = draw(384)
      const code = encodeExpanded(vector, SEED)
      sum += cos(vector, backProject(code.subarray(4), { count: 384, seed: SEED })) / 8
    }
    expect(sum).toBeCloseTo(Math.sqrt(1 / (1 + q)), 2)
    expect((100 * Math.sqrt(2 - 2 * sum)) / Math.sqrt(7680)).toBeLessThan(0.2)
  })

  test.each([[768], [2048], [4096]])('refining %i values never does harm', (count) => {
    const vector = draw(count)
    const signs = encodeExpanded(vector, SEED).subarray(4)
    const projected = cos(vector, backProject(signs, { count, seed: SEED }))
    expect(cos(vector, refineSigns(signs, { count, seed: SEED }))).toBeGreaterThan(
      projected - 0.001,
    )
  })

  test.prop([fc.uint8Array({ minLength: 960, maxLength: 960 })], { numRuns: 20 })(
    'any signs decode to a unit vector',
    (signs) => {
      const refined = refineSigns(signs, { count: 384, seed: SEED })
      expect(Math.hypot(...refined)).toBeCloseTo(1, 12)
    },
  )

  test('refuses other lengths', () => {
    const options = { count: 384, seed: SEED }
    expect(() => backProject(new Uint8Array(959), options)).toThrowDso('LENGTH_MISMATCH')
    expect(() => refineSigns(new Uint8Array(961), options)).toThrowDso('LENGTH_MISMATCH')
    expect(() => refineSigns(new Uint8Array(960), { ...options, count: 7681 })).toThrowDso(
      'LENGTH_MISMATCH',
    )
  })
})
