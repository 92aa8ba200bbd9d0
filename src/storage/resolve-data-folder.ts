import { resolve } from 'node:path'
import envPaths from 'env-paths'
import { DsoError } from '../protocol/errors.ts'

/** Where a user may have said that the data lies. */
export interface ResolveDataFolderOptions {
  /** A path given for this run, e.g. by `--data-dir`; relative ones start at the working folder. */
  override?: string | undefined
  /** The process's environment; `DSO_DATA_DIR` is read, an empty one counts as unset. */
  environment: Readonly<Record<string, string | undefined>>
}

/**
 * The absolute path of the data folder: the override, else `DSO_DATA_DIR`, else the platform's place for a user's
 * data. Nothing is made.
 *
 * @throws DsoError `OPTION_INVALID` for an empty override or a path with a NUL character
 */
export function resolveDataFolder({ override, environment }: ResolveDataFolderOptions): string {
  const path = override ?? (environment['DSO_DATA_DIR'] || envPaths('dso', { suffix: '' }).data)
  if (path === '' || path.includes('\0')) {
    throw new DsoError('OPTION_INVALID', { details: { option: 'data-dir', value: path } })
  }
  return resolve(path)
}
