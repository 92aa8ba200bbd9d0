/** What seed B's Algorithm 2 makes of a vector. */
export interface Zip002Code {
  /** The first value in 8 bits. */
  first: number
  /** Whether each difference is ≥ 0, run by run, beginning with the sign of the first. */
  startsUp: boolean
  runs: number[]
  /** Bytes by seed B eq. 18: the first value, and for each run a byte of sign and the bytes of its length. */
  bytes: number
}

/**
 * Seed B's Algorithm 2 as printed: 8 bits a value, the sign of each difference, run lengths. What a difference was
 * besides its sign is lost, so that no decoder can undo it; it is here to be measured.
 *
 * @param vector L2 norm 1
 */
export function compressZip002(vector: Float32Array): Zip002Code {
  const steps = quantise(vector)
  const runs: number[] = []
  const startsUp = (steps[1] ?? 0) >= (steps[0] ?? 0)
  let up = startsUp
  let length = 0
  for (let i = 1; i < steps.length; i++) {
    const rises = steps[i]! >= steps[i - 1]!
    if (rises !== up) {
      runs.push(length)
      length = 0
      up = rises
    }
    length++
  }
  runs.push(length)
  const longest = runs.reduce((most, each) => Math.max(most, each), 1)
  const lengthBytes = Math.max(1, Math.ceil(Math.log2(longest) / 8))
  return { first: steps[0] ?? 0, startsUp, runs, bytes: 1 + runs.length * (1 + lengthBytes) }
}

/** Seed B's Algorithm 3 as printed: a walk of steps of one from the first value. */
export function decompressZip002({ first, startsUp, runs }: Zip002Code): Float32Array {
  const length = 1 + runs.reduce((sum, run) => sum + run, 0)
  const vector = new Float32Array(length)
  let step = first
  let at = 0
  let up = startsUp
  vector[at++] = step / 127.5 - 1
  for (const run of runs) {
    for (let i = 0; i < run; i++) {
      step += up ? 1 : -1
      vector[at++] = step / 127.5 - 1
    }
    up = !up
  }
  return vector
}

/** Line 1 of Algorithm 2: 8 bits a value over −1 … 1, rounded down. */
export function quantise(vector: Float32Array): Uint8Array {
  return Uint8Array.from(vector, (value) => Math.floor((value + 1) * 127.5))
}

/** What {@link quantise} keeps of a vector, by line 5 of Algorithm 3. */
export function dequantise(steps: Uint8Array): Float32Array {
  return Float32Array.from(steps, (step) => step / 127.5 - 1)
}
