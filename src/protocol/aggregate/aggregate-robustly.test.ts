import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { aggregateByTheBook } from '../../../scripts/generate/vectors/robust-oracle.ts'
import { createSeededRandom } from '../statistics/create-seeded-random.ts'
import { cosine } from '../vector/cosine.ts'
import { addVotes } from './add-votes.ts'
import { aggregateRobustly, MAX_ROBUST_CODES } from './aggregate-robustly.ts'
import { countVotes } from './count-votes.ts'
import { createVotes } from './create-votes.ts'
import { decodeMargins } from './decode-margins.ts'
import { findVoices } from './find-voices.ts'
import { majoritySign } from './majority-sign.ts'

const runs = process.env['DSO_LONG'] === '1' ? 5000 : 60

/** Few bits, so that copies and equal distances are common. */
const code = fc.uint8Array({ minLength: 2, maxLength: 2 })
const inputs = fc.array(fc.record({ code, weight: fc.integer({ min: 0, max: 6 }) }), {
  minLength: 1,
  maxLength: 14,
})

function aggregate(given: readonly { code: Uint8Array; weight: number }[]) {
  const weights = given.map(({ weight }) => weight)
  const found = aggregateRobustly({ codes: given.map((each) => each.code), weights })
  return { ...found, counts: [...found.counts] }
}

describe('aggregateRobustly', () => {
  test.prop([inputs], { numRuns: runs })('does what the book says, with weights', (given) => {
    fc.pre(given.some(({ weight }) => weight > 0))
    expect(aggregate(given)).toEqual(aggregateByTheBook(given))
  })

  test.prop([fc.array(code, { minLength: 1, maxLength: 20 })], { numRuns: runs })(
    'does what the book says, without weights',
    (codes) => {
      const { counts, ...rest } = aggregateRobustly({ codes })
      const expected = aggregateByTheBook(codes.map((each) => ({ code: each, weight: 1 })))
      expect({ counts: [...counts], ...rest }).toEqual(expected)
    },
  )

  test.prop([inputs], { numRuns: runs })('does not depend on the order', (given) => {
    fc.pre(given.some(({ weight }) => weight > 0))
    const [found, reversed] = [aggregate(given), aggregate(given.toReversed())]
    expect(reversed.counts).toEqual(found.counts)
    expect(reversed.whole).toBe(found.whole)
  })

  test.prop([code, fc.integer({ min: 1, max: 9 })])(
    'of copies is the code itself',
    (each, count) => {
      const { counts, whole, voices } = aggregateRobustly({ codes: Array(count).fill(each) })
      expect(voices).toEqual([0])
      expect([...counts]).toEqual(
        Array.from(counts, (_, i) => ((each[i >> 3]! >> (i & 7)) & 1) * whole),
      )
    },
  )

  test('copies add nothing, whoever sends them', () => {
    const random = createSeededRandom('copies')
    const codes = Array.from({ length: 9 }, () => random.bytes(20))
    const alone = aggregateRobustly({ codes })
    const flooded = aggregateRobustly({ codes: [...codes, ...Array(40).fill(codes[3])] })
    expect(flooded.counts).toEqual(alone.counts)
    expect(flooded.whole).toBe(alone.whole)
  })

  test('the heaviest of the copies speaks, with its own weight', () => {
    const random = createSeededRandom('heaviest')
    const [a, b, c] = [random.bytes(20), random.bytes(20), random.bytes(20)]
    const split = aggregateRobustly({ codes: [a, a, a, b, c], weights: [3, 9, 3, 9, 9] })
    expect(split).toEqual({
      ...aggregateRobustly({ codes: [a, b, c], weights: [9, 9, 9] }),
      voices: [1, 3, 4],
    })
  })

  test('as many codes as are allowed, at the weights that make the largest sums', () => {
    const random = createSeededRandom('many')
    const codes = Array.from({ length: MAX_ROBUST_CODES }, () => random.bytes(33))
    const weights = codes.map(() => 1023)
    for (const each of codes) each[0] = 255
    const { counts, whole } = aggregateRobustly({ codes, weights })
    expect(whole).toBe((511_500 - 2 * 250_635) * (511_500 - 250_635))
    expect([...counts.subarray(0, 8)]).toEqual(Array(8).fill(whole))
    const extra = [...codes, random.bytes(33)]
    expect(() => aggregateRobustly({ codes: extra })).toThrowDso('OPTION_INVALID')
  })

  test('a code with values beyond its bytes is refused, not cut', () => {
    const codes = [new Uint8Array(3), new Uint8Array(4)]
    expect(() => aggregateRobustly({ codes })).toThrowDso('LENGTH_MISMATCH')
  })
})

describe('findVoices', () => {
  const distances = (points: readonly number[]) =>
    Uint32Array.from(points.flatMap((a) => points.map((b) => Math.abs(a - b))))

  test('nearer than half of the lower quartile is a copy, half of it is not', () => {
    // Distances 3, 8, 11, 20, 17, 9, sorted 3, 8, 9, …: the second of six is the quartile.
    expect(findVoices(distances([0, 3, 11, 20]), 4)).toEqual([0, 2, 3])
    expect(findVoices(distances([0, 4, 12, 21]), 4)).toEqual([0, 1, 2, 3])
  })

  test.prop([
    fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 15 }),
    fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 14 }),
  ])('fewer liars than honest make no copies of the honest', (honest, lies) => {
    fc.pre(lies.length < honest.length)
    const points = [...honest, ...lies]
    const greatest = Math.max(...honest) - Math.min(...honest)
    const voices = findVoices(distances(points), points.length)
    const apart: number[] = []
    for (const [i, point] of honest.entries()) {
      const copied = honest.some((other, j) => j < i && 2 * Math.abs(point - other) <= greatest)
      if (!copied) apart.push(i)
    }
    expect(apart.filter((i) => !voices.includes(i))).toEqual([])
  })

  test('equal codes are copies even where most are equal', () => {
    expect(findVoices(distances([1, 1, 1, 9]), 4)).toEqual([0, 3])
    expect(findVoices(distances([7]), 1)).toEqual([0])
    expect(findVoices(distances([7, 9]), 2)).toEqual([0, 1])
  })
})

describe('what honest codes lose', () => {
  const dimension = 3840
  const random = createSeededRandom('margins')
  const gaussian = () => {
    const radius = Math.sqrt(-2 * Math.log(1 - random.next()))
    return radius * Math.cos(2 * Math.PI * random.next())
  }
  const truth = Float32Array.from({ length: dimension }, gaussian)
  /** A hundred codes of the truth with noise of 1.5 times its length. */
  const codes = Array.from({ length: 100 }, () => {
    const signs = new Uint8Array(dimension / 8)
    for (const [i, x] of truth.entries()) {
      if (x + 1.5 * gaussian() >= 0) signs[i >> 3]! |= 1 << (i & 7)
    }
    return signs
  })
  const tally = addVotes(createVotes({ bytes: dimension / 8 }), { codes })
  const signsOf = (code: Uint8Array) =>
    Float32Array.from(truth, (_, i) => ((code[i >> 3]! >> (i & 7)) & 1 ? 1 : -1))

  test('the majority sign has a cosine of at most .80, the margins one of at least .97', () => {
    expect(cosine(signsOf(majoritySign(tally)), truth)).toBeLessThan(0.8)
    const counts = countVotes(tally)
    const probit = decodeMargins({ counts, whole: 100 })
    const linear = decodeMargins({ counts, whole: 100, curve: 'linear' })
    expect(cosine(probit, truth)).toBeGreaterThan(0.97)
    expect(cosine(linear, truth)).toBeLessThan(cosine(probit, truth))
  })

  test('the recipe stays near the margins of all votes', () => {
    const robust = aggregateRobustly({ codes })
    expect(robust.voices).toHaveLength(100)
    expect(cosine(decodeMargins(robust), truth)).toBeGreaterThan(0.95)
  })

  test('not even 49 liars make the honest look like copies of each other', () => {
    const opposite = majoritySign(tally).map((byte) => ~byte)
    const near = codes.map((code) => code.map((byte, i) => (i % 2 === 0 ? byte : codes[0]![i]!)))
    const attacked = [...near.slice(0, 51), ...Array.from({ length: 49 }, () => opposite)]
    expect(aggregateRobustly({ codes: attacked }).voices).toHaveLength(52)
  })

  test('forty liars who agree turn the margins around, and not the recipe', () => {
    const opposite = majoritySign(tally).map((byte) => ~byte)
    const attacked = [...codes.slice(0, 60), ...Array.from({ length: 40 }, () => opposite)]
    const votes = addVotes(createVotes({ bytes: dimension / 8 }), { codes: attacked })
    const margins = decodeMargins({ counts: countVotes(votes), whole: 100 })
    expect(cosine(margins, truth)).toBeLessThan(0)
    expect(cosine(decodeMargins(aggregateRobustly({ codes: attacked })), truth)).toBeGreaterThan(
      0.93,
    )
  })

  test('votes lose 1 − 2/π of the noise energy of a mean as noise grows', () => {
    // Efficiency: squared signal over noise of the linear margin, against that of the mean of the floats.
    const efficiencyAt = (spread: number) => {
      const margins = new Float32Array(dimension)
      const means = new Float32Array(dimension)
      for (let voice = 0; voice < 60; voice++) {
        for (const [i, x] of truth.entries()) {
          const value = x + spread * gaussian()
          margins[i]! += Math.sign(value)
          means[i]! += value
        }
      }
      const noise = (found: Float32Array) => 1 / cosine(found, truth) ** 2 - 1
      return noise(means) / noise(margins)
    }
    expect(efficiencyAt(4)).toBeGreaterThan(0.54)
    expect(efficiencyAt(4)).toBeLessThan(2 / Math.PI + 0.03)
    expect(efficiencyAt(1.5)).toBeLessThan(0.5)
  })
})
