import { codeTokenPrior } from '../../../src/learning/token-priors/code-token-prior.ts'
import { createTokenSchema } from '../../../src/learning/token-priors/create-token-schema.ts'
import { findPriorRow } from '../../../src/learning/token-priors/find-prior-row.ts'
import { mapVocabulary } from '../../../src/learning/token-priors/map-vocabulary.ts'
import { toTokenBias } from '../../../src/learning/token-priors/to-token-bias.ts'
import { TokenPriorCache } from '../../../src/learning/token-priors/token-prior-cache.ts'
import type { CodedTokenPrior } from '../../../src/learning/token-priors/token-prior.ts'
import type { TokenSchema } from '../../../src/learning/token-priors/token-schema.ts'
import type { Random } from '../../../src/protocol/ports.ts'
import { encodeEmbedding } from '../../../src/protocol/profiles/encode-embedding.ts'
import { DIRECT_384 } from '../../../src/protocol/profiles/profile.ts'
import { createSeededRandom } from '../../../src/protocol/statistics/create-seeded-random.ts'
import { medianOf } from '../../common/compare-speeds.ts'
import { createGaussian } from '../../common/gaussian.ts'

/** How long a change of tenant takes. */
export interface TimedSwitches {
  /** Tenants whose priors are in the cache. */
  tenants: number
  /** Changes that were timed. */
  switches: number
  /** Bytes that they take there, estimated. */
  bytes: number
  /** Entries that a row of a prior speaks of. */
  entriesPerRow: number
  /** From the name of the next tenant to a bias that the next token can be drawn with: the median, and 99 of 100. */
  switchMs: number
  switchMs99: number
  /** The same where the tenant's prior is replaced by its successor first: the median. */
  replaceMs: number
}

/** Kinds of context, and bins, of the priors. */
const ELEMENTS = 8
const BINS = 2048

/** A row speaks of every so many bins. */
const STRIDE = 4

/** Priors that are drawn; tenants have copies of these, each in memory of its own. */
const DRAWN = 32

/** Tokens of a usual vocabulary. */
const VOCABULARY = 150_000

/** Switches before the first one that counts: what is fast enough to be repeated is by then compiled. */
const WARM_UP = 500

/**
 * Times the change from one tenant's token prior to another's among thousands: finding it, decoding the one row that
 * applies, and its bias for the tokens of a vocabulary. Tenants come in random order, so most priors are cold.
 *
 * @param tenants priors in the cache, ≥ 1
 * @param switches changes to time, ≥ 1
 */
export function timeSwitches(tenants: number, switches: number): TimedSwitches {
  const random = createSeededRandom('dso-bench/switches')
  const schema = createSchema(random)
  const vocabulary = mapVocabulary(schema, {
    vocabularySize: VOCABULARY,
    detokenize: ([token = 0]) => `t${token}`,
  })
  const cache = new TokenPriorCache({ mostBytes: 2 ** 40 })
  const drawn = Array.from({ length: DRAWN }, () => createPrior(schema, random))
  const next = (): CodedTokenPrior => copy(drawn[random.integer(DRAWN)])
  for (let tenant = 0; tenant < tenants; tenant++) cache.set(nameOf(tenant), next())
  const use = (tenant: string, element: number): number => {
    const prior = cache.get(tenant)
    const row = prior && findPriorRow(prior, element, schema.pieces.length)
    return row === undefined ? 0 : toTokenBias(row, vocabulary).tokens.length
  }
  const time = (count: number, replace: boolean): number[] =>
    Array.from({ length: count }, () => {
      const tenant = nameOf(random.integer(tenants))
      const element = random.integer(ELEMENTS)
      const successor = replace ? next() : undefined
      const start = performance.now()
      if (successor !== undefined) cache.set(tenant, successor)
      const entries = use(tenant, element)
      const elapsed = performance.now() - start
      if (entries !== BINS / STRIDE) throw new RangeError(`a prior speaks of ${entries} tokens`)
      return elapsed
    })
  time(WARM_UP, false)
  const switched = time(switches, false)
  const replaced = time(Math.ceil(switches / 4), true)
  return {
    tenants: cache.size,
    switches,
    bytes: cache.bytes,
    entriesPerRow: BINS / STRIDE,
    switchMs: medianOf(switched),
    switchMs99: switched.toSorted((a, b) => a - b)[Math.floor(0.99 * (switches - 1))] ?? 0,
    replaceMs: medianOf(replaced),
  }
}

function nameOf(tenant: number): string {
  return `tenant ${tenant}`
}

function createSchema(random: Random): TokenSchema {
  const normal = createGaussian(random)
  return createTokenSchema({
    profile: DIRECT_384.id,
    centroids: Array.from({ length: ELEMENTS }, () =>
      encodeEmbedding(DIRECT_384, Float32Array.from({ length: DIRECT_384.dimension }, normal)),
    ),
    pieces: Array.from({ length: BINS }, (_, bin) => `t${bin * Math.floor(VOCABULARY / BINS)}`),
  })
}

/** A prior with something to say in every kind of context. */
function createPrior(schema: TokenSchema, random: Random): CodedTokenPrior {
  const count = BINS / STRIDE
  const rows = Array.from({ length: ELEMENTS }, (_, element) => {
    const first = random.integer(STRIDE)
    const signs = random.bytes(count / 8)
    return {
      element,
      bins: Uint32Array.from({ length: count }, (__, index) => first + STRIDE * index),
      values: Float32Array.from({ length: count }, (__, index) =>
        ((signs[index >> 3] ?? 0) >> (index & 7)) & 1 ? 1 : -1,
      ),
    }
  })
  return codeTokenPrior({ schema, prior: { schema: schema.id, rows }, model: 'none' })
}

function copy(prior: CodedTokenPrior | undefined): CodedTokenPrior {
  const { rows = [], ...names } = prior ?? { schema: '', model: '' }
  return {
    ...names,
    rows: rows.map(({ element, mask, code }) => ({
      element,
      mask: mask.slice(),
      code: code.slice(),
    })),
  }
}
