import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { toySchema } from '../../../test/fixtures/token-schema.ts'
import { ToyLogitsModel, TOY_PIECES } from '../../../test/fixtures/toy-logits-model.ts'
import { parseCid } from '../../protocol/encoding/parse-cid.ts'
import { encodeCanonical } from '../../protocol/encoding/encode-canonical.ts'
import { DsoError } from '../../protocol/errors.ts'
import { combineLogits } from '../decoding/combine-logits.ts'
import { codeTokenPrior } from './code-token-prior.ts'
import { decodeTokenPrior } from './decode-token-prior.ts'
import { encodeTokenPrior } from './encode-token-prior.ts'
import { estimateTokenPrior } from './estimate-token-prior.ts'
import { findPriorRow } from './find-prior-row.ts'
import { fitRowScale } from './fit-row-scale.ts'
import { mapVocabulary } from './map-vocabulary.ts'
import { readPriorRow } from './read-prior-row.ts'
import { toTokenBias } from './to-token-bias.ts'
import { MAX_ENTRIES } from './token-schema.ts'
import { MAX_ROW_SCALE, type TokenPrior, type TokenPriorRow } from './token-prior.ts'

const schema = toySchema()
const BINS = schema.pieces.length
const model = 'toy'

const row = (element: number, entries: Record<number, number>): TokenPriorRow => ({
  element,
  bins: Uint32Array.from(Object.keys(entries), Number),
  values: Float32Array.from(Object.values(entries)),
})
const prior = (...rows: TokenPriorRow[]): TokenPrior => ({ schema: schema.id, rows })
const PRIOR = prior(row(0, { 1: 0.5, 4: -1.5, 9: 1 }), row(2, { 3: -2 }))
const CODED = codeTokenPrior({ schema, prior: PRIOR, model })

const somePrior = fc
  .uniqueArray(fc.nat(2), { minLength: 1, maxLength: 3 })
  .chain((elements) =>
    fc.tuple(
      ...elements
        .toSorted((a, b) => a - b)
        .map((element) =>
          fc.uniqueArray(fc.nat(BINS - 1), { minLength: 1 }).chain((bins) =>
            fc
              .array(
                fc.tuple(
                  fc.boolean(),
                  fc.float({ min: Math.fround(0.001), max: MAX_ROW_SCALE, noNaN: true }),
                ),
                { minLength: bins.length, maxLength: bins.length },
              )
              .map((values) => ({
                element,
                bins: Uint32Array.from(bins.toSorted((a, b) => a - b)),
                values: Float32Array.from(values, ([up, size]) => (up ? size : -size)),
              })),
          ),
        ),
    ),
  )
  .map((rows) => prior(...rows))

describe('codeTokenPrior', () => {
  test('keeps one sign an entry and the mean magnitude of a row', () => {
    const [first, second] = CODED.rows
    expect(readPriorRow(first!, BINS)).toEqual(row(0, { 1: 1, 4: -1, 9: 1 }))
    expect(readPriorRow(second!, BINS)).toEqual(row(2, { 3: -2 }))
    expect(first).toMatchObject({ mask: Uint8Array.of(0b0001_0010, 0b10) })
    // Four bytes of scale, a bit for each of three entries.
    expect(first!.code).toHaveLength(5)
  })

  test.prop([somePrior])('what is read has the same bins and signs, and one size a row', (each) => {
    const coded = codeTokenPrior({ schema, prior: each, model })
    const read = decodeTokenPrior(encodeTokenPrior(coded), schema)
    expect(read).toEqual(coded)
    for (const [index, { element, bins, values }] of each.rows.entries()) {
      const again = readPriorRow(read.rows[index]!, BINS)
      expect(again.element).toBe(element)
      expect(again.bins).toEqual(bins)
      expect(again.values.map(Math.sign)).toEqual(values.map(Math.sign))
      expect(new Set(again.values.map(Math.abs)).size).toBe(1)
    }
  })

  test('takes the scale that it is given; a row without one is left out', () => {
    const scales = [0.25, 0]
    const coded = codeTokenPrior({
      schema,
      prior: PRIOR,
      model,
      scaleOf: ({ element }) => scales[element === 0 ? 0 : 1]!,
    })
    expect(coded.rows).toHaveLength(1)
    expect(readPriorRow(coded.rows[0]!, BINS).values).toEqual(Float32Array.of(0.25, -0.25, 0.25))
  })

  test('scales that are none or too large are refused', () => {
    for (const scale of [-1, MAX_ROW_SCALE + 1, Number.NaN, Infinity]) {
      const code = () => codeTokenPrior({ schema, prior: PRIOR, model, scaleOf: () => scale })
      expect(code).toThrowDso('SCALE_INVALID')
    }
  })

  test('a prior that is not of the schema is refused', () => {
    const code = (each: TokenPrior) => () => codeTokenPrior({ schema, prior: each, model })
    expect(code({ ...PRIOR, schema: 'other' })).toThrowDso('SCHEMA_MISMATCH')
    expect(code(prior(row(3, { 1: 1 })))).toThrowDso('FORMAT_INVALID')
    expect(code(prior(row(1, { 1: 1 }), row(1, { 1: 1 })))).toThrowDso('FORMAT_INVALID')
    expect(code(prior(row(1, { 1: 1 }), row(0, { 1: 1 })))).toThrowDso('FORMAT_INVALID')
    expect(code(prior(row(0, { [BINS]: 1 })))).toThrowDso('FORMAT_INVALID')
    expect(code(prior(row(0, { 1: 0 })))).toThrowDso('FORMAT_INVALID')
    expect(code(prior(row(0, {})))).toThrowDso('LENGTH_MISMATCH')
    expect(code(prior({ ...row(0, { 1: 1 }), bins: Uint32Array.of(1, 2) }))).toThrowDso(
      'LENGTH_MISMATCH',
    )
    const down = { element: 0, bins: Uint32Array.of(2, 1), values: Float32Array.of(1, 1) }
    expect(code(prior(down))).toThrowDso('FORMAT_INVALID')
    for (const value of [Number.NaN, Infinity, 2 ** 64]) {
      expect(code(prior(row(0, { 1: value })))).toThrowDso('VALUE_NOT_FINITE')
    }
  })
})

describe('decodeTokenPrior', () => {
  const [first, second] = CODED.rows.map(
    ({ element, mask, code }) => [element, mask, code] as const,
  )
  const encode = (rows: readonly unknown[], parts: object = {}) =>
    encodeCanonical({ v: 1, schema: parseCid(schema.id), model, rows, ...parts })
  const decode = (bytes: Uint8Array) => () => decodeTokenPrior(bytes, schema)
  const change = (bytes: Uint8Array, at: number, value: number) => {
    const changed = Uint8Array.from(bytes)
    changed[at] = value
    return changed
  }

  test('rows out of order, twice, or of no element are refused', () => {
    expect(decode(encode([first, second]))().rows).toHaveLength(2)
    for (const rows of [[second, first], [first, first], [[3, first![1], first![2]]], []]) {
      expect(decode(encode(rows))).toThrowDso('FORMAT_INVALID')
    }
  })

  test('another version, unknown fields and names that are none are refused', () => {
    for (const parts of [{ v: 2 }, { more: 1 }, { model: '' }, { model: 'ü' }]) {
      expect(decode(encode([first], parts))).toThrowDso('FORMAT_INVALID')
    }
    const other = toySchema({ pieces: ['a'] })
    expect(decode(encode([first], { schema: parseCid(other.id) }))).toThrowDso('SCHEMA_MISMATCH')
  })

  test('a mask that is too short, has bits beyond the bins, or none is refused', () => {
    const [element, mask, code] = first!
    expect(decode(encode([[element, mask.slice(1), code]]))).toThrowDso('LENGTH_MISMATCH')
    expect(decode(encode([[element, new Uint8Array(2), code]]))).toThrowDso('FORMAT_INVALID')
    const beyond = Uint8Array.of(0b0001_0010, 0b100)
    expect(decode(encode([[element, beyond, code]]))).toThrowDso('FORMAT_INVALID')
    const more = Uint8Array.of(0xff, 0b11)
    expect(decode(encode([[element, more, code]]))).toThrowDso('LENGTH_MISMATCH')
  })

  test('scales and signs that no encoder makes are refused', () => {
    const [element, mask, code] = first!
    const scaled = (scale: number) => {
      const changed = Uint8Array.from(code)
      new DataView(changed.buffer).setFloat32(0, scale, true)
      return encode([[element, mask, changed]])
    }
    for (const scale of [0, -0, -1, Number.NaN, Infinity, MAX_ROW_SCALE + 1]) {
      expect(decode(scaled(scale))).toThrowDso('SCALE_INVALID')
    }
    expect(decode(encode([[element, mask, change(code, 4, 0xff)]]))).toThrowDso('FORMAT_INVALID')
  })

  test('cut and longer bytes are refused', () => {
    const bytes = encodeTokenPrior(CODED)
    expect(decode(bytes.slice(0, -1))).toThrowDso('CBOR_NOT_CANONICAL')
    expect(decode(Uint8Array.of(...bytes, 0))).toThrowDso('CBOR_NOT_CANONICAL')
    expect(decode(new Uint8Array(2 ** 20 + 1))).toThrowDso('BYTES_TOO_LONG')
  })

  test.prop([fc.nat(), fc.integer({ min: 1, max: 255 })])(
    'one wrong byte gives another valid prior or a refusal by code',
    (place, flip) => {
      const bytes = encodeTokenPrior(CODED)
      const at = place % bytes.length
      const wrong = change(bytes, at, bytes[at]! ^ flip)
      try {
        expect(encodeTokenPrior(decodeTokenPrior(wrong, schema))).toEqual(wrong)
      } catch (error) {
        expect(DsoError.is(error)).toBe(true)
      }
    },
  )
})

describe('encodeTokenPrior', () => {
  test('a prior without rows, and names that are none, are refused', () => {
    expect(() => encodeTokenPrior({ ...CODED, rows: [] })).toThrowDso('FORMAT_INVALID')
    expect(() => encodeTokenPrior({ ...CODED, model: 'a\nb' })).toThrowDso('FORMAT_INVALID')
    expect(() => encodeTokenPrior({ ...CODED, schema: 'none' })).toThrowDso('CID_INVALID')
  })

  test('the largest prior that a schema allows fits into a block', () => {
    const pieces = Array.from({ length: 512 }, (_, index) => `p${index}`)
    // Three of 4096 elements are enough to see what one takes.
    const large = toySchema({ pieces, centroids: schema.centroids })
    const rows = schema.centroids.map((_, element) => ({
      element,
      bins: Uint32Array.from(pieces.keys()),
      values: new Float32Array(pieces.length).fill(1),
    }))
    const coded = codeTokenPrior({ schema: large, prior: { schema: large.id, rows }, model })
    const perRow = encodeTokenPrior(coded).length / rows.length
    expect(pieces.length * 4096).toBe(MAX_ENTRIES)
    expect(perRow * 4096).toBeLessThan(2 ** 20)
  })
})

describe('findPriorRow', () => {
  test('finds the row of an element, or none', () => {
    expect(findPriorRow(CODED, 0, BINS)).toEqual(readPriorRow(CODED.rows[0]!, BINS))
    expect(findPriorRow(CODED, 2, BINS)).toEqual(readPriorRow(CODED.rows[1]!, BINS))
    for (const element of [-1, 1, 3]) expect(findPriorRow(CODED, element, BINS)).toBeUndefined()
    expect(findPriorRow({ rows: [] }, 0, BINS)).toBeUndefined()
  })
})

describe('toTokenBias', () => {
  const vocabulary = { tokensOf: [[4], [], [1, 7]] }

  test('gives every token of a bin what the row says of it', () => {
    expect(toTokenBias(row(0, { 0: 1.5, 1: 9, 2: -2 }), vocabulary)).toEqual({
      tokens: Uint32Array.of(4, 1, 7),
      values: Float32Array.of(1.5, -2, -2),
    })
  })

  test('a bin that the vocabulary map does not know is refused', () => {
    expect(() => toTokenBias(row(0, { 3: 1 }), vocabulary)).toThrowDso('FORMAT_INVALID')
  })
})

describe('a token prior from rollouts to decoding', () => {
  test('makes what better rollouts say more likely, and leaves other contexts alone', async () => {
    const toy = new ToyLogitsModel()
    const vocabulary = mapVocabulary(schema, toy)
    const [red, blue, one] = ['red', 'blue', 'one'].map((piece) => TOY_PIECES.indexOf(piece as ''))
    const groups = [0, 1].map(() => ({
      element: 1,
      rollouts: [
        { reward: 1, tokens: [red!, one!] },
        { reward: 0, tokens: [blue!, one!] },
      ],
    }))
    const estimated = estimateTokenPrior({ vocabulary, groups })
    const student = new Float32Array(TOY_PIECES.length)
    const teacher = student.with(red!, 2).with(blue!, -2)
    const { bins, values } = estimated.rows[0]!
    const signs = toTokenBias({ bins, values: values.map(Math.sign) }, vocabulary)
    const { scale } = await fitRowScale({ signs, steps: [{ student, teacher }] })
    const coded = codeTokenPrior({ schema, prior: estimated, model, scaleOf: () => scale })
    const received = decodeTokenPrior(encodeTokenPrior(coded), schema)
    const found = findPriorRow(received, 1, BINS)
    const bias = toTokenBias(found!, vocabulary)
    const { logProbs } = combineLogits({
      base: student,
      experts: [{ kind: 'bias', bias, alpha: 1 }],
    })
    const { logProbs: wanted } = combineLogits({ base: teacher, experts: [] })
    for (const [token, value] of logProbs.entries()) expect(value).toBeCloseTo(wanted[token]!, 5)
    expect(findPriorRow(received, 0, BINS)).toBeUndefined()
  })
})
