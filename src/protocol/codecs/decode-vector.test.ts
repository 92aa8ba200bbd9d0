import { describe, expect, test } from 'vitest'
import { DsoError } from '../errors.ts'
import { decodeEmbedding } from '../profiles/decode-embedding.ts'
import { DIRECT_384, SIGN_384, ZIP002_7680 } from '../profiles/profile.ts'
import { createSeededRandom } from '../statistics/create-seeded-random.ts'
import { decodeCentred } from './decode-centred.ts'
import { type CodecDescription, decodeVector } from './decode-vector.ts'
import { encodeDirect16 } from './encode-direct16.ts'
import { encodeDirect8 } from './encode-direct8.ts'
import { encodeRsign1 } from './encode-rsign1.ts'
import { encodeRsign1c } from './encode-rsign1c.ts'
import { encodeSign1 } from './encode-sign1.ts'
import { encodeTcq1 } from './encode-tcq1.ts'

const LONG = process.env['DSO_LONG'] === '1'
const RUNS = LONG ? 1_000_000 : 1_500
const TIMEOUT = LONG ? 3_600_000 : 60_000
const random = createSeededRandom('decode-vector')
const vector = Float32Array.from({ length: 384 }, () => random.next() - 0.5)
const seed = 'a schema'
const contribution = { schema: 1n, contributor: new Uint8Array(32), epoch: 0 }

const codecs: [description: CodecDescription, code: Uint8Array][] = [
  [{ codec: 'sign1', count: 384 }, encodeSign1(vector)],
  [{ codec: 'sign1', count: 36, blockSize: 9 }, encodeSign1(vector.slice(0, 36), { blockSize: 9 })],
  [{ codec: 'rsign1', count: 384, seed }, encodeRsign1(vector, { seed })],
  [{ codec: 'rsign1c', count: 384, ...contribution }, encodeRsign1c(vector, contribution)],
  [{ codec: 'direct8', count: 384 }, encodeDirect8(vector)],
  [{ codec: 'direct16', count: 384 }, encodeDirect16(vector)],
  [{ codec: 'tcq1', count: 384, seed }, encodeTcq1(vector, seed)],
]

/** A code as a hostile sender might change it: other bytes, a special scale, shorter, longer, or all at random. */
function mutate(code: Uint8Array): Uint8Array {
  const changed = code.slice()
  const kind = random.integer(6)
  if (kind === 0) changed[random.integer(code.length)] = random.integer(256)
  if (kind === 1) changed.set(SCALES[random.integer(SCALES.length)]!)
  if (kind === 2) return changed.subarray(0, random.integer(code.length + 1))
  if (kind === 3) return Uint8Array.of(...changed, ...random.bytes(1 + random.integer(4)))
  if (kind === 4) return random.bytes(code.length)
  if (kind === 5) changed.set(random.bytes(4))
  return changed
}
const SCALES = [0, -0, -1, Number.NaN, Infinity, -Infinity, 2 ** -149, 3.4e38, 1].map(
  (scale) => new Uint8Array(Float32Array.of(scale).buffer),
)

/** What `decode` makes of a code; undefined where it refuses it with a DsoError. Anything else fails the test. */
function outcome(decode: () => Float32Array): Float32Array | undefined {
  try {
    return decode()
  } catch (error) {
    if (DsoError.is(error)) return undefined
    throw error
  }
}

const areFinite = (values: Float32Array) => values.every((value) => Number.isFinite(value))

describe('decodeVector', () => {
  test.each(codecs)('decodes by the codec that is named: %o', (description, code) => {
    const decoded = decodeVector(code, description)
    expect(decoded.length).toBe(description.count)
    expect(decoded.every((value) => Number.isFinite(value))).toBe(true)
  })

  test('refuses a codec that is not one of the protocol', () => {
    const description = { codec: 'sign2', count: 384 } as unknown as CodecDescription
    expect(() => decodeVector(codecs[0]![1], description)).toThrowDso('CODEC_UNKNOWN')
  })

  test.each(codecs)(
    'refuses or reads whatever bytes come: %o',
    (description, code) => {
      let read = 0
      let faults = 0
      for (let run = 0; run < RUNS; run++) {
        const changed = mutate(code)
        const decoded = outcome(() => decodeVector(changed, description))
        if (decoded === undefined) continue
        read++
        if (changed.length !== code.length || !areFinite(decoded)) faults++
      }
      expect(read).toBeGreaterThan(0)
      expect(read).toBeLessThan(RUNS)
      expect(faults).toBe(0)
    },
    TIMEOUT,
  )

  test(
    'sign1 reads only what its encoder writes',
    () => {
      const [description, code] = codecs[1]!
      let read = 0
      let faults = 0
      for (let run = 0; run < RUNS; run++) {
        const changed = mutate(code)
        const decoded = outcome(() => decodeVector(changed, description))
        if (decoded === undefined) continue
        read++
        // All values of a block have one magnitude, so that coding them again gives the code they came from.
        if (encodeSign1(decoded, { blockSize: 9 }).toString() !== changed.toString()) faults++
      }
      expect(read).toBeGreaterThan(0)
      expect(faults).toBe(0)
    },
    TIMEOUT,
  )
})

test.each([DIRECT_384, SIGN_384, ZIP002_7680])(
  'decodeEmbedding makes unit vectors of any bytes that it reads: $id',
  (profile) => {
    const runs = profile === ZIP002_7680 ? Math.max(60, RUNS / 50) : RUNS
    let faults = 0
    for (let run = 0; run < runs; run++) {
      const code = random.bytes(profile.bytes)
      const changed = run % 3 === 0 ? mutate(code) : code
      const decoded = outcome(() => decodeEmbedding(profile, changed))
      if (decoded !== undefined && Math.abs(Math.hypot(...decoded) - 1) > 1e-6) faults++
    }
    expect(faults).toBe(0)
  },
  TIMEOUT,
)

test(
  'decodeCentred makes unit vectors of any bytes that it reads',
  () => {
    const options = { mean: vector, size: 384, seed } as const
    let faults = 0
    for (let run = 0; run < RUNS; run++) {
      const changed = mutate(codecs[2]![1])
      const decoded = outcome(() => decodeCentred(changed, options))
      if (decoded !== undefined && Math.abs(Math.hypot(...decoded) - 1) > 1e-6) faults++
    }
    expect(faults).toBe(0)
  },
  TIMEOUT,
)
