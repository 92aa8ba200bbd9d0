import { votesWasm } from './generated/votes.ts'
import { type OpenKernel, openKernel } from './open-kernel.ts'
import { openScalarVotes } from './scalar/votes.ts'

/** The kernel's functions on addresses of its memory. Bytes of a code, and so of a plane, are a multiple of 16. */
export interface VotesFunctions {
  foldAll(planes: number, planeCount: number, bytes: number, codes: number, count: number): void
  foldListed(
    planes: number,
    planeCount: number,
    bytes: number,
    codes: number,
    list: number,
    count: number,
  ): void
  addPlanes(planes: number, other: number, planeCount: number, bytes: number): void
  expandPlanes(planes: number, planeCount: number, bytes: number, counts: number): void
}

/**
 * Counts how many sign codes have each bit. The counters are bit planes: bit p of the counter of dimension i is bit
 * i mod 8 of byte ⌊i / 8⌋ of plane p, planes lie one after the other. Input is trusted: check it before.
 */
export interface VotesKernel {
  /**
   * The counters of some codes.
   *
   * @param codes `bytes` each, one after the other; none is allowed
   * @param planeCount 1 … 32, enough for the sum of the weights
   * @param weights one a code, below 1024; without them every code counts 1
   * @returns `planeCount` planes of `bytes` bytes
   */
  count(
    codes: Uint8Array,
    bytes: number,
    planeCount: number,
    weights?: Readonly<Uint32Array>,
  ): Uint8Array
  /** The sums of two equally long arrays of planes; they must not overflow. */
  add(planes: Uint8Array, other: Uint8Array, bytes: number): Uint8Array
  /** The counters as numbers, 8 · `bytes` of them. */
  expand(planes: Uint8Array, bytes: number): Uint32Array
}

/** Bits of a weight. */
const WEIGHT_BITS = 10

/** Bytes of codes that are worked on at a time: they stay in the second-level cache. */
const CHUNK_BYTES = 2 ** 18

/** Codes that the kernel counts in registers. */
const BLOCK = 120

/** Makes a votes kernel on functions that `open` starts at the first call. */
export function createVotesKernel(open: () => OpenKernel<VotesFunctions>): VotesKernel {
  let opened: OpenKernel<VotesFunctions> | undefined

  /** Copies rows of `bytes` bytes to rows of `stride` bytes, the rest of which becomes 0. */
  function copyRows(to: Uint8Array, rows: Uint8Array, bytes: number, stride: number): void {
    if (bytes === stride) {
      to.set(rows)
      return
    }
    for (let row = 0; row * bytes < rows.length; row++) {
      to.set(rows.subarray(row * bytes, (row + 1) * bytes), row * stride)
      to.fill(0, row * stride + bytes, (row + 1) * stride)
    }
  }

  function takeRows(from: Uint8Array, bytes: number, stride: number): Uint8Array {
    if (bytes === stride) return from.slice()
    const rows = new Uint8Array((from.length / stride) * bytes)
    for (let row = 0; row * bytes < rows.length; row++) {
      rows.set(from.subarray(row * stride, row * stride + bytes), row * bytes)
    }
    return rows
  }

  return {
    count(codes, bytes, planeCount, weights) {
      const { functions, reserve } = (opened ??= open())
      const stride = align(bytes)
      const chunk = BLOCK * Math.max(1, Math.floor(CHUNK_BYTES / (stride * BLOCK)))
      const size = planeCount * stride
      const listAt = size + chunk * stride
      const buffer = reserve(listAt + 4 * chunk)
      const memory = new Uint8Array(buffer)
      const list = new Uint32Array(buffer, listAt, chunk)
      memory.fill(0, 0, size)
      const total = codes.length / bytes
      for (let first = 0; first < total; first += chunk) {
        const count = Math.min(chunk, total - first)
        const part = codes.subarray(first * bytes, (first + count) * bytes)
        copyRows(memory.subarray(size), part, bytes, stride)
        if (weights === undefined) functions.foldAll(0, planeCount, stride, size, count)
        else {
          // A weight is a sum of powers of two: the codes with bit b count in the planes from b up.
          for (let bit = 0; bit < Math.min(WEIGHT_BITS, planeCount); bit++) {
            let listed = 0
            for (let code = 0; code < count; code++) {
              if ((weights[first + code]! >> bit) & 1) list[listed++] = code * stride
            }
            const planes = bit * stride
            functions.foldListed(planes, planeCount - bit, stride, size, listAt, listed)
          }
        }
      }
      return takeRows(memory.subarray(0, size), bytes, stride)
    },
    add(planes, other, bytes) {
      const { functions, reserve } = (opened ??= open())
      const stride = align(bytes)
      const planeCount = planes.length / bytes
      const size = planeCount * stride
      const memory = new Uint8Array(reserve(2 * size))
      copyRows(memory, planes, bytes, stride)
      copyRows(memory.subarray(size), other, bytes, stride)
      functions.addPlanes(0, size, planeCount, stride)
      return takeRows(memory.subarray(0, size), bytes, stride)
    },
    expand(planes, bytes) {
      const { functions, reserve } = (opened ??= open())
      const stride = align(bytes)
      const planeCount = planes.length / bytes
      const size = planeCount * stride
      const buffer = reserve(size + 32 * stride)
      copyRows(new Uint8Array(buffer), planes, bytes, stride)
      functions.expandPlanes(0, planeCount, stride, size)
      return new Uint32Array(buffer, size, 8 * bytes).slice()
    },
  }
}

/** Carry-save counters in SIMD; the scalar functions where the runtime has none. */
export const votesKernel: VotesKernel = createVotesKernel(
  () => openKernel<VotesFunctions>(votesWasm) ?? openScalarVotes(),
)

function align(bytes: number): number {
  return Math.ceil(bytes / 16) * 16
}
