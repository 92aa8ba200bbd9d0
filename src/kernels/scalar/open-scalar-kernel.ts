import type { OpenKernel } from '../open-kernel.ts'

/** The memory of a scalar kernel; the property changes when it grows. */
export interface ScalarMemory {
  bytes: Uint8Array
  words: Uint32Array
}

/** Runs scalar functions on a memory of their own, so that they are called exactly as a compiled kernel is. */
export function openScalarKernel<Functions>(
  create: (memory: ScalarMemory) => Functions,
): OpenKernel<Functions> {
  const memory: ScalarMemory = { bytes: new Uint8Array(0), words: new Uint32Array(0) }
  const functions = create(memory)
  return {
    functions,
    reserve: (bytes) => {
      if (bytes > memory.bytes.byteLength) {
        const grown = new Uint8Array(Math.ceil(bytes / 65_536) * 65_536)
        grown.set(memory.bytes)
        memory.bytes = grown
        memory.words = new Uint32Array(grown.buffer)
      }
      return memory.bytes.buffer as ArrayBuffer
    },
  }
}
