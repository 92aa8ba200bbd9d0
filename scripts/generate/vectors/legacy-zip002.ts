import { compressZip002, decompressZip002 } from '../../../bench/codecs/zip002.ts'
import { sampleVector } from './sample-vector.ts'

/** Seed B's Algorithms 2 and 3 as printed, on vectors of length 1, and how far from them they end. */
export function createLegacyZip002Vectors(): object {
  const noise = sampleVector(41, 7680)
  let value = 0
  const smooth = noise.map((fresh) => (value = Math.fround(0.99 * value + fresh)))
  const padded = noise.map((fresh, i) => (i < 4096 ? fresh : 0))
  return {
    description:
      'A codec that does not work: signs of differences of 8-bit values in run lengths (compression), summed up as steps of one (decompression), exactly as printed in ZIP-002, Algorithms 2 and 3. `vector` says what is divided by its L2 norm: a sample of 7680 values (lcg, see README), its running average v ← f32(0.99 v + x), or the sample with zeros from 4096 on. `bytes` counts one byte and for each run its sign byte and length bytes (eq. 18); 964 were promised. `norm` and `cosine` (to the vector) are of what is decoded, `rmsePercent` is 100 · √(mean squared error); a decoder that returns zeros errs by 1.141.',
    promised: { bytes: 964, rmsePercent: 0.51 },
    cases: [
      measure('sample', noise),
      measure('running average', smooth),
      measure('padded', padded),
    ],
  }
}

function measure(vector: string, values: Float32Array): object {
  const norm = Math.sqrt(dot(values, values))
  const unit = values.map((value) => value / norm)
  const code = compressZip002(unit)
  const decoded = decompressZip002(code)
  const length = Math.sqrt(dot(decoded, decoded))
  const errors = unit.map((value, i) => value - decoded[i]!)
  return {
    vector,
    lcg: 41,
    first: code.first,
    startsUp: code.startsUp,
    runs: code.runs.length,
    bytes: code.bytes,
    norm: length,
    cosine: dot(unit, decoded) / (Math.sqrt(dot(unit, unit)) * length),
    rmsePercent: 100 * Math.sqrt(dot(errors, errors) / 7680),
  }
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}
