import { DsoError } from '../../protocol/errors.ts'
import { readPriorRow } from './read-prior-row.ts'
import type { CodedTokenPrior, TokenPriorRow } from './token-prior.ts'
import type { TokenSchema } from './token-schema.ts'

/**
 * Decodes all rows of a prior and checks them against its schema.
 *
 * @throws DsoError `SCHEMA_MISMATCH`; `FORMAT_INVALID` for elements that are not of the schema or not ascending; what
 *   {@link readPriorRow} throws
 */
export function readPriorRows(
  { schema: id, rows }: Pick<CodedTokenPrior, 'schema' | 'rows'>,
  schema: TokenSchema,
): TokenPriorRow[] {
  if (id !== schema.id) {
    throw new DsoError('SCHEMA_MISMATCH', { details: { schema: id, expected: schema.id } })
  }
  let before = -1
  return rows.map((row) => {
    const { element } = row
    if (!Number.isInteger(element) || element <= before || element >= schema.centroids.length) {
      throw new DsoError('FORMAT_INVALID', {
        details: { format: 'token prior', path: 'rows', element },
      })
    }
    before = element
    return readPriorRow(row, schema.pieces.length)
  })
}
