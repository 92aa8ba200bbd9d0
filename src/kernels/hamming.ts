import { hammingWasm } from './generated/hamming.ts'
import { type OpenKernel, openKernel } from './open-kernel.ts'
import { openScalarHamming } from './scalar/hamming.ts'

/** The kernel's functions on addresses of its memory; counts are u32. Bytes of a code are a multiple of 8. */
export interface HammingFunctions {
  distances(
    codes: number,
    stride: number,
    rows: number,
    bytes: number,
    queries: number,
    queryCount: number,
    out: number,
  ): void
  gram(codes: number, stride: number, rows: number, bytes: number, out: number): void
}

/** Hamming distances between sign codes that lie row by row. Lengths are trusted: check them before. */
export interface HammingKernel {
  /**
   * Distances from every query to every code.
   *
   * @param codes `rows` codes, one every `stride` bytes; the last one may end the array
   * @param bytes length of a code, a positive multiple of 8
   * @param queries one query or several, `bytes` each, without gaps; all of them in one pass over the codes
   * @param stride from one code to the next, at least `bytes`
   * @returns `queries.length / bytes` × `rows` counts of differing bits, query by query
   */
  distances(
    codes: Uint8Array,
    rows: number,
    bytes: number,
    queries: Uint8Array,
    stride?: number,
  ): Uint32Array
  /**
   * Distances between all pairs of codes: input of Krum, nearest neighbours and deduplication.
   *
   * @param codes `rows` codes, one every `stride` bytes; the last one may end the array
   * @param bytes length of a code, a positive multiple of 8
   * @returns `rows` × `rows` counts of differing bits, symmetric, zero on the diagonal
   */
  gram(codes: Uint8Array, rows: number, bytes: number, stride?: number): Uint32Array
}

/** Memory that a kernel may keep between calls; one that grew beyond it is dropped after the call. */
const KEPT_BYTES = 64 * 2 ** 20

/** Makes a Hamming kernel on functions that `open` starts at the first call. */
export function createHammingKernel(open: () => OpenKernel<HammingFunctions>): HammingKernel {
  let kept: OpenKernel<HammingFunctions> | undefined

  /** Lays out codes, queries and results, and copies the results out. */
  function run(
    codes: Uint8Array,
    queries: Uint8Array,
    results: number,
    call: (functions: HammingFunctions, queriesAt: number, outAt: number) => void,
  ): Uint32Array {
    const kernel = kept ?? open()
    const queriesAt = align(codes.length)
    const outAt = align(queriesAt + queries.length)
    const memory = kernel.reserve(outAt + 4 * results)
    const bytes = new Uint8Array(memory)
    bytes.set(codes)
    bytes.set(queries, queriesAt)
    call(kernel.functions, queriesAt, outAt)
    kept = memory.byteLength > KEPT_BYTES ? undefined : kernel
    return new Uint32Array(memory, outAt, results).slice()
  }

  return {
    distances(codes, rows, bytes, queries, stride = bytes) {
      const queryCount = queries.length / bytes
      return run(codes, queries, rows * queryCount, (functions, queriesAt, outAt) => {
        functions.distances(0, stride, rows, bytes, queriesAt, queryCount, outAt)
      })
    },
    gram: (codes, rows, bytes, stride = bytes) =>
      run(codes, new Uint8Array(0), rows * rows, (functions, _, outAt) => {
        functions.gram(0, stride, rows, bytes, outAt)
      }),
  }
}

/** Carry-save popcounts in SIMD; the scalar functions where the runtime has none. */
export const hammingKernel: HammingKernel = createHammingKernel(
  () => openKernel<HammingFunctions>(hammingWasm) ?? openScalarHamming(),
)

function align(address: number): number {
  return Math.ceil(address / 64) * 64
}
