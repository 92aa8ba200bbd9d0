import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { endOfLock } from './end-of-lock.ts'
import { LOCK_UNIT, type LockedDeposit, weighDeposit } from './weigh-deposit.ts'
import { WEEK_SECONDS, weighLock } from './weigh-lock.ts'

const WEEK = WEEK_SECONDS

describe('weighLock', () => {
  test.each([
    [0n, 10n],
    [26n * WEEK - 1n, 10n],
    [26n * WEEK, 15n],
    [52n * WEEK - 1n, 15n],
    [52n * WEEK, 20n],
    [104n * WEEK - 1n, 20n],
    [104n * WEEK, 30n],
    [208n * WEEK, 30n],
  ])('%i seconds weigh %i', (remaining, weight) => {
    expect(weighLock(remaining)).toBe(weight)
  })
})

describe('endOfLock', () => {
  test.prop([fc.bigInt({ min: 0n, max: 2n ** 40n })])('is the next whole week', (wanted) => {
    const end = endOfLock(wanted)
    expect(end % WEEK).toBe(0n)
    expect(end - wanted).toBeGreaterThanOrEqual(0n)
    expect(end - wanted).toBeLessThan(WEEK)
  })
})

describe('weighDeposit', () => {
  const units = fc.bigInt({ min: 1n, max: 10n ** 9n })
  const start = 3000n * WEEK
  const lock = fc.record({ units, weeks: fc.bigInt({ min: 1n, max: 208n }) })
  const held = (locks: readonly { units: bigint; weeks: bigint }[]): LockedDeposit => ({
    deposits: [{ from: start, wei: locks.reduce((sum, l) => sum + l.units, 0n) * LOCK_UNIT }],
    locks: locks.map((l) => ({ wei: l.units * LOCK_UNIT, start, end: start + l.weeks * WEEK })),
  })

  test.prop([fc.array(lock, { maxLength: 16 }), fc.bigInt({ min: 0n, max: 210n * WEEK })])(
    'only falls with time, and at the boundaries of weeks alone',
    (locks, after) => {
      const deposit = held(locks)
      const weight = weighDeposit(deposit, start + after)
      expect(weighDeposit(deposit, start + after + 1n)).toBeLessThanOrEqual(weight)
      const last = start + after
      const boundary = last % WEEK === 0n
      if (!boundary) {
        const weekEnd = (last / WEEK + 1n) * WEEK
        expect(weighDeposit(deposit, weekEnd)).toBe(weight)
      }
    },
  )

  test.prop([fc.array(lock, { maxLength: 16 }), fc.bigInt({ min: 0n, max: 210n * WEEK })])(
    'the total falls by steps that are known when a lock is made',
    (locks, after) => {
      const deposit = held(locks)
      const drops = locks.flatMap(({ units: n, weeks }) =>
        (
          [
            [26n, 5n],
            [52n, 5n],
            [104n, 10n],
          ] as const
        )
          .filter(([from]) => weeks >= from)
          .map(([from, step]) => ({ at: start + (weeks - from) * WEEK, by: n * step })),
      )
      const fallen = drops.filter(({ at }) => at < start + after)
      const lost = fallen.reduce((sum, { by }) => sum + by, 0n)
      const first = weighDeposit(deposit, start)
      expect(weighDeposit(deposit, start + after)).toBe(first - lost)
    },
  )

  test('counts nothing before the deposit, and what has ended once', () => {
    const deposit = held([{ units: 7n, weeks: 104n }])
    expect(weighDeposit(deposit, start - 1n)).toBe(0n)
    expect(weighDeposit(deposit, start)).toBe(210n)
    expect(weighDeposit(deposit, start + 104n * WEEK)).toBe(70n)
  })

  test('takes the newest deposit at or before the second', () => {
    const deposits = [
      { from: 10n, wei: 5n * LOCK_UNIT },
      { from: 20n, wei: 2n * LOCK_UNIT + 1n },
    ]
    const at = [9n, 10n, 19n, 20n].map((time) => weighDeposit({ deposits, locks: [] }, time))
    expect(at).toEqual([0n, 50n, 50n, 20n])
  })
})
