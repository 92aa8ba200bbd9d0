/** The sum of products, in four lanes. */
export function dot(a: Float32Array, b: Float32Array): number {
  let first = 0
  let second = 0
  let third = 0
  let fourth = 0
  let i = 0
  for (; i + 4 <= a.length; i += 4) {
    first += a[i]! * b[i]!
    second += a[i + 1]! * b[i + 1]!
    third += a[i + 2]! * b[i + 2]!
    fourth += a[i + 3]! * b[i + 3]!
  }
  for (; i < a.length; i++) first += a[i]! * b[i]!
  return first + third + (second + fourth)
}

/** `base` + `factor` · `noise`, at length 1. */
export function blend(base: Float32Array, noise: Float32Array, factor: number): Float32Array {
  const sum = new Float32Array(base.length)
  for (let i = 0; i < sum.length; i++) sum[i] = base[i]! + factor * noise[i]!
  return scaleTo(sum, 1)
}

/** The vector at another length. */
export function scaleTo(vector: Float32Array, length: number): Float32Array {
  const factor = length / Math.sqrt(dot(vector, vector))
  const scaled = new Float32Array(vector.length)
  for (let i = 0; i < scaled.length; i++) scaled[i] = vector[i]! * factor
  return scaled
}

/** The sign code of a vector: bit j of byte k is 1 exactly when value 8k + j is ≥ 0. */
export function packSigns(vector: Float32Array): Uint8Array {
  const code = new Uint8Array(vector.length / 8)
  for (let byte = 0; byte < code.length; byte++) {
    const from = 8 * byte
    let bits = 0
    for (let j = 0; j < 8; j++) if (vector[from + j]! >= 0) bits |= 1 << j
    code[byte] = bits
  }
  return code
}
