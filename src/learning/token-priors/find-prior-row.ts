import { readPriorRow } from './read-prior-row.ts'
import type { CodedTokenPrior, TokenPriorRow } from './token-prior.ts'

/**
 * What a prior says in one kind of context, undefined where it says nothing. Only that row is decoded, so a change from
 * one tenant's prior to another's costs no more.
 *
 * @param element of the schema; negative for a context that belongs to none
 * @param bins bins of the schema
 * @throws DsoError as {@link readPriorRow} does
 */
export function findPriorRow(
  { rows }: Pick<CodedTokenPrior, 'rows'>,
  element: number,
  bins: number,
): TokenPriorRow | undefined {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle]!.element < element) low = middle + 1
    else high = middle
  }
  const row = rows[low]
  return row?.element === element ? readPriorRow(row, bins) : undefined
}
