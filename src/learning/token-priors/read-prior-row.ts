import { decodeSign1 } from '../../protocol/codecs/decode-sign1.ts'
import { readScale, signBytes } from '../../protocol/codecs/record.ts'
import { DsoError } from '../../protocol/errors.ts'
import { type CodedPriorRow, MAX_ROW_SCALE, type TokenPriorRow } from './token-prior.ts'

/**
 * Decodes one row (seed A eq. 3): its scale where the sign is 1, minus the scale where it is 0.
 *
 * @param bins bins of the schema
 * @throws DsoError `LENGTH_MISMATCH`; `SCALE_INVALID` unless the scale is above 0 and at most 8 nats; `FORMAT_INVALID` for
 *   unused bits that are not 0, or a row that speaks of nothing
 */
export function readPriorRow({ element, mask, code }: CodedPriorRow, bins: number): TokenPriorRow {
  const named = readMask(mask, bins, element)
  if (code.length !== 4 + signBytes(named.length)) {
    throw new DsoError('LENGTH_MISMATCH', {
      details: {
        field: 'code',
        element,
        bytes: code.length,
        expected: 4 + signBytes(named.length),
      },
    })
  }
  const scale = readScale(code)
  if (!(scale > 0 && scale <= MAX_ROW_SCALE)) {
    throw new DsoError('SCALE_INVALID', { details: { element, scale, most: MAX_ROW_SCALE } })
  }
  return { element, bins: named, values: decodeSign1(code, { count: named.length }) }
}

function readMask(mask: Uint8Array, bins: number, element: number): Uint32Array {
  if (mask.length !== signBytes(bins)) {
    throw new DsoError('LENGTH_MISMATCH', {
      details: { field: 'mask', element, bytes: mask.length, expected: signBytes(bins) },
    })
  }
  const named: number[] = []
  for (let byte = 0; byte < mask.length; byte++) {
    for (let rest = mask[byte]!; rest !== 0; rest &= rest - 1) {
      named.push(8 * byte + 31 - Math.clz32(rest & -rest))
    }
  }
  if (named.length === 0 || named.at(-1)! >= bins) {
    throw new DsoError('FORMAT_INVALID', { details: { field: 'mask', element, bins } })
  }
  return Uint32Array.from(named)
}
