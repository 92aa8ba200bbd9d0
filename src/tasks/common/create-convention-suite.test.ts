import { describe, expect, test } from 'vitest'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import { chooseByTeaching } from './choose-by-teaching.ts'
import { createConventionSuite } from './create-convention-suite.ts'
import { between } from './draws.ts'
import { type Teaching, createGrader } from './grades.ts'
import { toDomain } from './value-domain.ts'
import { listWords, wordRequest } from './wordings.ts'

const doubling = (name: string, teaching: Teaching = 'single') =>
  toDomain({
    name,
    key: 'double',
    teaching,
    explicit: 'expected twice as much',
    vague: 'too little',
    rule: 'as twice the number, e.g. 2000 for 1000',
    draw: (random) => {
      const n = between(random, 1, 900)
      return { request: `Double ${n}.`, accepted: 2 * n, literals: [n] }
    },
  })
const create = (seed: number) =>
  createConventionSuite({
    name: 'doubling/1',
    seed,
    drawDomains: () => [doubling('a.double'), doubling('b.double')],
  })

describe('createConventionSuite', () => {
  test('names itself, lists and solves its tasks and tells its rules', () => {
    const suite = create(5)
    expect(suite.id).toBe('doubling/1?seed=5')
    const [task] = suite.listTasks('b.double', 'test', 1)
    expect(task).toMatchObject({ id: 'b.double/test/0', head: 'Tool: b.double(double)' })
    expect(task?.verify(suite.solve(task))).toMatchObject({ success: true })
    expect(suite.describeRules('b.double')).toBe(
      'When calling b.double, write double as twice the number, e.g. 2000 for 1000.',
    )
  })

  test('another domain changes nothing about the tasks of one', () => {
    const alone = createConventionSuite({
      name: 'doubling/1',
      seed: 5,
      drawDomains: () => [doubling('b.double')],
    })
    const requests = (suite: typeof alone) =>
      suite.listTasks('b.double', 'practice', 9).map(({ request }) => request)
    expect(requests(alone)).toEqual(requests(create(5)))
  })

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    'the seed %d is refused',
    (seed) => {
      expect(() => create(seed)).toThrowDso('OPTION_INVALID')
    },
  )

  test.each([-3, Number.NaN])('a count of %d lists nothing', (count) => {
    expect(create(5).listTasks('a.double', 'test', count)).toEqual([])
  })

  test('a task of another suite cannot be solved', () => {
    const [task] = create(5).listTasks('a.double', 'test', 1)
    const alien = { ...task!, id: 'a.double/test/999' }
    expect(() => create(5).solve(alien)).toThrow(RangeError)
  })
})

describe('createGrader', () => {
  test('explicit and vague take turns, and only one convention of one answer is ever silent', () => {
    const grade = createGrader(createSeededRandom(1))
    const many = (teaching: Teaching, conventions: number) =>
      Array.from({ length: 500 }, () => grade(teaching, conventions))
    for (const grades of [many('several', 1), many('guessable', 1), many('single', 2)]) {
      expect(new Set(grades)).toEqual(new Set(['explicit', 'vague']))
      expect(grades.filter((each) => each === 'vague')).toHaveLength(250)
    }
    const silent = many('single', 1).filter((each) => each === 'silent').length
    expect(silent).toBeGreaterThan(15)
    expect(silent).toBeLessThan(75)
  })
})

describe('chooseByTeaching', () => {
  const value = (teaching: Teaching) => ({ teaching })
  const count = (values: readonly { teaching: Teaching }[], wanted: Teaching) =>
    values.filter(({ teaching }) => teaching === wanted).length

  test('takes a quarter that can be guessed and up to a third that takes several answers', () => {
    const values = (['guessable', 'single', 'several'] as const).flatMap((teaching) =>
      Array.from({ length: 12 }, () => value(teaching)),
    )
    const chosen = chooseByTeaching(createSeededRandom(1), values, 12)
    expect(new Set(chosen).size).toBe(12)
    expect(count(chosen, 'guessable')).toBe(3)
    expect(count(chosen, 'several')).toBe(4)
  })

  test('fills up with what there is', () => {
    const values = Array.from({ length: 5 }, () => value('guessable'))
    expect(chooseByTeaching(createSeededRandom(1), values, 4)).toHaveLength(4)
    expect(chooseByTeaching(createSeededRandom(1), values, 9)).toHaveLength(5)
  })
})

describe('wordings', () => {
  test('words are put in, and a request begins with a capital', () => {
    const random = createSeededRandom(1)
    expect(wordRequest(random, ['{who} sends {count}.'], { who: 'anna', count: 3 })).toBe(
      'Anna sends 3.',
    )
  })

  test.each([
    [[], ''],
    [['tea'], 'tea'],
    [['tea', 'cake', 'jam'], 'tea, cake and jam'],
  ])('%j is listed as %j', (words, text) => {
    expect(listWords(words)).toBe(text)
  })
})
