import { decodeCanonical } from '../encoding/decode-canonical.ts'
import { parseValue } from '../schema/parse-value.ts'
import { type Experience, experienceSchema, MAX_EXPERIENCE_BYTES } from './experience.ts'

/**
 * Reads an experience that a stranger sent: at most 4096 bytes, canonical, exactly the known fields. Its text has not
 * been judged yet; see checkText and checkExample.
 *
 * @throws DsoError `BYTES_TOO_LONG`, `CBOR_NOT_CANONICAL`, `FORMAT_INVALID`
 */
export function decodeExperience(bytes: Uint8Array): Experience {
  const value = decodeCanonical(bytes, { maxBytes: MAX_EXPERIENCE_BYTES, maxDepth: 2 })
  return parseValue(experienceSchema, value, 'experience')
}
