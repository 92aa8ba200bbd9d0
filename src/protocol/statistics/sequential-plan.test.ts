import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { createSeededRandom } from './create-seeded-random.ts'
import { planSequentialTest, type SequentialPlan } from './sequential-plan.ts'

/** Plays a plan to its end, looking after every `step` tasks. */
function play(
  plan: SequentialPlan,
  tasks: number,
  win: number,
  loss: number,
  seed: string,
  step = 1,
) {
  const random = createSeededRandom(seed)
  let [wins, losses, done] = [0, 0, 0]
  for (;;) {
    const said = plan.decide({ wins, losses, done })
    if (said !== 'continue') return { said, done }
    for (let i = 0; i < step && done < tasks; i++, done++) {
      const drawn = random.next()
      if (drawn < win) wins++
      else if (drawn < win + loss) losses++
    }
  }
}

function rate(plan: SequentialPlan, tasks: number, win: number, loss: number, step = 1) {
  const runs = 1000
  const played = Array.from({ length: runs }, (_, run) =>
    play(plan, tasks, win, loss, `${win} ${loss} ${run}`, step),
  )
  return {
    accepted: played.filter(({ said }) => said === 'accept').length / runs,
    done: played.reduce((sum, { done }) => sum + done, 0) / runs,
  }
}

describe('planSequentialTest', () => {
  test.each([
    [8, 0.2, 0.1719, 0.6],
    [12, 0.1, 0.0996, 0.6],
    [24, 0.1, 0.0971, 0.4],
    [32, 0.1, 0.0984, 0.3],
    [48, 0.05, 0.0497, 0.3],
  ])(
    '%i tasks at an error of %f: exactly %f, planned for a gain of %f',
    (tasks, error, exact, gain) => {
      const plan = planSequentialTest({ tasks, error })
      expect(plan.error).toBeCloseTo(exact, 4)
      expect(plan.gain).toBe(gain)
      expect(plan.power).toBeGreaterThan(0.8)
    },
  )

  test.prop([fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.001, max: 0.5, noNaN: true })], {
    numRuns: 15,
  })('the exact error is within the bound, or nothing can be accepted', (tasks, error) => {
    const plan = planSequentialTest({ tasks, error })
    expect(plan.error).toBeLessThanOrEqual(error)
    expect(plan.error > 0 || plan.threshold > 1).toBe(true)
  })

  test('without effect it accepts at most as often as promised, whatever the share of ties', () => {
    const plan = planSequentialTest({ tasks: 24, error: 0.1 })
    for (const share of [1, 0.6, 0.3, 0.1]) {
      for (const step of [1, 4]) {
        const { accepted } = rate(plan, 24, share / 2, share / 2, step)
        // Three standard errors of 1,000 runs.
        expect(accepted).toBeLessThan(0.1 + 0.03)
      }
    }
  })

  test('it accepts the planned gain as often as promised, on fewer tasks than there are', () => {
    const plan = planSequentialTest({ tasks: 24, error: 0.1 })
    const { accepted, done } = rate(plan, 24, plan.gain + 0.05, 0.05)
    expect(Math.abs(accepted - plan.power)).toBeLessThan(0.04)
    expect(done).toBeLessThan(16)
  })

  test('it gives up early where nothing changes, and where there is harm', () => {
    const plan = planSequentialTest({ tasks: 24, error: 0.1 })
    expect(play(plan, 24, 0, 0, 'x')).toMatchObject({ said: 'reject', done: 17 })
    expect(rate(plan, 24, 0.05, 0.35).done).toBeLessThan(8)
  })

  test('what so few tasks cannot prove is rejected without any', () => {
    const plan = planSequentialTest({ tasks: 3, error: 0.05 })
    expect(plan).toMatchObject({ power: 0, error: 0 })
    expect(plan.threshold).toBeGreaterThan(1)
    expect(plan.decide({ wins: 0, losses: 0, done: 0 })).toBe('reject')
  })

  test('a boundary that was crossed accepts, also later', () => {
    const plan = planSequentialTest({ tasks: 8, error: 0.2 })
    expect(plan.decide({ wins: 2, losses: 0, done: 2 })).toBe('continue')
    expect(plan.decide({ wins: 3, losses: 0, done: 3 })).toBe('accept')
    expect(plan.decide({ wins: 3, losses: 0, done: 8 })).toBe('accept')
    expect(plan.decide({ wins: 2, losses: 0, done: 8 })).toBe('reject')
  })

  test('plans and counts without sense are refused', () => {
    for (const tasks of [0, 1.5, 257, Number.NaN]) {
      expect(() => planSequentialTest({ tasks, error: 0.1 })).toThrowDso('OPTION_INVALID')
    }
    for (const error of [0, -0.1, 0.6, Number.NaN]) {
      expect(() => planSequentialTest({ tasks: 8, error })).toThrowDso('OPTION_INVALID')
    }
    const { decide } = planSequentialTest({ tasks: 4, error: 0.1 })
    for (const state of [
      { wins: -1, losses: 0, done: 1 },
      { wins: 1.5, losses: 0, done: 2 },
      { wins: 2, losses: 1, done: 2 },
      { wins: 0, losses: 0, done: 5 },
      { wins: Number.NaN, losses: 0, done: 1 },
    ]) {
      expect(() => decide(state)).toThrowDso('OPTION_INVALID')
    }
  })
})
