import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import codecsFile from '../../../vectors/codecs.json' with { type: 'json' }
import expansionFile from '../../../vectors/expansion.json' with { type: 'json' }
import rotationFile from '../../../vectors/rotation.json' with { type: 'json' }
import { PALEY_12, PALEY_20 } from '../../kernels/scalar/paley.ts'
import { backProject } from './back-project.ts'
import { contract } from './contract.ts'
import { contributorSeed } from './contributor-seed.ts'
import { type CodecDescription, decodeVector } from './decode-vector.ts'
import { deriveFlips } from './derive-flips.ts'
import { derivePositions } from './derive-positions.ts'
import { encodeCentred } from './encode-centred.ts'
import { encodeDirect16 } from './encode-direct16.ts'
import { encodeDirect8 } from './encode-direct8.ts'
import { encodeExpanded } from './encode-expanded.ts'
import { encodeRsign1 } from './encode-rsign1.ts'
import { encodeRsign1c } from './encode-rsign1c.ts'
import { encodeSign1 } from './encode-sign1.ts'
import { encodeTcq1 } from './encode-tcq1.ts'
import { expand } from './expand.ts'
import { refineSigns } from './refine-signs.ts'
import { rotate } from './rotate.ts'
import { rotateBack } from './rotate-back.ts'
import { prepareCentredQuery, scoreCentred } from './score-centred.ts'
import { TCQ_TABLE } from './tcq-table.ts'

const hex = z.string().regex(/^([0-9a-f]{2})*$/)
const sample = z.strictObject({ lcg: z.int().min(0) })
const floats = z.strictObject({ floats: hex })
const shown = z.strictObject({ first: hex, sha256: hex.length(64) })
const count = z.int().min(0)
const size = z.union([z.literal(384), z.literal(7680)])
const direct = z.array(
  z.strictObject({ name: z.string(), count, input: floats, code: hex, decoded: hex }),
)

const codecs = z
  .strictObject({
    description: z.string(),
    tcqTable: z.strictObject({ unit: z.literal(4096), values: z.array(z.int()).length(256) }),
    sign1: z.array(
      z.strictObject({
        name: z.string(),
        count,
        blockSize: count,
        input: z.union([sample, floats]),
        code: hex,
        decoded: z.union([hex, shown]),
      }),
    ),
    rsign1: z.array(
      z.strictObject({
        count: size,
        seed: z.string(),
        input: sample,
        centroid: sample.optional(),
        code: hex,
        decoded: shown,
      }),
    ),
    rsign1c: z.array(
      z.strictObject({
        count: size,
        schema: z.string().regex(/^\d+$/),
        contributor: hex.length(64),
        epoch: count,
        seed: z.string(),
        input: sample,
        code: hex,
      }),
    ),
    direct8: direct,
    direct16: direct,
    tcq1: z.array(
      z.strictObject({ count: size, seed: z.string(), input: sample, code: hex, decoded: shown }),
    ),
    centred: z.array(
      z.strictObject({
        count,
        size,
        seed: z.string(),
        mean: sample,
        input: sample,
        query: sample,
        code: hex,
        score: hex.length(16),
      }),
    ),
    refused: z.array(
      z.strictObject({
        codec: z.string(),
        count,
        seed: z.string().optional(),
        name: z.string(),
        code: hex,
        error: z.enum(['LENGTH_MISMATCH', 'SCALE_INVALID', 'FORMAT_INVALID', 'CODEC_UNKNOWN']),
      }),
    ),
  })
  .parse(codecsFile)

const rotation = z
  .strictObject({
    description: z.string(),
    paley12: z.array(z.string().regex(/^[+-]{12}$/)).length(12),
    paley20: z.array(z.string().regex(/^[+-]{20}$/)).length(20),
    cases: z.array(
      z.strictObject({
        size,
        seed: z.string(),
        flips: shown,
        input: sample,
        rotated: shown,
        back: shown,
      }),
    ),
  })
  .parse(rotationFile)

const expansion = z
  .strictObject({
    description: z.string(),
    seed: z.string(),
    positions: z.strictObject({ first: z.array(count).length(16), sha256: hex.length(64) }),
    cases: z.array(
      z.strictObject({
        count,
        input: sample,
        expanded: shown,
        code: hex.length(2 * 964),
        projected: shown,
        refined: shown,
      }),
    ),
    contracted: z.array(z.strictObject({ count, input: sample, values: shown })),
    refused: z.array(
      z.strictObject({
        name: z.string(),
        count,
        signs: count,
        error: z.literal('LENGTH_MISMATCH'),
      }),
    ),
  })
  .parse(expansionFile)

/** The rule of vectors/README.md for samples. */
function draw(lcg: number, length: number): Float32Array {
  let state = BigInt(lcg)
  return Float32Array.from({ length }, () => {
    state = (state * 1_664_525n + 1_013_904_223n) % (1n << 32n)
    return Number(state >> 8n) / 2 ** 24 - 0.5
  })
}

function readInput(input: { lcg: number } | { floats: string }, length: number): Float32Array {
  if ('lcg' in input) return draw(input.lcg, length)
  const bytes = Buffer.from(input.floats, 'hex')
  return Float32Array.from({ length }, (_, i) => bytes.readFloatLE(4 * i))
}

const toHex = (values: Uint8Array) => Buffer.from(values).toString('hex')
const toBytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))

function expectNumbers(
  values: Float32Array | Float64Array,
  wanted: string | { first: string; sha256: string },
): void {
  const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength)
  const all = bytes.toString('hex')
  const first = typeof wanted === 'string' ? wanted : wanted.first
  expect(all.slice(0, first.length)).toBe(first)
  const digest = (text: string) => createHash('sha256').update(text, 'hex').digest('hex')
  expect(digest(all)).toBe(typeof wanted === 'string' ? digest(wanted) : wanted.sha256)
}

describe('codecs.json', () => {
  test.each(codecs.sign1)('sign1: $name', ({ count: length, blockSize, input, code, decoded }) => {
    expect(toHex(encodeSign1(readInput(input, length), { blockSize }))).toBe(code)
    const description = { codec: 'sign1', count: length, blockSize } as const
    expectNumbers(decodeVector(toBytes(code), description), decoded)
  })

  test.each(codecs.rsign1)(
    'rsign1: sample $input.lcg',
    ({ count: length, seed, input, centroid, code, decoded }) => {
      const agreed =
        centroid === undefined ? { seed } : { seed, centroid: draw(centroid.lcg, length) }
      expect(toHex(encodeRsign1(draw(input.lcg, length), agreed))).toBe(code)
      const description = { codec: 'rsign1', count: length, ...agreed } as const
      expectNumbers(decodeVector(toBytes(code), description), decoded)
    },
  )

  test.each(codecs.rsign1c)(
    'rsign1c: $seed',
    ({ count: length, schema, contributor, epoch, seed, input, code }) => {
      const by = { schema: BigInt(schema), contributor: toBytes(contributor), epoch }
      expect(contributorSeed(by)).toBe(seed)
      expect(toHex(encodeRsign1c(draw(input.lcg, length), by))).toBe(code)
      const description = { codec: 'rsign1c', count: length, ...by } as const
      const same = { codec: 'rsign1', count: length, seed } as const
      expect(decodeVector(toBytes(code), description)).toEqual(decodeVector(toBytes(code), same))
    },
  )

  test.each(codecs.direct8)('direct8: $name', ({ count: length, input, code, decoded }) => {
    expect(toHex(encodeDirect8(readInput(input, length)))).toBe(code)
    expectNumbers(decodeVector(toBytes(code), { codec: 'direct8', count: length }), decoded)
  })

  test.each(codecs.direct16)('direct16: $name', ({ count: length, input, code, decoded }) => {
    expect(toHex(encodeDirect16(readInput(input, length)))).toBe(code)
    expectNumbers(decodeVector(toBytes(code), { codec: 'direct16', count: length }), decoded)
  })

  test.each(codecs.tcq1)(
    'tcq1: sample $input.lcg',
    ({ count: length, seed, input, code, decoded }) => {
      expect(toHex(encodeTcq1(draw(input.lcg, length), seed))).toBe(code)
      expectNumbers(decodeVector(toBytes(code), { codec: 'tcq1', count: length, seed }), decoded)
    },
  )

  test('the table of the trellis', () => {
    expect(codecs.tcqTable.values.map((value) => value / 4096)).toEqual(Array.from(TCQ_TABLE))
  })

  test.each(codecs.centred)(
    'centred: $size signs',
    ({ count: length, size: signs, seed, mean, input, query, code, score }) => {
      const options = { mean: draw(mean.lcg, length).map((value) => value / 4), size: signs, seed }
      expect(toHex(encodeCentred(draw(input.lcg, length), options))).toBe(code)
      const prepared = prepareCentredQuery(draw(query.lcg, length), options)
      expectNumbers(Float64Array.of(scoreCentred(prepared, toBytes(code))), score)
    },
  )

  test.each(codecs.refused)(
    'refused: $codec, $name',
    ({ codec, count: length, seed, code, error }) => {
      const description = { codec, count: length, seed }
      expect(() => decodeVector(toBytes(code), description as CodecDescription)).toThrowDso(error)
    },
  )
})

describe('rotation.json', () => {
  test.each(rotation.cases)(
    '$size values, seed $seed',
    ({ size: length, seed, flips, input, rotated, back }) => {
      const bits = deriveFlips(length, seed)
      expect(toHex(bits.subarray(0, flips.first.length / 2))).toBe(flips.first)
      expect(createHash('sha256').update(bits).digest('hex')).toBe(flips.sha256)
      expectNumbers(rotate(draw(input.lcg, length), seed), rotated)
      expectNumbers(rotateBack(draw(input.lcg, length), seed), back)
    },
  )

  test('the matrices', () => {
    const show = (matrix: readonly (readonly number[])[]) =>
      matrix.map((row) => row.map((entry) => (entry > 0 ? '+' : '-')).join(''))
    expect(rotation.paley12).toEqual(show(PALEY_12))
    expect(rotation.paley20).toEqual(show(PALEY_20))
  })
})

describe('expansion.json', () => {
  const { seed } = expansion

  test('the places', () => {
    const places = derivePositions(seed)
    expect(Array.from(places.subarray(0, 16))).toEqual(expansion.positions.first)
    const bytes = Buffer.alloc(2 * places.length)
    for (const [i, place] of places.entries()) bytes.writeUInt16LE(place, 2 * i)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(expansion.positions.sha256)
  })

  test.each(expansion.cases)(
    '$count values',
    ({ count: length, input, expanded, code, projected, refined }) => {
      const values = draw(input.lcg, length)
      expectNumbers(expand(values, seed), expanded)
      expect(toHex(encodeExpanded(values, seed))).toBe(code)
      const signs = toBytes(code).subarray(4)
      expectNumbers(backProject(signs, { count: length, seed }), projected)
      expectNumbers(refineSigns(signs, { count: length, seed }), refined)
    },
  )

  test.each(expansion.contracted)(
    'contracted to $count values',
    ({ count: length, input, values }) => {
      expectNumbers(contract(draw(input.lcg, 7680), { count: length, seed }), values)
    },
  )

  test.each(expansion.refused)('refused: $name', ({ count: length, signs, error }) => {
    expect(() => refineSigns(new Uint8Array(signs), { count: length, seed })).toThrowDso(error)
  })
})
