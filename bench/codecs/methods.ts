import { decodeRsign1 } from '../../src/protocol/codecs/decode-rsign1.ts'
import { decodeSign1 } from '../../src/protocol/codecs/decode-sign1.ts'
import { decodeTcq1 } from '../../src/protocol/codecs/decode-tcq1.ts'
import { encodeRsign1 } from '../../src/protocol/codecs/encode-rsign1.ts'
import { encodeSign1 } from '../../src/protocol/codecs/encode-sign1.ts'
import { encodeTcq1 } from '../../src/protocol/codecs/encode-tcq1.ts'
import { rotate } from '../../src/protocol/codecs/rotate.ts'
import { rotateBack } from '../../src/protocol/codecs/rotate-back.ts'
import type { Method } from './measure-errors.ts'
import { createProductQuantiser } from './product-quantiser.ts'
import { DIMENSION } from './sources.ts'
import { compressZip002, decompressZip002, dequantise, quantise } from './zip002.ts'

/** Of the rotations here; any text does as well. */
const SEED = 'dso/bench'

/** What seed B's Table 4 compares, and what is offered here in its place. */
export function createMethods(seed: number): Method[] {
  const quantiseProduct = createProductQuantiser(seed)
  const options = { count: DIMENSION, seed: SEED } as const
  return [
    { name: 'nothing', send: () => ({ bytes: 0, received: new Float32Array(DIMENSION) }) },
    { name: 'float32', send: (vector) => ({ bytes: 4 * DIMENSION, received: vector }) },
    {
      name: 'uint8',
      send: (vector) => ({ bytes: DIMENSION, received: dequantise(quantise(vector)) }),
    },
    {
      name: 'product',
      send: (vector) => {
        // Rotated values of a unit vector have the root mean square 1 / √7680.
        const unit = Math.sqrt(DIMENSION)
        const scaled = rotate(vector, SEED).map((value) => unit * value)
        const received = rotateBack(
          quantiseProduct(scaled).map((value) => value / unit),
          SEED,
        )
        return { bytes: DIMENSION / 4, received }
      },
    },
    {
      name: 'binary',
      send: (vector) => {
        const unit = 1 / Math.sqrt(DIMENSION)
        const received = vector.map((value) => (value >= 0 ? unit : -unit))
        return { bytes: DIMENSION / 8, received }
      },
    },
    {
      name: 'zip002',
      send: (vector) => {
        const code = compressZip002(vector)
        return { bytes: code.bytes, received: decompressZip002(code) }
      },
    },
    {
      name: 'sign1',
      send: (vector) => {
        const code = encodeSign1(vector)
        return { bytes: code.length, received: decodeSign1(code, { count: DIMENSION }) }
      },
    },
    {
      name: 'rsign1',
      send: (vector) => {
        const code = encodeRsign1(vector, { seed: SEED })
        return { bytes: code.length, received: decodeRsign1(code, options) }
      },
    },
    {
      name: 'tcq1',
      send: (vector) => {
        const code = encodeTcq1(vector, SEED)
        return { bytes: code.length, received: decodeTcq1(code, options) }
      },
    },
  ]
}
