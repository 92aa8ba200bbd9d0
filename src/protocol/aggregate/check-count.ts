import { DsoError } from '../errors.ts'

/**
 * Checks that an option is an integer `least` … `most`.
 *
 * @throws DsoError `OPTION_INVALID` naming the option
 */
export function checkCount(
  field: string,
  value: number,
  { least, most }: { least: number; most: number },
): void {
  if (Number.isInteger(value) && value >= least && value <= most) return
  throw new DsoError('OPTION_INVALID', { details: { field, value, least, most } })
}
