import { DsoError } from '../errors.ts'
import type { Contribution } from './contributor-seed.ts'
import { decodeDirect16 } from './decode-direct16.ts'
import { decodeDirect8 } from './decode-direct8.ts'
import { decodeRsign1 } from './decode-rsign1.ts'
import { decodeRsign1c } from './decode-rsign1c.ts'
import { decodeSign1 } from './decode-sign1.ts'
import { decodeTcq1 } from './decode-tcq1.ts'

/** A codec and what its bytes do not say of themselves; it travels in what is signed around a code, never in the code. */
export type CodecDescription =
  | { codec: 'sign1'; count: number; blockSize?: number }
  | { codec: 'rsign1'; count: 384 | 7680; seed: string; centroid?: Float32Array }
  | ({ codec: 'rsign1c'; count: 384 | 7680; centroid?: Float32Array } & Contribution)
  | { codec: 'direct8'; count: number }
  | { codec: 'direct16'; count: number }
  | { codec: 'tcq1'; count: 384 | 7680; seed: string }

/**
 * The values of a code, by the codec that its description names. A length alone never selects a codec.
 *
 * @returns `count` values
 * @throws DsoError `CODEC_UNKNOWN`; what the decoder of the codec throws
 */
export function decodeVector(
  code: Uint8Array,
  description: CodecDescription,
): Float32Array<ArrayBuffer> {
  switch (description.codec) {
    case 'sign1':
      return decodeSign1(code, description)
    case 'rsign1':
      return decodeRsign1(code, description)
    case 'rsign1c':
      return decodeRsign1c(code, description)
    case 'direct8':
      return decodeDirect8(code, description.count)
    case 'direct16':
      return decodeDirect16(code, description.count)
    case 'tcq1':
      return decodeTcq1(code, description)
    default: {
      const { codec } = description as { codec: unknown }
      throw new DsoError('CODEC_UNKNOWN', { details: { field: 'codec', codec } })
    }
  }
}
