import { describe, expect, test } from 'vitest'
import { countValues, coverValues } from './cover-values.ts'

const call = (input: string, output: string) => ({ input, output })
const worked = [
  call('a', '{"level":1}'),
  call('b', '{"level":1}'),
  call('c', '{"level":2}'),
  call('d', '{"level":1}'),
  call('e', '{"level":3}'),
]
const inputsOf = (calls: readonly { input: string }[]) => calls.map(({ input }) => input).join('')

describe('coverValues', () => {
  test('shows every value before any again, first things first', () => {
    expect(inputsOf(coverValues(worked, 'level', 9))).toBe('acebd')
  })

  test('stops at the limit', () => {
    expect(inputsOf(coverValues(worked, 'level', 2))).toBe('ac')
    expect(coverValues(worked, 'level', 0)).toEqual([])
    expect(coverValues([], 'level', 3)).toEqual([])
  })

  test('takes what has no such field, or is no call, for one more value', () => {
    const odd = [...worked, call('f', '{}'), call('g', 'no call'), call('h', 'null')]
    expect(inputsOf(coverValues(odd, 'level', 4))).toBe('acef')
  })
})

test('countValues counts values, not calls', () => {
  expect(countValues(worked, 'level')).toBe(3)
  expect(countValues(worked, 'other')).toBe(1)
  expect(countValues([], 'level')).toBe(0)
})
