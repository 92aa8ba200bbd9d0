import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** Numbers in a vector file: all of a short array, of a long one the first four and a digest of all. */
export interface ShownNumbers {
  first: string
  sha256: string
}

/** Little-endian f32 or f64 as hex, whatever the machine. */
export function numbersToHex(values: Float32Array | Float64Array): string {
  return bytesToHex(numbersToBytes(values))
}

/** The first four of many numbers and the SHA-256 of all of them, little-endian. */
export function showNumbers(values: Float32Array | Float64Array): ShownNumbers {
  const digest = bytesToHex(sha256(numbersToBytes(values)))
  return { first: numbersToHex(values.slice(0, 4)), sha256: digest }
}

function numbersToBytes(values: Float32Array | Float64Array): Uint8Array {
  const width = values.BYTES_PER_ELEMENT
  const view = new DataView(new ArrayBuffer(width * values.length))
  for (const [i, value] of values.entries()) {
    if (width === 4) view.setFloat32(4 * i, value, true)
    else view.setFloat64(8 * i, value, true)
  }
  return new Uint8Array(view.buffer)
}
