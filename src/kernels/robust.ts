import { robustWasm } from './generated/robust.ts'
import { type OpenKernel, openKernel } from './open-kernel.ts'
import { openScalarRobust } from './scalar/robust.ts'

/** The kernel's functions on addresses of its memory. Bytes of a code are a multiple of 16. */
export interface RobustFunctions {
  sumNearest(
    codes: number,
    bytes: number,
    count: number,
    distances: number,
    kept: number,
    trimmed: number,
    planes: number,
    rankPlanes: number,
    sumPlanes: number,
    work: number,
    sums: number,
  ): void
}

/** What {@link RobustKernel.sumNearest} mixes and trims. */
export interface SumNearestOptions {
  /** Sign codes of `bytes` bytes, one after the other. */
  codes: Uint8Array
  /** A positive multiple of 16. */
  bytes: number
  /** Distances between all pairs of codes, row by row; each below 2^22 at most. */
  distances: Uint32Array
  /** Codes that are mixed into each, itself included: 1 … their count. */
  kept: number
  /** Mixtures left out at each end; twice that is less than their count. */
  trimmed: number
}

/** Nearest-neighbour mixing and trimming of sign codes, in integers. Input is trusted: check it before. */
export interface RobustKernel {
  /**
   * For every dimension: how many of the `kept` nearest codes of each code have the bit (ties by the lower index), and
   * of these numbers the sum without the `trimmed` smallest and the `trimmed` greatest.
   *
   * @returns the sums as bit planes, laid out as those of the votes kernel; as many as the greatest possible sum needs
   */
  sumNearest(options: SumNearestOptions): Uint8Array
}

/** Makes a robust kernel on functions that `open` starts at the first call. */
export function createRobustKernel(open: () => OpenKernel<RobustFunctions>): RobustKernel {
  let opened: OpenKernel<RobustFunctions> | undefined
  return {
    sumNearest({ codes, bytes, distances, kept, trimmed }) {
      const { functions, reserve } = (opened ??= open())
      const count = codes.length / bytes
      const planes = bitLength(kept)
      const rankPlanes = bitLength(count)
      const sumPlanes = bitLength(kept * (count - 2 * trimmed))
      const distancesAt = codes.length
      const sums = align(distancesAt + distances.byteLength)
      const work = sums + sumPlanes * bytes
      const counters = (count + 1) * planes + 2 * count + 2 * rankPlanes
      const buffer = reserve(work + align(4 * count * kept) + 16 * counters + align(4 * count))
      const memory = new Uint8Array(buffer)
      memory.set(codes)
      new Uint32Array(buffer).set(distances, distancesAt / 4)
      const { sumNearest } = functions
      sumNearest(
        ...([0, bytes, count, distancesAt, kept, trimmed] as const),
        ...([planes, rankPlanes, sumPlanes, work, sums] as const),
      )
      return memory.slice(sums, work)
    },
  }
}

/** Bit-sliced counters in SIMD; the scalar functions where the runtime has none. */
export const robustKernel: RobustKernel = createRobustKernel(
  () => openKernel<RobustFunctions>(robustWasm) ?? openScalarRobust(),
)

/** Bits that hold the integers 0 … `value`. */
function bitLength(value: number): number {
  return 32 - Math.clz32(value)
}

function align(bytes: number): number {
  return Math.ceil(bytes / 16) * 16
}
