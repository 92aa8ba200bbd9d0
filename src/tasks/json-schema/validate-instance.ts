/** The part of JSON Schema that the suite's services publish. */
export interface Schema {
  type?: 'object' | 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'null'
  enum?: readonly (string | number | boolean | null)[]
  minimum?: number
  maximum?: number
  multipleOf?: number
  minLength?: number
  maxLength?: number
  /** A regular expression without nested repetition: it is tried on foreign texts. */
  pattern?: string
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  additionalProperties?: false
  items?: Schema
  minItems?: number
  maxItems?: number
  uniqueItems?: true
}

/** A place of an instance that a schema does not accept. */
export interface SchemaFault {
  /** Names and places from the root, e.g. `['tags', '0']`. */
  path: readonly string[]
  /** What is expected there, e.g. `must be at least 3`. */
  reason: string
}

/**
 * Validates an instance against a schema: every fault, in the schema's order; none when it is valid. Lengths count
 * code points. Whatever the instance is, nothing is thrown.
 */
export function validateInstance(
  schema: Schema,
  value: unknown,
  path: readonly string[] = [],
): SchemaFault[] {
  if (schema.type !== undefined && !hasType(value, schema.type)) {
    return [{ path, reason: `must be ${ARTICLES[schema.type]}` }]
  }
  const faults = checkValue(schema, value).map((reason) => ({ path, reason }))
  if (Array.isArray(value)) return [...faults, ...validateItems(schema, value, path)]
  if (typeof value === 'object' && value !== null) {
    return [...faults, ...validateMembers(schema, value as Record<string, unknown>, path)]
  }
  return faults
}

const ARTICLES = {
  object: 'an object',
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'a boolean',
  array: 'an array',
  null: 'null',
} as const

function hasType(value: unknown, type: NonNullable<Schema['type']>): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value)
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'array':
      return Array.isArray(value)
    case 'null':
      return value === null
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'string':
    case 'boolean':
      return typeof value === type
  }
}

function checkValue(schema: Schema, value: unknown): string[] {
  const out: string[] = []
  if (schema.enum !== undefined && !schema.enum.some((one) => one === value))
    out.push(`must be one of ${schema.enum.map((one) => JSON.stringify(one)).join(', ')}`)
  if (typeof value === 'number') {
    const { minimum, maximum, multipleOf } = schema
    if (minimum !== undefined && value < minimum) out.push(`must be at least ${minimum}`)
    if (maximum !== undefined && value > maximum) out.push(`must be at most ${maximum}`)
    if (multipleOf !== undefined && value % multipleOf !== 0)
      out.push(`must be a multiple of ${multipleOf}`)
  }
  if (typeof value === 'string') {
    const length = Array.from(value).length
    const { minLength, maxLength, pattern } = schema
    if (minLength !== undefined && length < minLength)
      out.push(`must have at least ${minLength} characters`)
    if (maxLength !== undefined && length > maxLength)
      out.push(`must have at most ${maxLength} characters`)
    if (pattern !== undefined && !new RegExp(pattern, 'u').test(value))
      out.push(`must match ${pattern}`)
  }
  return out
}

function validateItems(
  { items, minItems, maxItems, uniqueItems }: Schema,
  values: readonly unknown[],
  path: readonly string[],
): SchemaFault[] {
  const faults: SchemaFault[] = []
  if (minItems !== undefined && values.length < minItems)
    faults.push({ path, reason: `must have at least ${minItems} elements` })
  if (maxItems !== undefined && values.length > maxItems)
    faults.push({ path, reason: `must have at most ${maxItems} elements` })
  if (uniqueItems && new Set(values.map((one) => JSON.stringify(one))).size < values.length)
    faults.push({ path, reason: 'must have distinct elements' })
  if (items === undefined) return faults
  return [
    ...faults,
    ...values.flatMap((value, index) => validateInstance(items, value, [...path, String(index)])),
  ]
}

function validateMembers(
  { properties = {}, required = [], additionalProperties }: Schema,
  value: Readonly<Record<string, unknown>>,
  path: readonly string[],
): SchemaFault[] {
  const missing = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => ({ path: [...path, name], reason: 'is required' }))
  const foreign = Object.keys(value)
    .filter((name) => additionalProperties === false && !Object.hasOwn(properties, name))
    .map((name) => ({ path: [...path, name], reason: 'is not allowed' }))
  const inside = Object.entries(properties)
    .filter(([name]) => Object.hasOwn(value, name))
    .flatMap(([name, schema]) => validateInstance(schema, value[name], [...path, name]))
  return [...missing, ...foreign, ...inside]
}
