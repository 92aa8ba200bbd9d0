import { expect, test } from 'vitest'
import { sumCases } from './count-cases.ts'

test('cases of one name add up', () => {
  const text = '{"name":"a","cases":2}\n{"name":"b","cases":1}\n{"name":"a","cases":40}\n'
  expect(sumCases(text)).toEqual({ a: 42, b: 1 })
})

test('nothing counted is nothing', () => {
  expect(sumCases('')).toEqual({})
})
