import { bytesToHex } from '@noble/hashes/utils.js'
import { aggregateTokenPriors } from '../../../src/learning/token-priors/aggregate-token-priors.ts'
import { codeTokenPrior } from '../../../src/learning/token-priors/code-token-prior.ts'
import { createTokenSchema } from '../../../src/learning/token-priors/create-token-schema.ts'
import { encodeTokenPrior } from '../../../src/learning/token-priors/encode-token-prior.ts'
import { estimateTokenPrior } from '../../../src/learning/token-priors/estimate-token-prior.ts'
import type { CodedTokenPrior, TokenPrior } from '../../../src/learning/token-priors/token-prior.ts'
import type { TokenSchema } from '../../../src/learning/token-priors/token-schema.ts'
import { computeCid } from '../../../src/protocol/encoding/compute-cid.ts'
import { encodeCanonical } from '../../../src/protocol/encoding/encode-canonical.ts'
import { parseCid } from '../../../src/protocol/encoding/parse-cid.ts'
import { encodeEmbedding } from '../../../src/protocol/profiles/encode-embedding.ts'
import { SIGN_384 } from '../../../src/protocol/profiles/profile.ts'
import { sampleVector } from './sample-vector.ts'
import { numbersToHex } from './show-numbers.ts'

const MODEL = 'toy-1'
const PIECES = [' a', 'SELECT', 'a', 'b', 'é', '_', '{"', '～', '😀', '.']

/** Entries of a row by bin. */
type Entries = Readonly<Record<number, number>>

/** Schemas and priors with their bytes, what is estimated and aggregated, and what is refused. */
export function createTokenPriorVectors(): object {
  const schema = createTokenSchema({
    profile: SIGN_384.id,
    centroids: [21, 22, 23].map((seed) => encodeEmbedding(SIGN_384, sampleVector(seed))),
    pieces: PIECES,
  })
  return {
    description:
      'Token priors. Bytes are hex, `values` little-endian f32. A row is `{element, bins, values}`. Estimates hold to 1e-6; everything else is exact. Refused schemas and priors are canonical bytes, read against the schema; each names its error code.',
    schema: {
      given: {
        profile: schema.profile,
        centroids: schema.centroids.map(bytesToHex),
        pieces: PIECES,
      },
      pieces: schema.pieces,
      bytes: bytesToHex(schema.bytes),
      id: schema.id,
    },
    priors: priorCases(schema),
    estimates: estimateCases(schema),
    aggregates: aggregateCases(schema),
    refusedSchemas: refusedSchemas(schema),
    refusedPriors: refusedPriors(schema),
  }
}

function priorOf(schema: TokenSchema, rows: Readonly<Record<number, Entries>>): TokenPrior {
  return {
    schema: schema.id,
    rows: Object.entries(rows).map(([element, entries]) => ({
      element: Number(element),
      bins: Uint32Array.from(Object.keys(entries), Number),
      values: Float32Array.from(Object.values(entries)),
    })),
  }
}

function showRows({ rows }: TokenPrior): object[] {
  return rows.map(({ element, bins, values }) => ({
    element,
    bins: [...bins],
    values: numbersToHex(values),
  }))
}

function priorCases(schema: TokenSchema): object[] {
  const cases: [string, Readonly<Record<number, Entries>>][] = [
    ['one entry', { 0: { 3: 0.5 } }],
    ['three entries share their mean magnitude', { 1: { 0: 0.5, 4: -1.5, 9: 1 } }],
    ['two rows', { 0: { 1: -8, 2: 8 }, 2: { 5: 0.001 } }],
    ['every bin', { 1: Object.fromEntries(PIECES.map((_, bin) => [bin, bin % 3 === 0 ? -2 : 1])) }],
  ]
  return cases.map(([name, rows]) => {
    const prior = priorOf(schema, rows)
    const coded = codeTokenPrior({ schema, prior, model: MODEL })
    const bytes = encodeTokenPrior(coded)
    return {
      name,
      model: MODEL,
      rows: showRows(prior),
      coded: coded.rows.map(({ element, mask, code }) => ({
        element,
        mask: bytesToHex(mask),
        code: bytesToHex(code),
      })),
      bytes: bytesToHex(bytes),
      id: computeCid(bytes, 'dag-cbor').toString(),
    }
  })
}

/** Answers are given as bins, −1 for a token of none. */
function estimateCases(schema: TokenSchema): object[] {
  type Group = { element: number; rollouts: { reward: number; tokens: number[] }[] }
  const group = (element: number, ...rollouts: [number, number[]][]): Group => ({
    element,
    rollouts: rollouts.map(([reward, tokens]) => ({ reward, tokens })),
  })
  const cases: [string, number, Group[]][] = [
    ['one good and one bad answer', 1, [group(0, [1, [2, 2]], [0, [3, 3]])]],
    ['long answers count no more', 1, [group(1, [1, [2]], [0, [3, 3, 3, 3]], [0, [2, 3, -1]])]],
    ['equal rewards say nothing', 1, [group(0, [1, [2]], [1, [3]]), group(2, [1, [4]], [0, []])]],
    [
      'what one group of two says is no habit',
      2,
      [group(0, [1, [2, 5]], [0, [3]]), group(0, [1, [2]], [0.5, [3, 4]])],
    ],
    ['no element', 1, [group(-1, [1, [2]], [0, [3]])]],
  ]
  const binOf = Int32Array.from([...schema.pieces.keys(), -1])
  const tokensOf = schema.pieces.map((_, bin) => [bin])
  const vocabulary = { schema: schema.id, binOf, tokensOf, covered: tokensOf.length }
  return cases.map(([name, leastGroups, groups]) => {
    const tokenGroups = groups.map(({ element, rollouts }) => ({
      element,
      rollouts: rollouts.map(({ reward, tokens }) => ({
        reward,
        tokens: tokens.map((bin) => (bin < 0 ? tokensOf.length : bin)),
      })),
    }))
    const prior = estimateTokenPrior({ vocabulary, groups: tokenGroups, leastGroups })
    return { name, leastGroups, groups, rows: showRows(prior) }
  })
}

function aggregateCases(schema: TokenSchema): object[] {
  const code = (...rows: Readonly<Record<number, Entries>>[]): CodedTokenPrior[] =>
    rows.map((each) => codeTokenPrior({ schema, prior: priorOf(schema, each), model: MODEL }))
  const three = code(
    { 0: { 1: 1, 2: 1 } },
    { 0: { 1: -2, 2: 2 } },
    { 0: { 1: 4, 3: 4 }, 1: { 5: 1 } },
  )
  const cases: [string, CodedTokenPrior[], number[], number][] = [
    ['the lower median of those who speak', three, [1, 1, 1], 3],
    ['two voices are enough', three, [1, 1, 1], 2],
    ['one voice is enough', three, [1, 1, 1], 1],
    ['weights decide', three, [5, 2, 2], 3],
    ['who weighs nothing is not heard', three, [5, 2, 0], 3],
  ]
  return cases.map(([name, priors, weights, leastVoices]) => ({
    name,
    priors: priors.map((prior) => bytesToHex(encodeTokenPrior(prior))),
    weights,
    leastVoices,
    rows: showRows(aggregateTokenPriors({ schema, priors, weights, leastVoices })),
  }))
}

function refusedSchemas({ profile, centroids, pieces }: TokenSchema): object[] {
  const body = { v: 1, profile, centroids, pieces }
  const cases: [string, string, object][] = [
    ['pieces in another order', 'FORMAT_INVALID', { pieces: pieces.toReversed() }],
    ['a piece twice', 'FORMAT_INVALID', { pieces: ['a', 'a'] }],
    ['an empty piece', 'FORMAT_INVALID', { pieces: [''] }],
    ['a replaced character', 'FORMAT_INVALID', { pieces: ['\uFFFD'] }],
    ['no centroids', 'FORMAT_INVALID', { centroids: [] }],
    ['another version', 'FORMAT_INVALID', { v: 2 }],
    ['an unknown field', 'FORMAT_INVALID', { more: 1 }],
    ['an unknown profile', 'PROFILE_MISMATCH', { profile: 'sign-385' }],
    ['a short centroid', 'LENGTH_MISMATCH', { centroids: [new Uint8Array(51)] }],
    ['a centroid of scale 0', 'SCALE_INVALID', { centroids: [new Uint8Array(52)] }],
  ]
  return cases.map(([name, error, parts]) => ({
    name,
    error,
    bytes: bytesToHex(encodeCanonical({ ...body, ...parts })),
  }))
}

function refusedPriors(schema: TokenSchema): object[] {
  const first = Uint8Array.of(1, 0)
  const code = Uint8Array.of(0, 0, 0x80, 0x3f, 1)
  const row = [0, first, code]
  const scaled = (...bytes: number[]) => [[0, first, Uint8Array.of(...bytes, 1)]]
  const other = computeCid(new Uint8Array(0), 'dag-cbor')
  const cases: [string, string, object][] = [
    ['another schema', 'SCHEMA_MISMATCH', { schema: other }],
    ['no rows', 'FORMAT_INVALID', { rows: [] }],
    ['a row twice', 'FORMAT_INVALID', { rows: [row, row] }],
    ['rows that descend', 'FORMAT_INVALID', { rows: [[1, first, code], row] }],
    ['an element that the schema lacks', 'FORMAT_INVALID', { rows: [[3, first, code]] }],
    ['a row of nothing', 'FORMAT_INVALID', { rows: [[0, Uint8Array.of(0, 0), code]] }],
    ['a bin that the schema lacks', 'FORMAT_INVALID', { rows: [[0, Uint8Array.of(0, 4), code]] }],
    ['a short mask', 'LENGTH_MISMATCH', { rows: [[0, Uint8Array.of(1), code]] }],
    ['signs for more bins', 'LENGTH_MISMATCH', { rows: [[0, first, Uint8Array.of(...code, 0)]] }],
    [
      'an unused sign',
      'FORMAT_INVALID',
      { rows: [[0, first, Uint8Array.of(0, 0, 0x80, 0x3f, 3)]] },
    ],
    ['scale 0', 'SCALE_INVALID', { rows: scaled(0, 0, 0, 0) }],
    ['a negative scale', 'SCALE_INVALID', { rows: scaled(0, 0, 0x80, 0xbf) }],
    ['a scale above 8', 'SCALE_INVALID', { rows: scaled(1, 0, 0, 0x41) }],
    ['a scale that is no number', 'SCALE_INVALID', { rows: scaled(0, 0, 0xc0, 0x7f) }],
    ['no model', 'FORMAT_INVALID', { model: '' }],
    ['another version', 'FORMAT_INVALID', { v: 2 }],
    ['an unknown field', 'FORMAT_INVALID', { more: 1 }],
  ]
  const body = { v: 1, schema: parseCid(schema.id), model: MODEL, rows: [row] }
  return cases.map(([name, error, parts]) => ({
    name,
    error,
    bytes: bytesToHex(encodeCanonical({ ...body, ...parts })),
  }))
}
