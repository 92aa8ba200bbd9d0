import { describe, expect, test } from 'vitest'
import vectors from '../../../vectors/token-priors.json' with { type: 'json' }
import { computeCid } from '../../protocol/encoding/compute-cid.ts'
import type { ErrorCode } from '../../protocol/error-codes.ts'
import { aggregateTokenPriors } from './aggregate-token-priors.ts'
import { codeTokenPrior } from './code-token-prior.ts'
import { createTokenSchema } from './create-token-schema.ts'
import { decodeTokenPrior } from './decode-token-prior.ts'
import { decodeTokenSchema } from './decode-token-schema.ts'
import { encodeTokenPrior } from './encode-token-prior.ts'
import { estimateTokenPrior } from './estimate-token-prior.ts'
import type { TokenPriorRow } from './token-prior.ts'

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
const hex = (data: Uint8Array) => Buffer.from(data).toString('hex')
const schema = decodeTokenSchema(bytes(vectors.schema.bytes))

interface ShownRow {
  element: number
  bins: number[]
  values: string
}

function readRows(rows: readonly ShownRow[]): TokenPriorRow[] {
  return rows.map(({ element, bins, values }) => {
    const view = new DataView(bytes(values).buffer)
    const floats = Float32Array.from(bins, (_, i) => view.getFloat32(4 * i, true))
    return { element, bins: Uint32Array.from(bins), values: floats }
  })
}

test('a schema has one id, whatever the order of its pieces', () => {
  const { given, id, pieces } = vectors.schema
  const made = createTokenSchema({ ...given, centroids: given.centroids.map(bytes) })
  expect(hex(made.bytes)).toBe(vectors.schema.bytes)
  expect(made.id).toBe(id)
  expect(schema).toMatchObject({ id, pieces })
})

describe('priors', () => {
  test.each(vectors.priors)('$name', (given) => {
    const prior = { schema: schema.id, rows: readRows(given.rows) }
    const coded = codeTokenPrior({ schema, prior, model: given.model })
    expect(coded.rows.map(({ mask }) => hex(mask))).toEqual(given.coded.map(({ mask }) => mask))
    expect(coded.rows.map(({ code }) => hex(code))).toEqual(given.coded.map(({ code }) => code))
    const encoded = encodeTokenPrior(coded)
    expect(hex(encoded)).toBe(given.bytes)
    expect(computeCid(encoded, 'dag-cbor').toString()).toBe(given.id)
    expect(decodeTokenPrior(bytes(given.bytes), schema)).toEqual(coded)
  })
})

describe('estimates', () => {
  const none = schema.pieces.length
  const binOf = Int32Array.from([...schema.pieces.keys(), -1])
  const tokensOf = schema.pieces.map((_, bin) => [bin])
  const vocabulary = { schema: schema.id, binOf, tokensOf, covered: none }

  test.each(vectors.estimates)('$name', ({ leastGroups, groups, rows }) => {
    const tokenGroups = groups.map(({ element, rollouts }) => ({
      element,
      rollouts: rollouts.map(({ reward, tokens }) => ({
        reward,
        tokens: tokens.map((bin) => (bin < 0 ? none : bin)),
      })),
    }))
    const prior = estimateTokenPrior({ vocabulary, groups: tokenGroups, leastGroups })
    const expected = readRows(rows)
    expect(prior.rows.map(({ element, bins }) => ({ element, bins }))).toEqual(
      expected.map(({ element, bins }) => ({ element, bins })),
    )
    for (const [index, row] of prior.rows.entries()) {
      for (const [at, value] of row.values.entries()) {
        expect(value).toBeCloseTo(expected[index]!.values[at]!, 6)
      }
    }
  })

  test('one good and one bad answer: what the good one used rises by half a deviation', () => {
    // Advantages are 1 and −1, shares of use 1, a group has two rollouts.
    expect(readRows(vectors.estimates[0]!.rows)).toEqual([
      { element: 0, bins: Uint32Array.of(2, 3), values: Float32Array.of(0.5, -0.5) },
    ])
  })
})

describe('aggregates', () => {
  test.each(vectors.aggregates)('$name', ({ priors, weights, leastVoices, rows }) => {
    const read = priors.map((prior) => decodeTokenPrior(bytes(prior), schema))
    const made = aggregateTokenPriors({ schema, priors: read, weights, leastVoices })
    expect(made.rows).toEqual(readRows(rows))
  })
})

describe('refused', () => {
  test.each(vectors.refusedSchemas)('a schema with $name', ({ error, bytes: given }) => {
    expect(() => decodeTokenSchema(bytes(given))).toThrowDso(error as ErrorCode)
  })

  test.each(vectors.refusedPriors)('a prior with $name', ({ error, bytes: given }) => {
    expect(() => decodeTokenPrior(bytes(given), schema)).toThrowDso(error as ErrorCode)
  })
})
