import { fc, test } from '@fast-check/vitest'
import { encodeAbiParameters, keccak256 } from 'viem'
import { describe, expect } from 'vitest'
import type { Hex } from '../ports/ledger.ts'
import { chooseOpenings } from './choose-openings.ts'
import { findLowerMedian } from './find-quality.ts'
import { freezeSet } from './freeze-set.ts'
import { sumVotes } from './sum-votes.ts'
import { weighEntry } from './weigh-entry.ts'

const bytes32 = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes): Hex => `0x${Buffer.from(bytes).toString('hex')}`)
const member = fc.record({
  id: fc.bigInt({ min: 1n, max: 2n ** 32n }),
  merkleRoot: bytes32,
  bondWei: fc.bigInt({ min: 0n, max: 2n ** 96n - 1n }),
  quality: fc.nat({ max: 1000 }),
})
const scale = fc.record({
  cap: fc.bigInt({ min: 1n, max: 2n ** 56n }),
  qLow: fc.integer({ min: 100, max: 1000 }),
})

describe('weighEntry', () => {
  test.prop([scale, member])('quality shifts a weight by at most 1000 / qLow', (s, m) => {
    const best = weighEntry(s, m.bondWei, 1000)
    const weight = weighEntry(s, m.bondWei, m.quality)
    expect(weight).toBeLessThanOrEqual(best)
    expect((weight + 1n) * 1000n).toBeGreaterThanOrEqual(best * BigInt(s.qLow))
    expect(best).toBeLessThanOrEqual(s.cap)
  })

  test('below qLow the weight falls no further', () => {
    const s = { cap: 2n ** 56n, qLow: 500 }
    const weights = [0, 499, 500, 501, 1000].map((quality) => weighEntry(s, 10n ** 18n, quality))
    expect(weights).toEqual([500_000_000n, 500_000_000n, 500_000_000n, 501_000_000n, 10n ** 9n])
    expect(() => weighEntry(s, 1n, 1001)).toThrowDso('FORMAT_INVALID')
  })
})

describe('freezeSet', () => {
  test.prop([scale, fc.array(member, { maxLength: 8 })])(
    'hashes as the ABI encodes, by a second encoder',
    (s, members) => {
      const frozen = freezeSet(s, members)
      const fold = members.reduce<Hex>(
        (previous, m) =>
          keccak256(
            encodeAbiParameters(
              [
                { type: 'bytes32' },
                { type: 'uint64' },
                { type: 'bytes32' },
                { type: 'uint96' },
                { type: 'uint16' },
              ],
              [previous, m.id, m.merkleRoot, m.bondWei, m.quality],
            ),
          ),
        `0x${'00'.repeat(32)}`,
      )
      expect(frozen.setHash).toBe(fold)
      const both = [{ type: 'bytes32[]' }, { type: 'uint64[]' }] as const
      const encoded = encodeAbiParameters(both, [frozen.roots, frozen.weights])
      expect(frozen.frozenHash).toBe(keccak256(encoded))
      expect(frozen.total).toBe(frozen.weights.reduce((sum, weight) => sum + weight, 0n))
    },
  )
})

describe('chooseOpenings', () => {
  const entries = fc.array(
    fc.record({ value: fc.nat({ max: 1000 }), weight: fc.bigInt({ min: 1n, max: 1000n }) }),
    { minLength: 1, maxLength: 20 },
  )

  test.prop([entries, fc.nat({ max: 1000 })])(
    'refutes every wrong claim and no right one',
    (all, claim) => {
      const votes = all.map(({ value, weight }) => ({ score: value, weight }))
      const sums = sumVotes(votes)
      const median = findLowerMedian(sums)
      const values = all.map(({ value }) => value)
      const weights = all.map(({ weight }) => weight)
      const choose = (claimed: number) =>
        chooseOpenings({ values, weights, total: sums.total, claimed })
      expect(choose(median)).toBeUndefined()
      const chosen = choose(claim)
      if (claim === median) return
      expect(chosen?.above).toBe(claim < median)
      const opened = chosen!.members.reduce((sum, i) => sum + weights[i]!, 0n)
      expect(2n * opened).toBeGreaterThanOrEqual(sums.total)
      for (const i of chosen!.members) expect(values[i]! > claim).toBe(chosen!.above)
      expect(chosen!.members).toEqual([...new Set(chosen!.members)].sort((a, b) => a - b))
    },
  )

  test('leaves that cannot be opened do not count', () => {
    const options = { weights: [5n, 1n, 1n], total: 7n, claimed: 0 }
    expect(chooseOpenings({ ...options, values: [9, 0, 0] })).toEqual({ above: true, members: [0] })
    expect(chooseOpenings({ ...options, values: [undefined, 9, 9] })).toBeUndefined()
  })
})
