import { formatJsonLine } from '../../protocol/encoding/format-json-line.ts'
import type { Verdict } from '../../protocol/ports.ts'
import type { ErrorGrade } from '../common/grades.ts'
import type { DrawnParameter } from './draw-call.ts'

/** Longest answer that is read, in UTF-16 units. */
const MAX_ANSWER_LENGTH = 4096
/** How much of a wrong value a message repeats, in UTF-16 units. */
const MAX_QUOTED_LENGTH = 120

/**
 * Executes a call as the service would: accepts it when every parameter has its one accepted value, otherwise names
 * each wrong parameter, what it got and, by the tool's grade, what it expects. A silent service only refuses: neither
 * message nor fields tell which parameter was wrong.
 */
export function verifyCall(
  answer: string,
  parameters: readonly DrawnParameter[],
  grade: ErrorGrade,
): Verdict {
  const call = parseCall(answer)
  const wrong = parameters.filter(({ name, accepted }) => !isAccepted(call?.[name], accepted))
  const success = wrong.length === 0
  const isCorrect = (parameter: DrawnParameter): boolean =>
    grade === 'silent' ? success : !wrong.includes(parameter)
  const fields = Object.fromEntries(
    parameters.map((parameter) => [parameter.name, isCorrect(parameter)]),
  )
  if (success) return { success, fields, message: '' }
  if (call === undefined) return { success, fields, message: 'the call is not a JSON object' }
  if (grade === 'silent') return { success, fields, message: 'refused' }
  const complaints = wrong.map((parameter) => complain(parameter, call[parameter.name], grade))
  return { success, fields, message: complaints.join('; ') }
}

function parseCall(answer: string): Record<string, unknown> | undefined {
  if (answer.length > MAX_ANSWER_LENGTH) return undefined
  try {
    const value: unknown = JSON.parse(answer)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value }
      : undefined
  } catch {
    return undefined
  }
}

function isAccepted(value: unknown, accepted: string | number): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false
  if (typeof accepted === 'number') return Math.abs(toNumber(value) - accepted) < 1e-9
  if (typeof value === 'number') return /^\d/.test(accepted) && Number(accepted) === value
  return value === accepted
}

/** Plain decimals only: what `Number` also takes (hexadecimal, exponents, blanks for zero), no service means. */
function toNumber(value: string | number): number {
  if (typeof value === 'number') return value
  return /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)\s*$/.test(value) ? Number(value) : Number.NaN
}

function complain(
  { name, explicit, vague }: DrawnParameter,
  value: unknown,
  grade: ErrorGrade,
): string {
  const got =
    typeof value === 'string' || typeof value === 'number'
      ? ` (got ${formatJsonLine(shorten(value))})`
      : ' (missing)'
  return `${name}: ${grade === 'explicit' ? explicit : vague}${got}`
}

function shorten(value: string | number): string | number {
  return typeof value === 'number' || value.length <= MAX_QUOTED_LENGTH
    ? value
    : `${value.slice(0, MAX_QUOTED_LENGTH)}…`
}
