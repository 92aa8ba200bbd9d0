import { DsoError } from '../errors.ts'
import { contract, type ExpansionOptions } from './contract.ts'
import { EXPANDED } from './derive-positions.ts'
import { normalise } from './normalise.ts'
import { checkCount } from './record.ts'
import { unpackSigns } from './unpack-signs.ts'

/**
 * The direction that expanded signs point to: their projection onto the subspace of the expansion, at length 1. For 384
 * values the cosine to what was coded is .986.
 *
 * @param signs 960 bytes, a bit a dimension
 * @throws DsoError `LENGTH_MISMATCH`; `FORMAT_INVALID` when the projection is 0
 */
export function backProject(
  signs: Uint8Array,
  options: ExpansionOptions,
): Float64Array<ArrayBuffer> {
  checkCount(signs, EXPANDED / 8, 'signs')
  const direction = normalise(contract(unpackSigns(signs, 1), options))
  if (direction === undefined) throw new DsoError('FORMAT_INVALID', { details: { field: 'signs' } })
  return direction
}
