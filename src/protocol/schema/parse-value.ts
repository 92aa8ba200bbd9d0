import type { z } from 'zod'
import { DsoError } from '../errors.ts'

/**
 * Checks a decoded value against a format's schema.
 *
 * @throws DsoError `FORMAT_INVALID`; `details` has the path of the first fault and what was expected, never the value
 */
export function parseValue<T>(schema: z.ZodType<T>, value: unknown, format: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const fault = result.error.issues[0]
  throw new DsoError('FORMAT_INVALID', {
    details: { format, path: fault?.path.join('.') ?? '', reason: fault?.message ?? '' },
  })
}
