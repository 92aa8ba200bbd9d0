import type { Verdict } from '../../protocol/ports.ts'
import type { ErrorGrade } from './create-universe.ts'
import type { DrawnParameter } from './draw-call.ts'

/**
 * Executes a call as the service would: accepts it when every parameter has its one accepted value, otherwise names
 * each wrong parameter, what it got and, by the tool's grade, what it expects. A silent service only refuses.
 */
export function verifyCall(
  answer: string,
  parameters: readonly DrawnParameter[],
  grade: ErrorGrade,
): Verdict {
  const call = parseCall(answer)
  const fields: Record<string, boolean> = {}
  const complaints: string[] = []
  for (const parameter of parameters) {
    const value = call?.[parameter.name]
    const correct = isAccepted(value, parameter.accepted)
    fields[parameter.name] = correct
    if (!correct) complaints.push(complain(parameter, value, grade))
  }
  const success = complaints.length === 0
  if (success) return { success, fields, message: '' }
  if (call === undefined) return { success, fields, message: 'the call is not a JSON object' }
  return { success, fields, message: grade === 'silent' ? 'refused' : complaints.join('; ') }
}

function parseCall(answer: string): Record<string, unknown> | undefined {
  if (answer.length > 4096) return undefined
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
  if (typeof accepted === 'number') return value !== '' && Math.abs(Number(value) - accepted) < 1e-9
  if (typeof value === 'number') return /^\d/.test(accepted) && Number(accepted) === value
  return value === accepted
}

function complain(
  { name, explicit, vague }: DrawnParameter,
  value: unknown,
  grade: ErrorGrade,
): string {
  const got =
    typeof value === 'string' || typeof value === 'number'
      ? ` (got ${JSON.stringify(value)})`
      : ' (missing)'
  return `${name}: ${grade === 'explicit' ? explicit : vague}${got}`
}
