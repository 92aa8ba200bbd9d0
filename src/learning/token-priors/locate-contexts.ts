import { assignToCentroids } from '../../protocol/aggregate/assign-to-centroids.ts'
import { type TravellingCode, readCodeValues } from '../../protocol/aggregate/code-values.ts'
import { DsoError } from '../../protocol/errors.ts'
import type { TokenSchema } from './token-schema.ts'

/** Contexts, and how near to an element they have to be. */
export interface LocateContextsOptions {
  schema: TokenSchema
  /** Embedding codes of the contexts, of the schema's profile. None is allowed. */
  codes: readonly TravellingCode[]
  /** Greatest distance, as for assignToCentroids. @defaultValue any */
  within?: number
}

/**
 * The element of the schema that each context belongs to: s(x) of seed A §3.1. It is the nearest centroid, on equal
 * distances the first; NO_CENTROID (−1) where none is near enough. Integers throughout, so all nodes agree.
 *
 * @throws DsoError `PROFILE_MISMATCH`, `LENGTH_MISMATCH`, `SCALE_INVALID`, `FORMAT_INVALID`, `OPTION_INVALID`
 */
export function locateContexts({ schema, codes, within }: LocateContextsOptions): Int32Array {
  if (codes.length === 0) return new Int32Array(0)
  const { profile, centroids } = schema
  const values = readCodeValues(codes)
  if (codes[0]?.profile !== profile) {
    throw new DsoError('PROFILE_MISMATCH', {
      details: { field: 'codes', profile: codes[0]?.profile, expected: profile },
    })
  }
  return assignToCentroids({
    codes: values,
    centroids: readCodeValues(centroids.map((bytes) => ({ profile, bytes }))),
    ...(within === undefined ? {} : { within }),
  })
}
