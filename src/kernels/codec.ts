import { codecWasm } from './generated/codec.ts'
import { openKernel, type OpenKernel } from './open-kernel.ts'
import { type CodecKernel, recordBytes, scalarCodec } from './scalar/codec.ts'

/** The functions of the compiled codec; addresses are bytes in its own memory, values lie at multiples of 16. */
export interface CodecFunctions {
  /** Codes `blocks` blocks of `size` f32 at `from` into records at `to`. */
  compressFloats(from: number, size: number, blocks: number, to: number): void
  /** Codes `blocks` blocks of `size` f64. */
  compressDoubles(from: number, size: number, blocks: number, to: number): void
  /** Writes the f32 that `blocks` records of `size` values at `from` stand for. */
  decompress(from: number, size: number, blocks: number, to: number): void
}

let chosen: CodecKernel | undefined

/** The codec kernel: SIMD where the runtime has it, scalar otherwise; the results are the same. */
export function codecKernel(): CodecKernel {
  chosen ??= createSimdCodec() ?? scalarCodec
  return chosen
}

/** A fresh instance of the compiled codec, for callers that lay out its memory themselves; undefined without SIMD. */
export function openCodec(): OpenKernel<CodecFunctions> | undefined {
  return openKernel<CodecFunctions>(codecWasm)
}

/** The codec over compiled SIMD code; undefined where the runtime cannot run it. */
export function createSimdCodec(): CodecKernel | undefined {
  const kernel = openCodec()
  if (kernel === undefined) return undefined
  const { functions, reserve } = kernel
  return {
    compress: (values, size = values.length, into) => {
      const blocks = values.length / size
      const to = align(values.byteLength)
      const bytes = blocks * recordBytes(size)
      const memory = reserve(to + bytes)
      if (values instanceof Float32Array) {
        new Float32Array(memory, 0, values.length).set(values)
        functions.compressFloats(0, size, blocks, to)
      } else {
        new Float64Array(memory, 0, values.length).set(values)
        functions.compressDoubles(0, size, blocks, to)
      }
      const code = new Uint8Array(memory, to, bytes)
      if (into === undefined) return code.slice()
      into.set(code)
      return into
    },
    decompress: (code, count, size = count) => {
      const to = align(code.length)
      const memory = reserve(to + 4 * count)
      new Uint8Array(memory, 0, code.length).set(code)
      functions.decompress(0, size, count / size, to)
      return new Float32Array(memory, to, count).slice()
    },
  }
}

/** Rounded up to a multiple of 16. */
function align(bytes: number): number {
  return (bytes + 15) & ~15
}
