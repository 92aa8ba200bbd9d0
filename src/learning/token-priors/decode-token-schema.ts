import { decodeCanonical } from '../../protocol/encoding/decode-canonical.ts'
import { equalBytes } from '../../protocol/encoding/equal-bytes.ts'
import { DsoError } from '../../protocol/errors.ts'
import { MAX_BLOCK_BYTES } from '../../protocol/ports/block-store.ts'
import { parseValue } from '../../protocol/schema/parse-value.ts'
import { createTokenSchema } from './create-token-schema.ts'
import { type TokenSchema, tokenSchemaBody } from './token-schema.ts'

/**
 * Reads a schema that a stranger sent: canonical, exactly the known fields, pieces in order.
 *
 * @throws DsoError `BYTES_TOO_LONG`, `CBOR_NOT_CANONICAL`, `FORMAT_INVALID`, `PROFILE_MISMATCH`, `LENGTH_MISMATCH`,
 *   `SCALE_INVALID`
 */
export function decodeTokenSchema(bytes: Uint8Array): TokenSchema {
  const value = decodeCanonical(bytes, { maxBytes: MAX_BLOCK_BYTES, maxDepth: 2 })
  const schema = createTokenSchema(parseValue(tokenSchemaBody, value, 'token schema'))
  // Pieces in another order would give one schema two ids.
  if (!equalBytes(bytes, schema.bytes)) {
    throw new DsoError('FORMAT_INVALID', {
      details: { format: 'token schema', path: 'pieces', reason: 'not in order' },
    })
  }
  return schema
}
