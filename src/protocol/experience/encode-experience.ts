import { encodeCanonical } from '../encoding/encode-canonical.ts'
import { DsoError } from '../errors.ts'
import { parseValue } from '../schema/parse-value.ts'
import { type Experience, experienceSchema, MAX_EXPERIENCE_BYTES } from './experience.ts'

/**
 * The canonical bytes of an experience; its id is the dag-cbor CID of these. Checks the structure only: whether the
 * text may be shared is for checkText and checkExample to say.
 *
 * @throws DsoError `FORMAT_INVALID`, `BYTES_TOO_LONG` above 4096 bytes
 */
export function encodeExperience(experience: Experience): Uint8Array {
  const bytes = encodeCanonical(parseValue(experienceSchema, experience, 'experience'))
  if (bytes.length > MAX_EXPERIENCE_BYTES) {
    throw new DsoError('BYTES_TOO_LONG', {
      details: { bytes: bytes.length, most: MAX_EXPERIENCE_BYTES },
    })
  }
  return bytes
}
