import { fc, test as propertyTest } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { coerceFlatObject } from './flat-object.ts'

describe('coerceFlatObject', () => {
  test.each([
    ['plain', '{"a":1,"b":"x"}', '{"a":1,"b":"x"}'],
    ['another order', '{"b":"x","a":1}', '{"a":1,"b":"x"}'],
    [
      'in a code fence with prose',
      'Here:\n```json\n{ "a": 1, "b": "x" }\n```\nDone.',
      '{"a":1,"b":"x"}',
    ],
    ['a key missing', '{"b":null}', '{"a":"","b":null}'],
    ['a key too many', '{"a":true,"b":2,"c":3}', '{"a":true,"b":2}'],
    ['nested values', '{"a":{"x":1},"b":[1,2]}', '{"a":"{\\"x\\":1}","b":"[1,2]"}'],
    ['no JSON', 'I cannot.', '{"a":"","b":""}'],
    ['broken JSON', '{"a": 1, "b": }', '{"a":"","b":""}'],
    ['braces the wrong way round', '} {', '{"a":"","b":""}'],
  ])('%s', (_, text, expected) => {
    expect(coerceFlatObject(['a', 'b'], text)).toBe(expected)
  })

  test('inherited names are no values', () => {
    expect(coerceFlatObject(['toString', '__proto__'], '{}')).toBe('{"toString":"","__proto__":""}')
  })

  test('a number too large for JSON becomes null, never broken text', () => {
    expect(coerceFlatObject(['a'], '{"a":1e999}')).toBe('{"a":null}')
  })

  propertyTest.prop([fc.string({ unit: 'binary' }), fc.array(fc.string(), { maxLength: 4 })])(
    'any text becomes JSON',
    (text, keys) => {
      expect(() => JSON.parse(coerceFlatObject(keys, text)) as unknown).not.toThrow()
    },
  )
})
