import type { Random } from '../../src/protocol/ports.ts'
import { createSeededRandom } from '../../src/protocol/statistics/create-seeded-random.ts'
import { createGaussian } from '../common/gaussian.ts'

/** Dimensions of every synthetic vector, seed B's. */
export const DIMENSION = 7680

/** Where synthetic vectors come from. */
export interface VectorSource {
  name: string
  /** What it stands for, in words. */
  title: string
  /** The next vector, of L2 norm 1. */
  draw(): Float32Array
}

/** Dimensions that a vector of 4096 dimensions fills when the rest is zero (seed B eq. 12). */
const PADDED = 4096
const CORRELATION = 0.99
/** Standard deviation of the logarithm of a dimension's scale, and the common offset in units of that scale. */
const UNEVEN = { spread: 1, offset: 0.3 }

/** The six synthetic sources, each seeded by itself. */
export function createSources(seed: number): VectorSource[] {
  const random = (name: string) => createSeededRandom(`codecs/${name}/${seed}`)
  return [
    { name: 'white', title: 'white Gaussian', draw: drawWhite(random('white')) },
    { name: 'uniform', title: 'uniform components', draw: drawUniform(random('uniform')) },
    { name: 'laplace', title: 'Laplace components', draw: drawLaplace(random('laplace')) },
    { name: 'uneven', title: 'uneven scales and offset', draw: drawUneven(random('uneven')) },
    {
      name: 'padded',
      title: `${PADDED} dimensions, zero-padded`,
      draw: drawPadded(random('padded')),
    },
    { name: 'smooth', title: `AR(1), ρ = ${CORRELATION}`, draw: drawSmooth(random('smooth')) },
  ]
}

function drawWhite(random: Random): () => Float32Array {
  const gaussian = createGaussian(random)
  return () => unitVector(() => gaussian())
}

function drawUniform(random: Random): () => Float32Array {
  return () => unitVector(() => 2 * random.next() - 1)
}

function drawLaplace(random: Random): () => Float32Array {
  return () =>
    unitVector(() => {
      const magnitude = -Math.log(1 - random.next())
      return random.next() < 0.5 ? -magnitude : magnitude
    })
}

/** As the states of language models: few dimensions are large, and none is centred. */
function drawUneven(random: Random): () => Float32Array {
  const gaussian = createGaussian(random)
  const scales = Float64Array.from({ length: DIMENSION }, () =>
    Math.exp(UNEVEN.spread * gaussian()),
  )
  return () => unitVector((i) => scales[i]! * (gaussian() + UNEVEN.offset))
}

function drawPadded(random: Random): () => Float32Array {
  const gaussian = createGaussian(random)
  return () => unitVector((i) => (i < PADDED ? gaussian() : 0))
}

function drawSmooth(random: Random): () => Float32Array {
  const gaussian = createGaussian(random)
  const fresh = Math.sqrt(1 - CORRELATION * CORRELATION)
  return () => {
    let value = gaussian()
    return unitVector(() => (value = CORRELATION * value + fresh * gaussian()))
  }
}

function unitVector(component: (index: number) => number): Float32Array {
  const values = Float64Array.from({ length: DIMENSION }, (_, i) => component(i))
  const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))
  return Float32Array.from(values, (value) => value / norm)
}
