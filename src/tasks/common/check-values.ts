import type { Answer, Complaint } from './judge-answer.ts'

/** The one value that a member of an answer must have. */
export interface ExpectedValue {
  field: string
  accepted: string | number
  explicit: string
  vague: string
}

/** Complains of every member that does not have its one accepted value. */
export function checkValues(answer: Answer, expected: readonly ExpectedValue[]): Complaint[] {
  return expected
    .filter(({ field, accepted }) => !isSameValue(answer[field], accepted))
    .map(({ field, explicit, vague }) => ({ field, explicit, vague }))
}

/** A number may arrive as its plain decimal text, and a text that reads as a number of JSON as that number. */
export function isSameValue(value: unknown, accepted: string | number): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false
  if (typeof accepted === 'number') return Math.abs(toNumber(value) - accepted) < 1e-9
  if (typeof value === 'string') return value === accepted
  return JSON_NUMBER.test(accepted) && Number(accepted) === value
}

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/

/** Plain decimals only: what `Number` also takes (hexadecimal, exponents, blanks for zero), no service means. */
function toNumber(value: string | number): number {
  if (typeof value === 'number') return value
  return /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)\s*$/.test(value) ? Number(value) : Number.NaN
}
