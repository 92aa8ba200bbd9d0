import { DsoError } from '../protocol/errors.ts'

const ABSENT = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'])

/**
 * Imports an optional package at the moment it is needed.
 *
 * @param name what to install, for the error's details
 * @param load the dynamic import itself, so that types and bundlers see it
 * @throws DsoError `RUNTIME_MISSING` when it is not installed, `MODEL_FAILED` when it does not load
 */
export async function loadRuntime<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (cause) {
    const code = (cause as { code?: string } | null)?.code
    if (code !== undefined && ABSENT.has(code)) {
      throw new DsoError('RUNTIME_MISSING', { details: { package: name }, cause })
    }
    throw new DsoError('MODEL_FAILED', { details: { package: name }, cause })
  }
}
