import { join } from 'node:path'
import { DsoError } from '../../protocol/errors.ts'
import { WEIGHTS, type WeightsEntry } from './manifest.ts'

/** @throws DsoError `WEIGHTS_UNKNOWN` with the names there are */
export function findWeights(
  name: string,
  manifest: readonly WeightsEntry[] = WEIGHTS,
): WeightsEntry {
  const entry = manifest.find((candidate) => candidate.name === name)
  if (entry !== undefined) return entry
  const known = manifest.map((candidate) => candidate.name)
  throw new DsoError('WEIGHTS_UNKNOWN', { details: { name, known } })
}

/** Where a file of a model lies inside the cache folder. */
export function weightsPath(folder: string, entry: WeightsEntry, file: string): string {
  return join(folder, entry.name, file)
}
