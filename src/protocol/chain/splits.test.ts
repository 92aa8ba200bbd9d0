import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { splitLostBond } from './split-lost-bond.ts'
import { splitRejection } from './split-rejection.ts'
import { splitRevenue } from './split-revenue.ts'
import { hardenSlashing, lowQualityLoss, SEED_SLASHING, splitSlash } from './split-slash.ts'

const AI = 10n ** 18n
const amount = fc.bigInt({ min: 0n, max: 2n ** 96n - 1n })

describe('splitRevenue', () => {
  test.prop([fc.bigInt({ min: 0n, max: 2n ** 256n - 1n })])(
    'the shares sum to the amount, and the treasury takes what does not divide',
    (whole) => {
      const { treasury, contributors, operators, research } = splitRevenue(whole)
      expect(treasury + contributors + operators + research).toBe(whole)
      expect(treasury).toBeGreaterThanOrEqual(whole / 2n)
      expect(treasury - whole / 2n).toBeLessThan(4n)
      expect(contributors).toBe(whole / 4n)
    },
  )

  test('a receipt of 10,000 is split as the seed says', () => {
    expect(splitRevenue(10_000n)).toEqual({
      treasury: 5000n,
      contributors: 2500n,
      operators: 1500n,
      research: 1000n,
    })
  })

  test('what is no amount is refused', () => {
    expect(() => splitRevenue(-1n)).toThrowDso('FORMAT_INVALID')
    expect(() => splitRevenue(2n ** 256n)).toThrowDso('FORMAT_INVALID')
  })
})

describe('splitSlash', () => {
  const profile = fc
    .record({
      burnShare: fc.integer({ min: 500, max: 1000 }),
      part: fc.nat({ max: 1000 }),
      bountyCapWei: amount,
    })
    .map(({ burnShare, part, bountyCapWei }) => ({
      burnShare,
      bountyShare: Math.floor(((1000 - burnShare) * part) / 1000),
      bountyCapWei,
    }))

  test.prop([amount, profile, fc.boolean()])(
    'the parts sum to what was lost, and at least half is burned',
    (lost, shares, hasChallenger) => {
      const { burnedWei, bountyWei, pooledWei } = splitSlash(lost, shares, hasChallenger)
      expect(burnedWei + bountyWei + pooledWei).toBe(lost)
      expect(2n * burnedWei).toBeGreaterThanOrEqual(lost)
      expect(bountyWei).toBeLessThanOrEqual(shares.bountyCapWei)
      if (!hasChallenger) expect(bountyWei).toBe(0n)
    },
  )

  test('the seed gives the challenger half, the hardened profile a fixed bounty', () => {
    const half = { burnedWei: 12n * AI, bountyWei: 12n * AI, pooledWei: 0n }
    expect(splitSlash(24n * AI, SEED_SLASHING, true)).toEqual(half)
    const none = { burnedWei: 24n * AI, bountyWei: 0n, pooledWei: 0n }
    expect(splitSlash(24n * AI, SEED_SLASHING, false)).toEqual(none)
    expect(splitSlash(100n * AI, hardenSlashing(2n * AI), true)).toEqual({
      burnedWei: 63n * AI,
      bountyWei: 2n * AI,
      pooledWei: 35n * AI,
    })
  })

  test('shares out of bounds are refused', () => {
    const refused = [{ burnShare: 499 }, { burnShare: 1001 }, { bountyShare: 501 }]
    for (const shares of refused) {
      expect(() => splitSlash(1n, { ...SEED_SLASHING, ...shares }, true)).toThrowDso(
        'FORMAT_INVALID',
      )
    }
    expect(() => hardenSlashing(2n ** 96n)).toThrowDso('FORMAT_INVALID')
  })

  test('what low quality costs is rounded up', () => {
    expect(lowQualityLoss(3n, 500)).toBe(2n)
    expect(lowQualityLoss(25n * AI, 1000)).toBe(25n * AI)
    expect(lowQualityLoss(25n * AI, 0)).toBe(0n)
    expect(() => lowQualityLoss(1n, 1001)).toThrowDso('FORMAT_INVALID')
  })
})

describe('splitLostBond and splitRejection', () => {
  test.prop([amount])('the winner never gets more than half', (lost) => {
    const { burnedWei, toWinnerWei } = splitLostBond(lost)
    expect(burnedWei + toWinnerWei).toBe(lost)
    expect(burnedWei - toWinnerWei).toBe(lost % 2n)
  })

  test.prop([amount, fc.boolean()])('a rejection burns half and sums to the bond', (bond, paid) => {
    const { burnedWei, bountyWei, pooledWei } = splitRejection(bond, paid)
    expect(burnedWei + bountyWei + pooledWei).toBe(bond)
    expect(burnedWei).toBe(bond - bond / 2n)
    expect(bountyWei).toBe(paid ? (bond * 150n) / 1000n : 0n)
    expect(pooledWei).toBeGreaterThanOrEqual(0n)
  })
})
