import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { JsonValue } from '../sandbox/sandbox-result.ts'
import { isSameJson } from './is-same-json.ts'

describe('isSameJson', () => {
  test.prop([fc.jsonValue()])('a value is the same as its copy', (value) => {
    const copy = JSON.parse(JSON.stringify(value)) as JsonValue
    expect(isSameJson(copy, JSON.parse(JSON.stringify(copy)) as JsonValue)).toBe(true)
  })

  test.each([
    [0.1 + 0.2, 0.3],
    [
      { a: 1, b: [2] },
      { b: [2], a: 1 },
    ],
    [1e15, 1e15 + 0.125],
  ])('%j is the same as %j', (one, other) => {
    expect(isSameJson(one, other)).toBe(true)
  })

  test.each<[JsonValue, JsonValue]>([
    [1, '1'],
    [1, 1.000001],
    [null, 0],
    [null, {}],
    [[], {}],
    [{}, []],
    [[1], [1, 2]],
    [[1, null], [1]],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: null }, { b: null }],
    [{ a: 1 }, JSON.parse('{"__proto__":{"a":1}}') as JsonValue],
    ['a', 'A'],
    [true, 'true'],
  ])('%j differs from %j', (one, other) => {
    expect(isSameJson(one, other)).toBe(false)
    expect(isSameJson(other, one)).toBe(false)
  })
})
