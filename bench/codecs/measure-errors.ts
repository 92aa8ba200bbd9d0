import { meanAndMost, rmsePercent } from './quality.ts'
import { createSources, DIMENSION } from './sources.ts'

/** A way to send a vector. */
export interface Method {
  name: string
  /** Sends one vector of L2 norm 1: the bytes on the wire, and what arrives. */
  send(vector: Float32Array): { bytes: number; received: ArrayLike<number> }
}

/** How a method fares on the vectors of one source, each a mean over them. */
export interface SourceError {
  source: string
  bytes: number
  rmsePercent: number
  /** The worst vector. */
  rmsePercentMost: number
  cosine: number
}

/** One line of the table. */
export interface MethodErrors {
  method: string
  sources: SourceError[]
}

/** Vectors of each source. */
export const VECTORS = 24

/** Seed B's Table 4, remade: each method on the same vectors of every source. */
export function measureErrors(methods: readonly Method[], seed: number): MethodErrors[] {
  const drawn = createSources(seed).map(({ name, draw }) => ({
    source: name,
    vectors: Array.from({ length: VECTORS }, draw),
  }))
  return methods.map(({ name, send }) => ({
    method: name,
    sources: drawn.map(({ source, vectors }) => {
      const sent = vectors.map((vector) => {
        const { bytes, received } = send(vector)
        return { bytes, rmse: rmsePercent(vector, received), cosine: cosineOf(vector, received) }
      })
      const { mean, most } = meanAndMost(sent.map(({ rmse }) => rmse))
      return {
        source,
        bytes: meanAndMost(sent.map(({ bytes }) => bytes)).mean,
        rmsePercent: mean,
        rmsePercentMost: most,
        cosine: meanAndMost(sent.map(({ cosine }) => cosine)).mean,
      }
    }),
  }))
}

/** The least RMSE, in percent, that `bytes` allow on white vectors of norm 1 (Shannon): rate-distortion for a normal source. */
export function shannonRmsePercent(bytes: number): number {
  return (100 * 2 ** ((-8 * bytes) / DIMENSION)) / Math.sqrt(DIMENSION)
}

/** The cosine; 0 where nothing arrives. */
function cosineOf(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let product = 0
  let squaresA = 0
  let squaresB = 0
  for (let i = 0; i < a.length; i++) {
    product += a[i]! * b[i]!
    squaresA += a[i]! * a[i]!
    squaresB += b[i]! * b[i]!
  }
  return squaresA * squaresB === 0 ? 0 : product / Math.sqrt(squaresA * squaresB)
}
