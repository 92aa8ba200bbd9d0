import { hexToBytes } from '@noble/hashes/utils.js'
import { DsoError } from '../errors.ts'

/**
 * Reads `0x`-prefixed hex, upper or lower case.
 *
 * @param length when given, the number of bytes that must result
 * @throws DsoError `FORMAT_INVALID` when it is not hex, or not of this length
 */
export function decodeHex(text: string, length?: number): Uint8Array {
  const bytes = (text.length - 2) / 2
  const fits = length === undefined ? Number.isInteger(bytes) && bytes >= 0 : bytes === length
  if (!fits || !/^0x[0-9a-f]*$/i.test(text)) {
    throw new DsoError('FORMAT_INVALID', {
      details: {
        field: 'hex',
        characters: text.length,
        ...(length === undefined ? {} : { length }),
      },
    })
  }
  return hexToBytes(text.slice(2))
}
