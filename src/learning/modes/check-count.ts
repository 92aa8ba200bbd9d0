import { DsoError } from '../../protocol/errors.ts'

/** Refuses what is not an integer in 1…`most`. @throws DsoError `OPTION_INVALID` with the option's name and value */
export function checkCount(option: string, value: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= 1 && value <= most) return
  throw new DsoError('OPTION_INVALID', { details: { option, value } })
}
