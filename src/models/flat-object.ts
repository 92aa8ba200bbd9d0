/** A flat object as the canonical text of an object completion: exactly `keys`, in their order, no spaces. */
function formatFlatObject(
  keys: readonly string[],
  values: Readonly<Record<string, unknown>>,
): string {
  const fields = keys.map((key) => {
    const value = Object.hasOwn(values, key) ? values[key] : ''
    return `${JSON.stringify(key)}:${JSON.stringify(toScalar(value))}`
  })
  return `{${fields.join(',')}}`
}

/**
 * Makes the best of a text that should be a flat JSON object: code fences and prose around it are ignored, missing
 * keys become empty strings, further keys are dropped, and a nested value becomes its JSON text.
 */
export function coerceFlatObject(keys: readonly string[], text: string): string {
  return formatFlatObject(keys, parseObject(text) ?? {})
}

function parseObject(text: string): Record<string, unknown> | undefined {
  const start = text.indexOf('{')
  const end = text.lastIndexOf('}')
  if (start < 0 || end < start) return undefined
  try {
    const value: unknown = JSON.parse(text.slice(start, end + 1))
    return value as Record<string, unknown>
  } catch {
    return undefined
  }
}

function toScalar(value: unknown): string | number | boolean | null {
  if (typeof value === 'object' && value !== null) return JSON.stringify(value)
  return value as string | number | boolean | null
}
