import { describe, expect, test } from 'vitest'
import { sampleNormals } from '../../../test/fixtures/sample-normals.ts'
import { unit } from '../../../test/fixtures/vector-sources.ts'
import { createSeededRandom } from '../statistics/create-seeded-random.ts'
import { cosine } from '../vector/cosine.ts'
import { decodeCentred } from './decode-centred.ts'
import { encodeCentred } from './encode-centred.ts'
import { decodeRsign1 } from './decode-rsign1.ts'
import { encodeRsign1 } from './encode-rsign1.ts'
import { prepareCentredQuery, scoreCentred } from './score-centred.ts'

const random = createSeededRandom('centred')
const normals = () => sampleNormals(random, 384)
const common = unit(normals())
/** Vectors of length 1 that lie .9 along one direction, as those of E5-like encoders do. */
const draw = (near?: Float32Array) => {
  const own = unit(normals())
  const centre = near ?? common
  return unit(Float64Array.from(own, (value, i) => 0.45 * value + 0.9 * centre[i]!))
}
const documents = Array.from({ length: 200 }, () => draw())
const mean = Float32Array.from({ length: 384 }, (_, i) =>
  documents.reduce((sum, document) => sum + document[i]! / documents.length, 0),
)
const dot = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0)

/** How many of the exact ten best are among the ten best by `score`, 0 … 1, over 8 queries. */
function overlap10(scorer: (query: Float32Array) => (index: number) => number): number {
  const best = (score: (index: number) => number) =>
    documents
      .map((_, index) => index)
      .toSorted((a, b) => score(b) - score(a))
      .slice(0, 10)
  let shared = 0
  for (let run = 0; run < 8; run++) {
    const query = draw(documents[random.integer(200)])
    const exact = new Set(best((index) => dot(query, documents[index]!)))
    shared += best(scorer(query)).filter((index) => exact.has(index)).length
  }
  return shared / 80
}

describe.each([
  [384, 52],
  [7680, 964],
] as const)('centred codes of %i signs', (size, bytes) => {
  const options = { mean, size, seed: 'centred' }
  const codes = documents.map((document) => encodeCentred(document, options))

  test('store the length of the residual', () => {
    for (const [i, code] of codes.slice(0, 20).entries()) {
      expect(code.length).toBe(bytes)
      const residual = Math.hypot(...documents[i]!.map((value, k) => value - mean[k]!))
      expect(new DataView(code.buffer).getFloat32(0, true)).toBeCloseTo(residual, 6)
    }
  })

  test('score the cosine, but for a term that is the same for every code', () => {
    const errors: number[] = []
    for (let run = 0; run < 10; run++) {
      const query = draw(documents[run])
      const prepared = prepareCentredQuery(query, options)
      const constant = dot(query, mean)
      for (const [i, code] of codes.slice(0, 100).entries()) {
        errors.push(scoreCentred(prepared, code) + constant - dot(query, documents[i]!))
      }
    }
    const average = errors.reduce((sum, error) => sum + error, 0) / errors.length
    const spread = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length)
    expect(Math.abs(average)).toBeLessThan(0.005)
    // .7555 / √N of the two residuals, whose lengths are about ½.
    expect(spread).toBeLessThan((0.7555 / Math.sqrt(size)) * 0.4)
  })

  test('find more of the nearest than codes that are not centred', () => {
    const centred = overlap10((query) => {
      const prepared = prepareCentredQuery(query, options)
      const scores = codes.map((code) => scoreCentred(prepared, code))
      return (index) => scores[index]!
    })
    const plainCodes = documents.map((document) => encodeRsign1(document, { seed: 'plain' }))
    const plain = plainCodes.map((code) => decodeRsign1(code, { count: 384, seed: 'plain' }))
    const uncentred = overlap10((query) => (index) => cosine(query, plain[index]!))
    expect(centred).toBeGreaterThan(uncentred + 0.1)
    expect(centred).toBeGreaterThan(size === 7680 ? 0.8 : 0.35)
  })

  test('decode to the vector, closer than the mean is', () => {
    for (const [i, code] of codes.slice(0, 10).entries()) {
      const decoded = decodeCentred(code, options)
      expect(Math.hypot(...decoded)).toBeCloseTo(1, 6)
      const kept = cosine(decoded, documents[i]!)
      expect(kept).toBeGreaterThan(cosine(mean, documents[i]!))
      expect(kept).toBeGreaterThan(size === 7680 ? 0.998 : 0.94)
    }
  })

  test('the mean itself has one code and decodes to itself', () => {
    const code = encodeCentred(mean, options)
    expect(Buffer.from(code).toString('hex')).toBe(`00000000${'ff'.repeat(size / 8)}`)
    expect(cosine(decodeCentred(code, options), mean)).toBeCloseTo(1, 6)
  })

  test('bad input is refused', () => {
    const code = codes[0]!
    const query = prepareCentredQuery(documents[0]!, options)
    const broken = mean.slice().fill(Number.NaN, 0, 1)
    expect(() => encodeCentred(mean.slice(1), options)).toThrowDso('LENGTH_MISMATCH')
    expect(() => encodeCentred(broken, options)).toThrowDso('VALUE_NOT_FINITE')
    expect(() => encodeCentred(mean, { ...options, mean: broken })).toThrowDso('VALUE_NOT_FINITE')
    expect(() => encodeCentred(mean, { ...options, mean: mean.slice(1) })).toThrowDso(
      'LENGTH_MISMATCH',
    )
    expect(() => decodeCentred(code.slice(1), options)).toThrowDso('LENGTH_MISMATCH')
    expect(() => decodeCentred(code, { ...options, mean: broken })).toThrowDso('VALUE_NOT_FINITE')
    expect(() => prepareCentredQuery(broken, options)).toThrowDso('VALUE_NOT_FINITE')
    expect(() => prepareCentredQuery(mean.slice(1), options)).toThrowDso('LENGTH_MISMATCH')
    for (const scale of [
      [0, 0, 0, 0x80],
      [0, 0, 0x80, 0xbf],
      [0, 0, 0xc0, 0x7f],
    ]) {
      const changed = code.slice()
      changed.set(scale)
      expect(() => scoreCentred(query, changed)).toThrowDso('SCALE_INVALID')
      expect(() => decodeCentred(changed, options)).toThrowDso('SCALE_INVALID')
    }
    const zeroScale = code.slice()
    zeroScale.fill(0, 0, 4)
    expect(() => scoreCentred(query, zeroScale)).toThrowDso('FORMAT_INVALID')
  })
})

test('values of another length have no rotation to 384 signs', () => {
  const short = mean.slice(0, 100)
  const options = { mean: short, size: 384, seed: '' } as const
  expect(() => encodeCentred(short, options)).toThrowDso('LENGTH_MISMATCH')
  expect(encodeCentred(short, { ...options, size: 7680 }).length).toBe(964)
  expect(() => encodeCentred(short, { ...options, size: 100 as 384 })).toThrowDso('LENGTH_MISMATCH')
})
