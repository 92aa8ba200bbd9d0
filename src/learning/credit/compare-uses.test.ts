import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import { compareUses, type ReportedTask } from './compare-uses.ts'
import { drawInjection } from './draw-injection.ts'

/** A task at an angle of the plane, in degrees: near angles are like tasks. */
function reported(injected: boolean, reward: number, degrees = 0, model = 'm'): ReportedTask {
  const angle = (degrees * Math.PI) / 180
  const embedding = Float32Array.of(Math.cos(angle), Math.sin(angle))
  return { model, reward, embedding, offered: [{ cid: 'a', injected }] }
}
const used = (reward: number, degrees = 0) => reported(true, reward, degrees)
const without = (reward: number, degrees = 0) => reported(false, reward, degrees)
const outcomesOf = (tasks: readonly ReportedTask[]) =>
  compareUses(tasks)[0]?.histories.find(({ cid }) => cid === 'a')?.outcomes

describe('compareUses', () => {
  test.each([
    ['helped', 1000, 0, 1],
    ['harmed', 0, 500, -1],
    ['made no difference', 500, 500, 0],
  ] as const)('it %s', (_, withIt, withoutIt, outcome) => {
    expect(outcomesOf([used(withIt), without(withoutIt)])).toEqual([outcome])
  })

  test('a task without it is compared with the one most like it', () => {
    expect(outcomesOf([used(0, 80), used(1000, 30), used(0, 5), without(500, 40)])).toEqual([1])
  })

  test('neither with one of another time nor twice with the same', () => {
    // The first use lies before the first left-out task, so the second one has none left.
    expect(outcomesOf([used(1000), without(0), without(0)])).toEqual([1])
    expect(outcomesOf([used(1000), without(0), used(0), without(500)])).toEqual([1, -1])
    // What comes after serves where nothing came before.
    expect(outcomesOf([without(0), used(1000)])).toEqual([1])
  })

  test('without a task to compare with nothing is said', () => {
    expect(outcomesOf([used(1000), used(1000)])).toEqual([])
    expect(outcomesOf([without(0)])).toEqual([])
    expect(compareUses([])).toEqual([])
  })

  test('models are kept apart, and so are experiences', () => {
    const tasks = [
      { ...used(1000), offered: [...used(0).offered, { cid: 'b', injected: false }] },
      { ...without(0), offered: [...without(0).offered, { cid: 'b', injected: true }] },
      reported(false, 0, 0, 'n'),
    ]
    expect(compareUses(tasks)).toEqual([
      {
        model: 'm',
        histories: [
          { cid: 'a', outcomes: [1] },
          { cid: 'b', outcomes: [-1] },
        ],
      },
      { model: 'n', histories: [{ cid: 'a', outcomes: [] }] },
    ])
  })

  test('vectors of another encoder are unlike all others, not an error', () => {
    const other = { ...used(0), embedding: Float32Array.of(1) }
    expect(outcomesOf([other, used(1000), without(500)])).toEqual([1])
    expect(outcomesOf([other, without(500)])).toEqual([-1])
  })

  test.prop([fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 2 })), { maxLength: 60 })])(
    'there are never more outcomes than uses, or than tasks without it',
    (drawn) => {
      const tasks = drawn.map(([injected, reward]) => reported(injected, reward))
      const outcomes = outcomesOf(tasks) ?? []
      const uses = drawn.filter(([injected]) => injected).length
      expect(outcomes.length).toBeLessThanOrEqual(Math.min(uses, drawn.length - uses))
    },
  )

  test('without an effect help and harm are equally frequent; an effect shows', () => {
    const play = (gain: number) => {
      const random = createSeededRandom(`effect ${gain}`)
      const tasks = Array.from({ length: 4000 }, (_, index) => {
        const [draw] = drawInjection(['a'], { seed: `recall ${index}` })
        const solved = random.next() < 0.4 + (draw!.injected ? gain : 0)
        return reported(draw!.injected, solved ? 1000 : 0, random.next() * 90)
      })
      const outcomes: readonly number[] = outcomesOf(tasks) ?? []
      const share = (outcome: number): number =>
        outcomes.filter((each) => each === outcome).length / outcomes.length
      return { pairs: outcomes.length, helped: share(1), harmed: share(-1) }
    }
    const none = play(0)
    expect(none.pairs).toBeGreaterThan(350)
    expect(Math.abs(none.helped - none.harmed)).toBeLessThan(0.1)
    const much = play(0.4)
    expect(much.helped - much.harmed).toBeGreaterThan(0.3)
  })
})
