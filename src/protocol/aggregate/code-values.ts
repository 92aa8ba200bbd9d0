import { decodeSteps } from '../codecs/direct-steps.ts'
import { checkBytes, readScale, SCALE_BYTES } from '../codecs/record.ts'
import { DsoError } from '../errors.ts'
import { findProfile } from '../profiles/find-profile.ts'
import type { EmbeddingProfile } from '../profiles/profile.ts'

/**
 * The values of an embedding code without the sender's scale: signs (Uint8Array, bit j of byte k is dimension 8k + j) or
 * levels (Int8Array, one a dimension).
 */
export type CodeValues = Uint8Array | Int8Array

/** An embedding code as it travels in an experience. */
export interface TravellingCode {
  /** Id of its profile. */
  profile: string
  bytes: Uint8Array
}

/**
 * Takes the values out of codes of one profile. The scale is checked, then left behind: as a weight it would be of the
 * sender's choice.
 *
 * @throws DsoError `SAMPLE_EMPTY` without codes; `PROFILE_MISMATCH` for a profile that is unknown or not that of the first
 *   code; `LENGTH_MISMATCH`, `SCALE_INVALID`, `FORMAT_INVALID` for a code that no encoder makes; each with the index
 */
export function readCodeValues(codes: readonly TravellingCode[]): CodeValues[] {
  const first = codes[0]
  if (first === undefined) throw new DsoError('SAMPLE_EMPTY', { details: { field: 'codes' } })
  const profile = findProfile(first.profile)
  return codes.map(({ profile: id, bytes }, index) => {
    if (profile === undefined || id !== first.profile) {
      throw new DsoError('PROFILE_MISMATCH', {
        details: { field: 'codes', index, profile: id, expected: profile?.id },
      })
    }
    try {
      return readValues(profile, bytes)
    } catch (error) {
      if (!DsoError.is(error)) throw error
      const details = { ...error.details, field: 'codes', index }
      throw new DsoError(error.code, { details, cause: error })
    }
  })
}

function readValues({ codec, bytes, dimension, id }: EmbeddingProfile, code: Uint8Array) {
  if (codec === 'direct8') return Int8Array.from(decodeSteps(code, dimension, 1).steps)
  checkBytes(code, bytes)
  const scale = readScale(code)
  if (scale === 0) throw new DsoError('SCALE_INVALID', { details: { scale, profile: id } })
  return code.slice(SCALE_BYTES)
}
