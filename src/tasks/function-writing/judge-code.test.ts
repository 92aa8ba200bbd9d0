import { describe, expect, test } from 'vitest'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import type { ErrorGrade } from '../common/grades.ts'
import { CONVENTIONS } from './catalogue.ts'
import type { DrawnFunction } from './draw-function.ts'
import { drawFunction } from './draw-function.ts'
import { judgeCode } from './judge-code.ts'

const convention = CONVENTIONS.find(({ id }) => id === 'position-from-one')!
const fn: DrawnFunction = {
  name: 'firstAbove',
  request: 'Write the JavaScript function firstAbove(numbers).',
  literals: ['firstAbove'],
  case: 'firstAbove',
  shown: [
    { args: [[1, 9]], expected: 2 },
    { args: [[8, 1, 2]], expected: 1 },
  ],
  hidden: [{ args: [[4, 5, 77]], expected: 3 }],
  solution: { code: '' },
}
const RIGHT = 'const firstAbove = (numbers) => numbers.findIndex((n) => n > 5) + 1'

const judge = async (code: string, grade: ErrorGrade = 'explicit') =>
  await judgeCode(JSON.stringify({ code }), { fn, convention, grade })
const says = async (code: string, grade: ErrorGrade) => (await judge(code, grade)).message

describe('judgeCode', () => {
  test('code that passes every case is accepted', async () => {
    expect(await judge(RIGHT)).toEqual({ success: true, fields: { code: true }, message: '' })
  })

  test('a refusal says as much as its grade allows', async () => {
    const habit = 'function firstAbove(numbers) { return numbers.findIndex((n) => n > 5) }'
    expect(await says(habit, 'explicit')).toBe(
      'code: positions count from 1: firstAbove([1,9]) must return 2 (it returned 1)',
    )
    expect(await says(habit, 'vague')).toBe(
      'code: that is not the position meant here: firstAbove([1,9]) returned 1',
    )
    expect(await judge(habit, 'silent')).toEqual({
      success: false,
      fields: { code: false },
      message: 'refused',
    })
  })

  test('code that knows only the shown cases is refused, and learns no hidden one', async () => {
    const code =
      'function firstAbove(n) { return { "[1,9]": 2, "[8,1,2]": 1 }[JSON.stringify(n)] ?? 0 }'
    for (const grade of ['explicit', 'vague'] as const) {
      expect(await says(code, grade)).toBe(
        'code: firstAbove fails for other arguments than those that were shown',
      )
    }
  })

  test.each([
    ['function firstAbove( {', /^code: it does not parse: /],
    ['null.x', /^code: it failed before the call: Cannot read properties/],
    ['function other() {}', /^code: there is no function firstAbove$/],
    ['function firstAbove() { throw new Error("no\\nway") }', /threw "no\\nway"\)$/],
    ['function firstAbove() {}', /returned undefined, which is not JSON\)$/],
    ['function firstAbove() { return "2" }', /it returned "2"\)$/],
  ])('%s', async (code, message) => {
    const { success, message: said } = await judge(code)
    expect(success).toBe(false)
    expect(said).toMatch(message)
    expect(said).not.toMatch(/\n|77/)
    expect(await says(code, 'silent')).toBe('refused')
  })

  test.each([
    '',
    '[]',
    'null',
    '{}',
    '{"code":1}',
    '{"Code":"x"}',
    `{"code":"${'x'.repeat(4096)}"}`,
  ])('an answer like %.20s is a failed attempt', async (answer) => {
    const verdict = await judgeCode(answer, { fn, convention, grade: 'vague' })
    expect(verdict.success).toBe(false)
    expect(verdict.message).toBe('the answer is not a JSON object with code as text')
  })

  test('an aborted verdict rejects with the reason of its signal', async () => {
    const reason = new Error('enough')
    const signal = AbortSignal.abort(reason)
    const rules = { fn, convention, grade: 'vague' } as const
    await expect(judgeCode(JSON.stringify({ code: RIGHT }), rules, { signal })).rejects.toBe(reason)
  })

  test('what is drawn is accepted as its own solution says', async () => {
    const drawn = drawFunction(convention, createSeededRandom(5))
    if (drawn === undefined) throw new Error('this seed draws a function')
    const answer = JSON.stringify(drawn.solution)
    const verdict = await judgeCode(answer, { fn: drawn, convention, grade: 'vague' })
    expect(verdict).toEqual({ success: true, fields: { code: true }, message: '' })
  })
})
