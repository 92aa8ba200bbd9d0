import type { JsonValue } from '../sandbox/sandbox-result.ts'

/** Whether two values of JSON are equal; numbers may differ by what floating point makes of equal formulas. */
export function isSameJson(one: JsonValue, other: JsonValue): boolean {
  if (typeof one === 'number' && typeof other === 'number') return isClose(one, other)
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return one === other
  }
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other)) return false
    const others = other as readonly JsonValue[]
    return (
      one.length === others.length && one.every((each, i) => isSameJson(each, others[i] ?? null))
    )
  }
  const fields = Object.entries(one)
  const others = new Map(Object.entries(other))
  return (
    fields.length === others.size &&
    fields.every(([name, value]) => {
      const counterpart = others.get(name)
      return counterpart !== undefined && isSameJson(value as JsonValue, counterpart as JsonValue)
    })
  )
}

function isClose(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one))
}
