import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import { drawConventions } from './draw-conventions.ts'
import { type Schema, validateInstance } from './validate-instance.ts'

const cases: readonly [schema: Schema, valid: readonly unknown[], invalid: readonly unknown[]][] = [
  [{ type: 'integer' }, [0, -3, 4.0], [0.5, '1', null, Number.NaN]],
  [{ type: 'number' }, [0.5, 3], ['3', Number.POSITIVE_INFINITY, true]],
  [{ type: 'string' }, ['', 'a'], [1, null, []]],
  [{ type: 'boolean' }, [true, false], ['true', 0]],
  [{ type: 'null' }, [null], [0, '', {}]],
  [{ type: 'array' }, [[], [1]], [{}, 'a', null]],
  [{ type: 'object' }, [{}, { a: 1 }], [[], null, 'a']],
  [{ enum: ['Y', 1, null] }, ['Y', 1, null], ['y', '1', false]],
  [{ minimum: 3, maximum: 5 }, [3, 4.5, 5, 'a'], [2.9, 6]],
  [{ multipleOf: 15 }, [0, 30, -15], [1, 20]],
  [{ minLength: 2, maxLength: 3 }, ['ab', '🙂🙂🙂', 7], ['a', 'abcd']],
  [{ pattern: '^[A-Z]+$' }, ['AB', 5], ['', 'Ab', 'AB\n']],
  [{ items: { type: 'integer' } }, [[], [1, 2], 'a'], [['1'], [1, null]]],
  [{ minItems: 1, maxItems: 2 }, [[1], [1, 2], {}], [[], [1, 2, 3]]],
  [
    { uniqueItems: true },
    [
      [1, '1'],
      [{ a: 1 }, { a: 2 }],
    ],
    [
      [1, 1],
      [{ a: 1 }, { a: 1 }],
    ],
  ],
  [
    { properties: { a: { type: 'integer' } }, required: ['a'], additionalProperties: false },
    [{ a: 1 }, 'text', []],
    [{}, { a: '1' }, { a: 1, b: 2 }, { toString: 1 }],
  ],
]

describe('validateInstance', () => {
  test.each(cases)('%j', (schema, valid, invalid) => {
    for (const value of valid) expect(validateInstance(schema, value)).toEqual([])
    for (const value of invalid) expect(validateInstance(schema, value)).not.toEqual([])
  })

  test('a fault says where it is and what is expected there', () => {
    const schema: Schema = {
      type: 'object',
      properties: { tags: { type: 'array', items: { type: 'string' } }, age: { minimum: 3 } },
      required: ['name'],
    }
    expect(validateInstance(schema, { tags: ['a', 7], age: 2 })).toEqual([
      { path: ['name'], reason: 'is required' },
      { path: ['tags', '1'], reason: 'must be a string' },
      { path: ['age'], reason: 'must be at least 3' },
    ])
  })

  test.prop([fc.jsonValue()])('throws at nothing', (value) => {
    for (const [schema] of cases) expect(Array.isArray(validateInstance(schema, value))).toBe(true)
  })
})

describe('conventions of JSON Schema', () => {
  const conventions = drawConventions(createSeededRandom(4))
  test.each(conventions.map((convention) => [convention.id, convention] as const))(
    '%s: what the house wants is valid by what it publishes',
    (_, { draw, schema }) => {
      const random = createSeededRandom('conventions')
      for (let run = 0; run < 100; run++) {
        const { accepted } = draw(random, { person: 'Berger', count: 12 })
        expect(validateInstance(schema, accepted)).toEqual([])
      }
    },
  )
})
