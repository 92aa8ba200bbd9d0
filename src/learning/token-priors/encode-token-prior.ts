import { z } from 'zod'
import { signBytes } from '../../protocol/codecs/record.ts'
import { encodeCanonical } from '../../protocol/encoding/encode-canonical.ts'
import { parseCid } from '../../protocol/encoding/parse-cid.ts'
import { DsoError } from '../../protocol/errors.ts'
import { MAX_BLOCK_BYTES } from '../../protocol/ports/block-store.ts'
import { bytesField, cidField, integerField, nameField } from '../../protocol/schema/fields.ts'
import { parseValue } from '../../protocol/schema/parse-value.ts'
import type { CodedTokenPrior } from './token-prior.ts'
import { MAX_BINS, MAX_ELEMENTS } from './token-schema.ts'

/** The structure of an encoded prior; what its rows mean is for decodeTokenPrior to check. */
export const tokenPriorBody = z.strictObject({
  v: z.literal(1),
  schema: cidField,
  model: nameField(128),
  rows: z
    .array(
      z.tuple([
        integerField(0, MAX_ELEMENTS - 1),
        bytesField(1, signBytes(MAX_BINS)),
        bytesField(5, 4 + signBytes(MAX_BINS)),
      ]),
    )
    .min(1)
    .max(MAX_ELEMENTS),
})

/**
 * The canonical bytes of a prior: `{v, schema, model, rows}`, a row being `[element, mask, code]`. Its id is the dag-cbor
 * CID of these.
 *
 * @throws DsoError `FORMAT_INVALID` for a model's name or a prior without rows, `CID_INVALID`, `BYTES_TOO_LONG` above a
 *   block
 */
export function encodeTokenPrior({
  schema,
  model,
  rows,
}: CodedTokenPrior): Uint8Array<ArrayBuffer> {
  const body = {
    v: 1,
    schema: parseCid(schema),
    model,
    rows: rows.map(({ element, mask, code }) => [element, mask, code]),
  }
  const bytes = encodeCanonical(parseValue(tokenPriorBody, body, 'token prior'))
  if (bytes.length > MAX_BLOCK_BYTES) {
    throw new DsoError('BYTES_TOO_LONG', {
      details: { bytes: bytes.length, most: MAX_BLOCK_BYTES },
    })
  }
  return bytes
}
