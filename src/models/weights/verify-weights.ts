import type { CallOptions } from '../../protocol/ports/call-options.ts'
import { findWeights, weightsPath } from './find-weights.ts'
import { checkFile } from './hash-file.ts'
import type { WeightsEntry } from './manifest.ts'

/** What a file of a model turned out to be. */
export interface VerifiedFile {
  file: string
  path: string
  state: 'verified' | 'missing' | 'corrupt'
}

/** Where to look. */
export interface VerifyWeightsOptions extends CallOptions {
  /** The cache folder. */
  folder: string
  /** @defaultValue the models of this package */
  manifest?: readonly WeightsEntry[]
}

/**
 * Hashes a model's files in the cache folder. Changes nothing.
 * @throws DsoError `WEIGHTS_UNKNOWN`
 */
export async function verifyWeights(
  name: string,
  { folder, manifest, signal, onProgress }: VerifyWeightsOptions,
): Promise<VerifiedFile[]> {
  const entry = findWeights(name, manifest)
  const total = entry.files.reduce((sum, file) => sum + file.bytes, 0)
  const results: VerifiedFile[] = []
  let done = 0
  for (const file of entry.files) {
    const path = weightsPath(folder, entry, file.file)
    const state = await checkFile(path, file, signal)
    results.push({ file: file.file, path, state })
    done += file.bytes
    onProgress?.({ stage: 'verify', done, total, unit: 'bytes' })
  }
  return results
}
