import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { CreditRecord } from '../../protocol/ports.ts'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import { rankCorrelation } from '../../protocol/statistics/rank-correlation.ts'
import { capExponents } from './cap-exponents.ts'
import { creditOutcome } from './credit-outcome.ts'
import { drawInjection } from './draw-injection.ts'
import { estimateCredit } from './estimate-credit.ts'

const counts = (trials: number, successes: number) => ({ trials, rewards: 1000 * successes })
const creditOf = (used: [number, number], without: [number, number]) => ({
  with: counts(...used),
  without: counts(...without),
})

describe('drawInjection', () => {
  test('leaves out about a tenth, the same ones for the same seed', () => {
    const cids = Array.from({ length: 4000 }, (_, index) => `c${index}`)
    const drawn = drawInjection(cids, { seed: 'a' })
    const dropped = drawn.filter(({ injected }) => !injected).length
    expect(dropped).toBeGreaterThan(340)
    expect(dropped).toBeLessThan(460)
    expect(drawInjection(cids, { seed: 'a' })).toEqual(drawn)
    expect(drawInjection(cids, { seed: 'b' })).not.toEqual(drawn)
  })

  test('what happens to one does not depend on what else was found', () => {
    const together = drawInjection(['x', 'y', 'z'], { seed: '7', dropRate: 0.5 })
    const alone = ['x', 'y', 'z'].flatMap((cid) =>
      drawInjection([cid], { seed: '7', dropRate: 0.5 }),
    )
    expect(together).toEqual(alone)
  })

  test('rates of 0 and 1 drop nothing and everything, others are refused', () => {
    const injected = (dropRate: number) =>
      drawInjection(['a', 'b'], { seed: 's', dropRate }).filter((each) => each.injected).length
    expect([injected(0), injected(1)]).toEqual([2, 0])
    for (const dropRate of [-0.1, 1.1, Number.NaN]) {
      expect(() => drawInjection(['a'], { seed: 's', dropRate })).toThrowDso('OPTION_INVALID')
    }
  })
})

describe('estimateCredit', () => {
  test('nobody knows anything of a new experience', () => {
    const fresh = estimateCredit(undefined)
    expect(fresh).toMatchObject({ trials: 0, logOdds: 0, alpha: 0 })
    expect(fresh.quality).toBeLessThan(0.5)
    expect(fresh.upper).toBeGreaterThan(0)
  })

  test('what helps gets quality and weight, what harms neither, and both are told apart from the unknown', () => {
    const helps = estimateCredit(creditOf([90, 80], [10, 2]))
    const harms = estimateCredit(creditOf([90, 20], [10, 8]))
    expect(helps.quality).toBeGreaterThan(0.5)
    expect(helps.alpha).toBeGreaterThan(0)
    expect(harms).toMatchObject({ alpha: 0 })
    expect(harms.upper).toBeLessThan(0)
  })

  test('an experience that nobody was without has no quality, however often it was used', () => {
    expect(estimateCredit(creditOf([10_000, 10_000], [0, 0])).quality).toBeLessThan(0.5)
  })

  test('the exponent of one never exceeds 1', () => {
    expect(estimateCredit(creditOf([9000, 9000], [1000, 0])).alpha).toBe(1)
  })

  test.prop([fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50)])(
    'one more success with it never lowers quality, one more without never raises it',
    (a, b, c, d) => {
      const before = estimateCredit(creditOf([a + b + 1, a], [c + d + 1, c]))
      const better = estimateCredit(creditOf([a + b + 1, a + 1], [c + d + 1, c]))
      const worse = estimateCredit(creditOf([a + b + 1, a], [c + d + 1, c + 1]))
      expect(better.logOdds).toBeGreaterThanOrEqual(before.logOdds - 1e-12)
      expect(worse.logOdds).toBeLessThanOrEqual(before.logOdds + 1e-12)
      for (const { quality, alpha, lower, upper } of [before, better, worse]) {
        expect(quality).toBeGreaterThan(0)
        expect(quality).toBeLessThan(1)
        expect(alpha).toBeGreaterThanOrEqual(0)
        expect(alpha).toBeLessThanOrEqual(1)
        expect(lower).toBeLessThan(upper)
      }
    },
  )

  test('exactly: a useless experience reaches quality 0.5 with a probability of at most 0.05', () => {
    let worst = 0
    for (const trials of [10, 20, 50, 100, 200]) {
      for (const without of [20, 10, 5].map((part) => Math.ceil(trials / part))) {
        for (const rate of [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98]) {
          worst = Math.max(worst, falseQuality(trials - without, without, rate))
        }
      }
    }
    expect(worst).toBeLessThanOrEqual(0.05)
    expect(worst).toBeGreaterThan(0.01)
  })

  test('counts that cannot be are refused', () => {
    for (const trials of [-1, 0.5, Number.NaN, Infinity]) {
      const credit = { with: { trials, rewards: 0 }, without: counts(0, 0) }
      expect(() => estimateCredit(credit)).toThrowDso('OPTION_INVALID')
    }
    expect(() => estimateCredit(creditOf([1, 2], [0, 0]))).toThrowDso('OPTION_INVALID')
  })
})

/** P(quality ≥ 0.5) where both arms succeed at the same rate, by enumeration. */
function falseQuality(used: number, without: number, rate: number): number {
  const p = binomial(used, rate)
  const q = binomial(without, rate)
  let sum = 0
  for (let a = 0; a <= used; a++) {
    for (let b = 0; b <= without; b++) {
      const weight = p[a]! * q[b]!
      if (weight < 1e-12) continue
      if (estimateCredit(creditOf([used, a], [without, b])).quality >= 0.5) sum += weight
    }
  }
  return sum
}

function binomial(n: number, rate: number): number[] {
  const out = [(1 - rate) ** n]
  for (let k = 1; k <= n; k++) out.push((out[k - 1]! * (n - k + 1) * rate) / (k * (1 - rate)))
  return out
}

describe('capExponents', () => {
  test('exponents whose sum is within bounds stay, others shrink alike', () => {
    expect(capExponents([0.2, 0.3])).toEqual([0.2, 0.3])
    expect(capExponents([1, 1, 0])).toEqual([0.5, 0.5, 0])
    expect(capExponents([1, 1], 1.5)).toEqual([0.75, 0.75])
    expect(capExponents([])).toEqual([])
  })

  test('what is no exponent is refused', () => {
    for (const alpha of [-0.1, Number.NaN, Infinity]) {
      expect(() => capExponents([0.1, alpha])).toThrowDso('OPTION_INVALID')
    }
    expect(() => capExponents([0.1], 0)).toThrowDso('OPTION_INVALID')
  })
})

interface Simulated {
  planted: number[]
  estimates: ReturnType<typeof estimateCredit>[]
}

/** 40 experiences, three found for each task; a task succeeds at 35 % plus what the injected ones are worth, 5…95 %. */
function simulate(seed: number, tasks: number, worth: (random: () => number) => number): Simulated {
  const random = createSeededRandom(`credit ${seed}`)
  const planted = Array.from({ length: 40 }, () => worth(() => random.next()))
  const credits = planted.map((_, index) => emptyCredit(`c${index}`))
  for (let task = 0; task < tasks; task++) {
    const found = new Set<number>()
    while (found.size < 3) found.add(random.integer(planted.length))
    const cids = [...found].map((index) => `c${index}`)
    const offered = drawInjection(cids, { seed: `${seed}/${task}` })
    const gain = offered.reduce(
      (sum, { cid, injected }) => sum + (injected ? planted[Number(cid.slice(1))]! : 0),
      0,
    )
    const success = random.next() < Math.min(0.95, Math.max(0.05, 0.35 + gain))
    for (const more of creditOutcome({ offered, model: 'm', reward: success ? 1000 : 0 })) {
      const credit = credits[Number(more.cid.slice(1))]!
      for (const arm of ['with', 'without'] as const) {
        credit[arm].trials += more[arm].trials
        credit[arm].rewards += more[arm].rewards
      }
    }
  }
  return { planted, estimates: credits.map(estimateCredit) }
}

function emptyCredit(cid: string): CreditRecord {
  return { cid, model: 'm', with: { trials: 0, rewards: 0 }, without: { trials: 0, rewards: 0 } }
}

describe('credit from outcomes', () => {
  test('orders 40 experiences by their planted usefulness: rank correlation ≥ 0.8 in the mean of 5 seeds', () => {
    const found = [1, 2, 3, 4, 5].map((seed) => {
      // −10…+40 points each; 6,000 tasks give each about 450 trials, 45 of them without it.
      const { planted, estimates } = simulate(seed, 6000, (next) => -0.1 + 0.5 * next())
      return rankCorrelation(
        planted,
        estimates.map(({ logOdds }) => logOdds),
      )
    })
    const mean = found.reduce((sum, value) => sum + value, 0) / found.length
    expect(mean).toBeGreaterThanOrEqual(0.8)
    expect(Math.min(...found)).toBeGreaterThan(0.8)
  })

  test('where all are useless, at most 5 of 100 get a quality of 0.5: 20 seeds of 40', () => {
    const qualities = Array.from({ length: 20 }, (_, seed) =>
      simulate(seed, 1000, () => 0).estimates.map(({ quality }) => quality),
    ).flat()
    const lucky = qualities.filter((quality) => quality >= 0.5).length
    expect(lucky).toBeLessThanOrEqual(0.05 * qualities.length)
  })
})
