import { readCodeValues } from '../../protocol/aggregate/code-values.ts'
import { compareBytes } from '../../protocol/encoding/compare-bytes.ts'
import { computeCid } from '../../protocol/encoding/compute-cid.ts'
import { encodeCanonical } from '../../protocol/encoding/encode-canonical.ts'
import { DsoError } from '../../protocol/errors.ts'
import { MAX_BLOCK_BYTES } from '../../protocol/ports/block-store.ts'
import { parseValue } from '../../protocol/schema/parse-value.ts'
import { MAX_ENTRIES, type TokenSchema, tokenSchemaBody } from './token-schema.ts'

/** What a schema is made of; see {@link TokenSchema}. */
export type CreateTokenSchemaOptions = Pick<TokenSchema, 'profile' | 'centroids' | 'pieces'>

/**
 * Makes a schema for token priors. The order of the pieces does not matter, that of the centroids does.
 *
 * @throws DsoError `FORMAT_INVALID` for pieces that are empty, too long, not whole characters or there twice, or for too
 *   many entries; `PROFILE_MISMATCH`, `LENGTH_MISMATCH`, `SCALE_INVALID` for centroids; `BYTES_TOO_LONG` above a block
 */
export function createTokenSchema(options: CreateTokenSchemaOptions): TokenSchema {
  const body = parseValue(tokenSchemaBody, { v: 1, ...pick(options) }, 'token schema')
  const { profile, centroids, pieces } = body
  const entries = centroids.length * pieces.length
  if (entries > MAX_ENTRIES) throw refuse('pieces', `${entries} entries`)
  const repeated = pieces.findIndex((piece, index) => piece === pieces[index - 1])
  if (repeated >= 0) throw refuse(`pieces.${repeated}`, 'there twice')
  readCodeValues(centroids.map((bytes) => ({ profile, bytes })))
  const bytes = encodeCanonical(body)
  if (bytes.length > MAX_BLOCK_BYTES) {
    throw new DsoError('BYTES_TOO_LONG', {
      details: { bytes: bytes.length, most: MAX_BLOCK_BYTES },
    })
  }
  return { id: computeCid(bytes, 'dag-cbor').toString(), bytes, profile, centroids, pieces }
}

function pick({ profile, centroids, pieces }: CreateTokenSchemaOptions) {
  const encoder = new TextEncoder()
  const sorted = pieces
    .map((piece) => ({ piece, key: encoder.encode(piece) }))
    .toSorted((a, b) => compareBytes(a.key, b.key))
  return { profile, centroids: [...centroids], pieces: sorted.map(({ piece }) => piece) }
}

function refuse(path: string, reason: string): DsoError {
  return new DsoError('FORMAT_INVALID', { details: { format: 'token schema', path, reason } })
}
