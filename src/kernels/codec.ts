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
  // Views on the whole memory, made again only when it has grown: a call takes less time than making some would.
  let bytes = new Uint8Array(0)
  let floats = new Float32Array(0)
  let doubles = new Float64Array(0)
  function need(size: number): void {
    const memory = reserve(size)
    if (bytes.buffer === memory) return
    bytes = new Uint8Array(memory)
    floats = new Float32Array(memory)
    doubles = new Float64Array(memory)
  }
  return {
    compress: (values, size = values.length, into) => {
      const blocks = values.length / size
      const to = align(values.byteLength)
      const end = to + blocks * recordBytes(size)
      need(end)
      if (values instanceof Float32Array) {
        floats.set(values)
        functions.compressFloats(0, size, blocks, to)
      } else {
        doubles.set(values)
        functions.compressDoubles(0, size, blocks, to)
      }
      if (into === undefined) return bytes.slice(to, end)
      into.set(bytes.subarray(to, end))
      return into
    },
    decompress: (code, count, size = count) => {
      const to = align(code.length)
      need(to + 4 * count)
      bytes.set(code)
      functions.decompress(0, size, count / size, to)
      return floats.slice(to / 4, to / 4 + count)
    },
  }
}

/** Rounded up to a multiple of 16. */
function align(bytes: number): number {
  return (bytes + 15) & ~15
}
