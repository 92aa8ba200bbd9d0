import type { OpenKernel } from '../open-kernel.ts'
import type { VotesFunctions } from '../votes.ts'
import { openScalarKernel } from './open-scalar-kernel.ts'

/** The votes kernel without SIMD: what the compiled one must equal, and what runs where that cannot. */
export function openScalarVotes(): OpenKernel<VotesFunctions> {
  return openScalarKernel((memory) => {
    function bitOf(plane: number, dimension: number): number {
      return (memory.bytes[plane + (dimension >> 3)]! >> (dimension & 7)) & 1
    }

    function read(planes: number, planeCount: number, bytes: number, dimension: number): number {
      let counter = 0
      for (let plane = planeCount - 1; plane >= 0; plane--) {
        counter = 2 * counter + bitOf(planes + plane * bytes, dimension)
      }
      return counter
    }

    function write(
      planes: number,
      planeCount: number,
      bytes: number,
      dimension: number,
      counter: number,
    ): void {
      let rest = counter
      for (let plane = 0; plane < planeCount; plane++) {
        const mask = 1 << (dimension & 7)
        const at = planes + plane * bytes + (dimension >> 3)
        memory.bytes[at] = (memory.bytes[at]! & ~mask) | (rest % 2 === 1 ? mask : 0)
        rest = Math.floor(rest / 2)
      }
    }

    function fold(
      planes: number,
      planeCount: number,
      bytes: number,
      addresses: readonly number[],
    ): void {
      for (let dimension = 0; dimension < 8 * bytes; dimension++) {
        let counter = read(planes, planeCount, bytes, dimension)
        for (const address of addresses) counter += bitOf(address, dimension)
        write(planes, planeCount, bytes, dimension, counter)
      }
    }

    return {
      foldAll(planes, planeCount, bytes, codes, count) {
        const addresses = Array.from({ length: count }, (_, code) => codes + code * bytes)
        fold(planes, planeCount, bytes, addresses)
      },
      foldListed(planes, planeCount, bytes, codes, list, count) {
        const offsets = memory.words.subarray(list / 4, list / 4 + count)
        const addresses = Array.from(offsets, (offset) => codes + offset)
        fold(planes, planeCount, bytes, addresses)
      },
      addPlanes(planes, other, planeCount, bytes) {
        for (let dimension = 0; dimension < 8 * bytes; dimension++) {
          const sum =
            read(planes, planeCount, bytes, dimension) + read(other, planeCount, bytes, dimension)
          write(planes, planeCount, bytes, dimension, sum)
        }
      },
      expandPlanes(planes, planeCount, bytes, counts) {
        for (let dimension = 0; dimension < 8 * bytes; dimension++) {
          memory.words[counts / 4 + dimension] = read(planes, planeCount, bytes, dimension)
        }
      },
    }
  })
}
