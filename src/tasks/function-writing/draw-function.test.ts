import { runInNewContext } from 'node:vm'
import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import type { JsonValue } from '../sandbox/sandbox-result.ts'
import { CONVENTIONS, TEMPLATES, TOPICS } from './catalogue.ts'
import type { Convention } from './convention.ts'
import { type DrawnFunction, drawFunction } from './draw-function.ts'
import { isSameJson } from './is-same-json.ts'

/** Functions of a convention, from as many seeds. */
function drawSome(convention: Convention, count: number): DrawnFunction[] {
  return Array.from({ length: count * 4 }, (_, seed) =>
    drawFunction(convention, createSeededRandom(`${convention.id}/${seed}`)),
  )
    .filter((fn) => fn !== undefined)
    .slice(0, count)
}

/** Which cases a piece of trusted code passes. */
function passes({ name, shown, hidden }: DrawnFunction, code: string): boolean[] {
  const call = runInNewContext(
    `${code}; (args) => JSON.stringify(${name}(...JSON.parse(args)))`,
  ) as (args: string) => string | undefined
  return [...shown, ...hidden].map(({ args, expected }) => {
    try {
      return isSameJson(
        JSON.parse(call(JSON.stringify(args)) ?? '"nothing"') as JsonValue,
        expected,
      )
    } catch {
      return false
    }
  })
}

describe('the catalogue', () => {
  test('has at least 30 kinds of functions, three or more for each topic', () => {
    expect(TEMPLATES.length).toBeGreaterThanOrEqual(30)
    expect(new Set(TEMPLATES.map(({ name }) => name)).size).toBe(TEMPLATES.length)
    for (const topic of TOPICS) {
      const names = TEMPLATES.filter((template) => template.topic === topic)
      expect(names.length, `${topic}`).toBeGreaterThanOrEqual(3)
    }
  })

  test('has one habit and several conventions for each topic, under names of their own', () => {
    expect(new Set(CONVENTIONS.map(({ id }) => id)).size).toBe(CONVENTIONS.length)
    for (const topic of TOPICS) {
      const teachings = CONVENTIONS.filter((each) => each.topic === topic).map((c) => c.teaching)
      expect(
        teachings.filter((teaching) => teaching === 'guessable'),
        `${topic}`,
      ).toHaveLength(1)
      expect(teachings.length, `${topic}`).toBeGreaterThanOrEqual(4)
    }
  })

  test.each(CONVENTIONS)(
    '$id fits into a lesson, and its hint tells less than its rule',
    (each) => {
      expect(`When calling library.add, write code ${each.rule}.`.split(' ').length).toBeLessThan(
        33,
      )
      expect(each.rule).not.toContain(each.vague)
      expect(each.explicit).not.toBe(each.vague)
    },
  )
})

describe('drawFunction', () => {
  test.each(CONVENTIONS)('$id: solutions pass every case, the habit does not', (convention) => {
    const functions = drawSome(convention, 12)
    expect(functions.length).toBe(12)
    const habit = CONVENTIONS.find(
      ({ topic, teaching }) => topic === convention.topic && teaching === 'guessable',
    )
    for (const fn of functions) {
      expect(passes(fn, fn.solution.code), `${fn.solution.code}`).not.toContain(false)
      if (habit === undefined) continue
      const usual = habitual(fn, convention, habit)
      if (usual === undefined) continue
      const results = passes(fn, usual)
      if (habit === convention) {
        expect(results, `${usual}`).not.toContain(false)
        continue
      }
      expect(results.slice(0, 2), `${usual}`).toContain(false)
      expect(results.slice(2), `${usual}`).toContain(false)
    }
  })

  test.prop([fc.constantFrom(...CONVENTIONS), fc.nat({ max: 1_000_000 })], { numRuns: 40 })(
    'a function is asked for in one line that holds no rule, and repeats from its seed',
    (convention, seed) => {
      const fn = drawFunction(convention, createSeededRandom(seed))
      expect(drawFunction(convention, createSeededRandom(seed))).toEqual(fn)
      if (fn === undefined) return
      expect(fn.request).toMatch(new RegExp(`^Write the JavaScript function ${fn.name}[^\\n]+\\.$`))
      expect(fn.request.length).toBeLessThanOrEqual(400)
      expect(fn.request).not.toContain(convention.explicit)
      const cases = [...fn.shown, ...fn.hidden]
      expect(fn.shown).toHaveLength(2)
      expect(fn.hidden).toHaveLength(6)
      expect(new Set(cases.map(({ args }) => JSON.stringify(args))).size).toBe(8)
      expect(new Set(cases.map(({ expected }) => JSON.stringify(expected))).size).toBeGreaterThan(1)
    },
  )
})

/** The solution of the same function under the habit of its topic: its text differs in the convention only. */
function habitual(
  { solution: { code } }: DrawnFunction,
  convention: Convention,
  habit: Convention,
): string | undefined {
  const lines = code.split('\n')
  const taken = lines.findIndex((line) => line.startsWith('  const taken = '))
  const returned = lines.findLastIndex((line) => line.startsWith('  return '))
  if (taken < 0 || returned < 0) return undefined
  if (convention.unpack !== undefined)
    lines.splice(
      taken,
      lines.findIndex((line) => line.startsWith('  const result')) - taken,
      '  const taken = given',
    )
  const last = lines.findLastIndex((line) => line.startsWith('  return '))
  const after = habit.after === undefined ? 'result' : `(${String(habit.after)})(result, taken)`
  return [...lines.slice(0, last), `  return ${after}`, '}'].join('\n')
}
