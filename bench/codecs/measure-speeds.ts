import { codecKernel, openCodec } from '../../src/kernels/codec.ts'
import { openRotation } from '../../src/kernels/rotation.ts'
import { createSeededRandom } from '../../src/protocol/statistics/create-seeded-random.ts'
import { compareSpeeds } from '../common/compare-speeds.ts'
import { type BenchFigure, makeFigure } from '../common/figure.ts'
import { openMemoryCopy } from '../common/memory-copy.ts'
import type { MissingFigure } from '../common/write-figures.ts'
import { naiveCompress } from './naive-compress.ts'
import { createSources, DIMENSION } from './sources.ts'

const VECTOR_BYTES = 4 * DIMENSION
/** Where a kernel's memory holds what, in bytes: the vector first, then what is made of it. */
const FLOATS = 0
const DOUBLES = VECTOR_BYTES
const FLIPS = DOUBLES + 8 * DIMENSION
const CODE = FLIPS + DIMENSION / 4
/** Many vectors for what branches on their signs: a processor learns those of a single one by heart. */
const MANY = 32
const OTHERS = CODE + 1024
const MEMORY = OTHERS + MANY * VECTOR_BYTES

/** The figures about time: each is a ratio of two medians of one run. */
export function measureSpeeds(seed: number): {
  figures: BenchFigure[]
  notMeasured: MissingFigure[]
  /** Nanoseconds of one call, by candidate. */
  nanoseconds: Record<string, number>
} {
  const codec = openCodec()
  const rotation = openRotation()
  if (codec === undefined || rotation === undefined) {
    const reason = 'no WebAssembly SIMD here'
    return { figures: [], notMeasured: OWED.map((id) => ({ id, reason })), nanoseconds: {} }
  }
  const source = createSources(seed)[0]!
  const vector = source.draw()
  const others = Array.from({ length: MANY }, () => source.draw())
  const flips = createSeededRandom(`codecs/flips/${seed}`).bytes(DIMENSION / 4)
  for (const { reserve } of [codec, rotation]) {
    const memory = reserve(MEMORY)
    new Float32Array(memory, FLOATS, DIMENSION).set(vector)
    new Uint8Array(memory, FLIPS, flips.length).set(flips)
  }
  const held = codec.reserve(MEMORY)
  for (const [i, other] of others.entries())
    new Float32Array(held, OTHERS + i * VECTOR_BYTES, DIMENSION).set(other)
  let turn = 0
  const next = (): number => (turn = (turn + 1) % MANY)
  const { copy, memory: copied } = openMemoryCopy(2 * VECTOR_BYTES)
  // Pages that were never written are all the same page of zeros, and copy faster than any real ones.
  new Float32Array(copied, FLOATS, DIMENSION).set(vector)
  const kernel = codecKernel()
  const code = kernel.compress(vector)
  const nanoseconds = compareSpeeds({
    'memory.copy of 30,720 B': () => copy(VECTOR_BYTES, 0, VECTOR_BYTES),
    'compress, kernel': () => codec.functions.compressFloats(FLOATS, DIMENSION, 1, CODE),
    'compress, from JavaScript': () => void kernel.compress(vector, DIMENSION, code),
    'compress, kernel, many vectors': () =>
      codec.functions.compressFloats(OTHERS + next() * VECTOR_BYTES, DIMENSION, 1, CODE),
    'compress, naive, many vectors': () => void naiveCompress(others[next()]!),
    'rotate and compress, kernel': () => {
      rotation.functions.rotateFloats(FLOATS, DIMENSION, FLIPS, DOUBLES)
      rotation.functions.compressDoubles(DOUBLES, DIMENSION, 1, CODE)
    },
    'decompress, kernel': () => codec.functions.decompress(CODE, DIMENSION, 1, DOUBLES),
  })
  const ratio = (a: string, b: string): number => nanoseconds[a]! / nanoseconds[b]!
  const memcpy = 'memory.copy of 30,720 B'
  return {
    figures: [
      makeFigure('compress-over-memcpy', ratio('compress, kernel', memcpy), 'ratio', { max: 2.7 }),
      makeFigure(
        'compress-from-js-over-memcpy',
        ratio('compress, from JavaScript', memcpy),
        'ratio',
        { max: 4 },
      ),
      makeFigure(
        'compress-speedup-over-naive',
        ratio('compress, naive, many vectors', 'compress, kernel, many vectors'),
        'ratio',
        { min: 20 },
      ),
      makeFigure(
        'rotate-compress-over-memcpy',
        ratio('rotate and compress, kernel', memcpy),
        'ratio',
        { max: 45 },
      ),
      makeFigure(
        'compress-from-js-time',
        nanoseconds['compress, from JavaScript']! / 1000,
        'µs',
        null,
        'one vector of 7680 values, values and code in JavaScript arrays',
      ),
    ],
    notMeasured: [],
    nanoseconds,
  }
}

const OWED = [
  'compress-over-memcpy',
  'compress-from-js-over-memcpy',
  'compress-speedup-over-naive',
  'rotate-compress-over-memcpy',
]
