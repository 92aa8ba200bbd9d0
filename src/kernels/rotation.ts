import { rotationWasm } from './generated/rotation.ts'
import { openKernel, type OpenKernel } from './open-kernel.ts'
import { recordBytes } from './scalar/codec.ts'
import { type RotationKernel, scalarRotation } from './scalar/rotation.ts'

/**
 * The functions of the compiled rotation. Addresses are bytes in its own memory, multiples of 16; `size` is 384 or 7680;
 * `flips` lies as {@link RotationKernel} says.
 */
export interface RotationFunctions {
  /** Rotates `size` f32 at `from` into f64 at `to`. */
  rotateFloats(from: number, size: number, flips: number, to: number): void
  /** Rotates f64; `from` may be `to`. */
  rotateDoubles(from: number, size: number, flips: number, to: number): void
  /** Undoes the rotation of `size` f64 in place. */
  rotateBack(at: number, size: number, flips: number): void
  /** Codes `blocks` blocks of `size` f64 at `from` into records at `to`, as the codec does. */
  compressDoubles(from: number, size: number, blocks: number, to: number): void
}

let chosen: RotationKernel | undefined

/** The rotation kernel: SIMD where the runtime has it, scalar otherwise; the results are the same. */
export function rotationKernel(): RotationKernel {
  chosen ??= createSimdRotation() ?? scalarRotation
  return chosen
}

/** A fresh instance of the compiled rotation, for callers that lay out its memory themselves; undefined without SIMD. */
export function openRotation(): OpenKernel<RotationFunctions> | undefined {
  return openKernel<RotationFunctions>(rotationWasm)
}

/** The rotation over compiled SIMD code; undefined where the runtime cannot run it. */
export function createSimdRotation(): RotationKernel | undefined {
  const kernel = openRotation()
  if (kernel === undefined) return undefined
  const { functions, reserve } = kernel

  /** Lays out flips, f64 values, f32 values and a record, and copies in what there is. */
  function load(values: Float32Array | Float64Array, flips: Uint8Array) {
    const size = values.length
    const doubles = size / 4
    const floats = doubles + 8 * size
    const code = floats + 4 * size
    const memory = reserve(code + recordBytes(size))
    new Uint8Array(memory, 0, flips.length).set(flips)
    return { memory, size, doubles, floats, code }
  }

  /** Rotates into the f64 of the layout. */
  function rotateInto(values: Float32Array | Float64Array, flips: Uint8Array) {
    const place = load(values, flips)
    const { memory, size, doubles, floats } = place
    if (values instanceof Float32Array) {
      new Float32Array(memory, floats, size).set(values)
      functions.rotateFloats(floats, size, 0, doubles)
    } else {
      new Float64Array(memory, doubles, size).set(values)
      functions.rotateDoubles(doubles, size, 0, doubles)
    }
    return place
  }

  return {
    rotate: (values, flips) => {
      const { memory, size, doubles } = rotateInto(values, flips)
      return new Float64Array(memory, doubles, size).slice()
    },
    rotateBack: (values, flips) => {
      const { memory, size, doubles } = load(values, flips)
      const target = new Float64Array(memory, doubles, size)
      target.set(values)
      functions.rotateBack(doubles, size, 0)
      return target.slice()
    },
    rotateCompress: (values, flips) => {
      const { memory, size, doubles, code } = rotateInto(values, flips)
      functions.compressDoubles(doubles, size, 1, code)
      return new Uint8Array(memory, code, recordBytes(size)).slice()
    },
  }
}
