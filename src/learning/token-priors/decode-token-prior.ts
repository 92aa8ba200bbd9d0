import { decodeCanonical } from '../../protocol/encoding/decode-canonical.ts'
import { MAX_BLOCK_BYTES } from '../../protocol/ports/block-store.ts'
import { parseValue } from '../../protocol/schema/parse-value.ts'
import { tokenPriorBody } from './encode-token-prior.ts'
import { readPriorRows } from './read-prior-rows.ts'
import type { CodedTokenPrior } from './token-prior.ts'
import type { TokenSchema } from './token-schema.ts'

/**
 * Reads a prior that a stranger sent: canonical, of this schema, elements ascending, and every row as an encoder makes
 * it. What it says has not been judged: like an experience it has to prove itself on this node.
 *
 * @throws DsoError `BYTES_TOO_LONG`, `CBOR_NOT_CANONICAL`, `FORMAT_INVALID`, `SCHEMA_MISMATCH`, `LENGTH_MISMATCH`,
 *   `SCALE_INVALID`
 */
export function decodeTokenPrior(bytes: Uint8Array, schema: TokenSchema): CodedTokenPrior {
  const value = decodeCanonical(bytes, { maxBytes: MAX_BLOCK_BYTES, maxDepth: 3 })
  const body = parseValue(tokenPriorBody, value, 'token prior')
  const rows = body.rows.map(([element, mask, code]) => ({ element, mask, code }))
  const prior = { schema: body.schema.toString(), model: body.model, rows }
  readPriorRows(prior, schema)
  return prior
}
