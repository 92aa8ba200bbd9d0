import { DsoError } from '../errors.ts'

/** Vectors as one matrix. */
export interface StackedVectors {
  /** Row by row. */
  rows: Float32Array
  /** Rows. */
  count: number
  /** Values in a row. */
  dimension: number
}

/**
 * Copies vectors into one matrix and checks them.
 *
 * @throws DsoError `SAMPLE_EMPTY` without vectors or values, `LENGTH_MISMATCH` for vectors of several lengths,
 *   `VALUE_NOT_FINITE` for NaN and infinities; each names the field, and the vector by its index
 */
export function stackVectors(vectors: readonly Float32Array[]): StackedVectors {
  const dimension = vectors[0]?.length ?? 0
  if (dimension === 0) {
    throw new DsoError('SAMPLE_EMPTY', { details: { field: 'vectors', count: vectors.length } })
  }
  const rows = new Float32Array(vectors.length * dimension)
  for (const [index, vector] of vectors.entries()) {
    if (vector.length !== dimension) {
      throw new DsoError('LENGTH_MISMATCH', {
        details: { field: 'vectors', index, length: vector.length, expected: dimension },
      })
    }
    rows.set(vector, index * dimension)
  }
  // A sum of f32 in f64 is finite exactly when all of them are: one cheap pass tells.
  let sum = 0
  for (let i = 0; i < rows.length; i++) sum += rows[i]!
  if (!Number.isFinite(sum)) {
    const at = rows.findIndex((value) => !Number.isFinite(value))
    const place = { index: Math.floor(at / dimension), dimension: at % dimension }
    throw new DsoError('VALUE_NOT_FINITE', {
      details: { field: 'vectors', ...place, value: rows[at] },
    })
  }
  return { rows, count: vectors.length, dimension }
}
