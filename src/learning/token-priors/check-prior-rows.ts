import { DsoError } from '../../protocol/errors.ts'
import type { TokenPrior } from './token-prior.ts'
import type { TokenSchema } from './token-schema.ts'

/** Values above cannot be added up in f32. */
const MOST_VALUE = 2 ** 64

/**
 * Checks a prior against its schema.
 *
 * @throws DsoError `SCHEMA_MISMATCH`; `FORMAT_INVALID` for rows or bins that are not of the schema, not ascending or
 *   missing; `LENGTH_MISMATCH`; `VALUE_NOT_FINITE` for values that are not finite or too large; `FORMAT_INVALID` for 0
 */
export function checkPriorRows(schema: TokenSchema, prior: TokenPrior): void {
  if (prior.schema !== schema.id) {
    throw new DsoError('SCHEMA_MISMATCH', {
      details: { schema: prior.schema, expected: schema.id },
    })
  }
  let before = -1
  for (const [index, { element, bins, values }] of prior.rows.entries()) {
    const field = `rows[${index}]`
    if (!isNext(element, before, schema.centroids.length)) {
      throw new DsoError('FORMAT_INVALID', { details: { field, element } })
    }
    before = element
    if (bins.length !== values.length || bins.length === 0) {
      throw new DsoError('LENGTH_MISMATCH', {
        details: { field, bins: bins.length, values: values.length },
      })
    }
    let last = -1
    for (let i = 0; i < bins.length; i++) {
      const bin = bins[i]!
      const value = values[i]!
      if (!isNext(bin, last, schema.pieces.length) || value === 0) {
        throw new DsoError('FORMAT_INVALID', { details: { field, index: i, bin, value } })
      }
      if (!(Math.abs(value) < MOST_VALUE)) {
        throw new DsoError('VALUE_NOT_FINITE', { details: { field, index: i, value } })
      }
      last = bin
    }
  }
}

function isNext(value: number, before: number, count: number): boolean {
  return Number.isInteger(value) && value > before && value < count
}
