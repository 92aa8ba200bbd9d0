import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { computeReward, SEED_REWARD_WEIGHTS } from './compute-reward.ts'
import { normaliseTerms, WAD } from './normalise-terms.ts'
import { shareEmission } from './share-emission.ts'

const term = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n })
const weight = fc.bigInt({ min: 0n, max: 10n ** 19n })
const weights = fc.record({ information: weight, utility: weight, cost: weight })
const terms = fc.record({
  information: term,
  utility: term,
  cost: term.map((t) => (t < 0n ? -t : t)),
})

describe('computeReward', () => {
  test('the seed’s weights: one, a half, a tenth', () => {
    const one = { information: WAD, utility: WAD, cost: WAD }
    expect(computeReward(one, SEED_REWARD_WEIGHTS)).toBe((WAD * 14n) / 10n)
  })

  test.prop([terms, weights])('is rounded down and never by one or more', (t, w) => {
    const exact = w.information * t.information + w.utility * t.utility - w.cost * t.cost
    const reward = computeReward(t, w)
    expect(reward * WAD).toBeLessThanOrEqual(exact)
    expect((reward + 1n) * WAD).toBeGreaterThan(exact)
  })

  test.prop([terms, weights, term])('more cost never pays, more gain never harms', (t, w, more) => {
    const step = more < 0n ? -more : more
    const reward = computeReward(t, w)
    expect(computeReward({ ...t, cost: t.cost + step }, w)).toBeLessThanOrEqual(reward)
    expect(computeReward({ ...t, utility: t.utility + step }, w)).toBeGreaterThanOrEqual(reward)
  })
})

describe('normaliseTerms', () => {
  test('the typical value becomes one, whatever its unit', () => {
    expect(normaliseTerms([2n, 4n, -6n, 0n])).toEqual([WAD / 2n, WAD, (-WAD * 3n) / 2n, 0n])
    expect(normaliseTerms([2000n, 4000n, -6000n, 0n])).toEqual(normaliseTerms([2n, 4n, -6n, 0n]))
    expect(normaliseTerms([0n, 0n])).toEqual([0n, 0n])
    expect(normaliseTerms([])).toEqual([])
  })

  test('a tie takes the lower magnitude as typical', () => {
    expect(normaliseTerms([5n, 1n])).toEqual([5n * WAD, WAD])
  })

  test.prop([fc.array(term, { maxLength: 20 })])('keeps signs and order', (values) => {
    const normalised = normaliseTerms(values)
    for (const [i, value] of values.entries()) {
      expect(normalised[i]! < 0n && value > 0n).toBe(false)
      expect(normalised[i]! > 0n && value < 0n).toBe(false)
      const other = values[0]!
      if (value < other) expect(normalised[i]!).toBeLessThanOrEqual(normalised[0]!)
    }
  })
})

describe('shareEmission', () => {
  const emission = fc.bigInt({ min: 0n, max: 2n ** 96n })

  test.prop([emission, fc.array(term, { maxLength: 30 })])(
    'nothing is created, nobody is paid for less than nothing, and nobody above the cap',
    (whole, rewards) => {
      const { payouts, carried } = shareEmission({ emission: whole, rewards })
      expect(payouts.reduce((sum, payout) => sum + payout, carried)).toBe(whole)
      expect(carried).toBeGreaterThanOrEqual(0n)
      for (const [i, payout] of payouts.entries()) {
        expect(payout).toBeLessThanOrEqual(whole / 10n)
        if (rewards[i]! <= 0n) expect(payout).toBe(0n)
      }
    },
  )

  test('shares are in proportion, and what nobody earned is carried over', () => {
    const rewards = [WAD, 3n * WAD, -WAD]
    expect(shareEmission({ emission: 100n, rewards, capPerMille: 1000 })).toEqual({
      payouts: [25n, 75n, 0n],
      carried: 0n,
    })
    expect(shareEmission({ emission: 100n, rewards })).toEqual({
      payouts: [10n, 10n, 0n],
      carried: 80n,
    })
    expect(shareEmission({ emission: 100n, rewards: [0n, -1n] })).toEqual({
      payouts: [0n, 0n],
      carried: 100n,
    })
  })
})
