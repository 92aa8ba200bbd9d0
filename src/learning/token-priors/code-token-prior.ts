import { encodeSign1 } from '../../protocol/codecs/encode-sign1.ts'
import { signBytes } from '../../protocol/codecs/record.ts'
import { DsoError } from '../../protocol/errors.ts'
import { checkPriorRows } from './check-prior-rows.ts'
import {
  type CodedPriorRow,
  type CodedTokenPrior,
  MAX_ROW_SCALE,
  type TokenPrior,
  type TokenPriorRow,
} from './token-prior.ts'
import type { TokenSchema } from './token-schema.ts'

/** What is coded. */
export interface CodeTokenPriorOptions {
  schema: TokenSchema
  /** Its values stay below 2^64. */
  prior: TokenPrior
  /** The language model that the scales fit. */
  model: string
  /**
   * The scale of a row, by default the mean magnitude of its values (seed A eq. 2), which is in the unit of use, not of
   * logits; fitRowScale finds one in logits. 0 leaves the row out.
   */
  scaleOf?: (row: TokenPriorRow) => number
}

/**
 * Codes a prior as signs and a scale a row (seed A eq. 2). Only entries that are known have a sign; which they are is a
 * bit each. A row takes 4 + ⌈m / 8⌉ + ⌈k / 8⌉ bytes for k known entries of m bins.
 *
 * @throws DsoError `SCHEMA_MISMATCH`; `FORMAT_INVALID` for rows or bins that are not of the schema or not in order;
 *   `VALUE_NOT_FINITE`; `SCALE_INVALID` for a scale that is negative, not finite or above 8 nats
 */
export function codeTokenPrior({
  schema,
  prior,
  model,
  scaleOf,
}: CodeTokenPriorOptions): CodedTokenPrior {
  checkPriorRows(schema, prior)
  const rows = prior.rows.flatMap((row): CodedPriorRow[] => {
    const scale = Math.fround(scaleOf?.(row) ?? meanMagnitude(row.values))
    if (!(scale >= 0 && scale <= MAX_ROW_SCALE)) {
      throw new DsoError('SCALE_INVALID', {
        details: { field: 'rows', element: row.element, scale, most: MAX_ROW_SCALE },
      })
    }
    if (scale === 0) return []
    const mask = new Uint8Array(signBytes(schema.pieces.length))
    for (const bin of row.bins) mask[bin >> 3]! |= 1 << (bin & 7)
    const code = encodeSign1(row.values, { chooseScale: () => scale })
    return [{ element: row.element, mask, code }]
  })
  return { schema: schema.id, model, rows }
}

function meanMagnitude(values: Float32Array): number {
  return values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length
}
