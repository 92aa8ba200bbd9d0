import { stat } from 'node:fs/promises'
import { weightsPath } from './find-weights.ts'
import { WEIGHTS, type WeightsEntry } from './manifest.ts'

/** A model of the manifest and whether it is here. */
export interface ListedWeights {
  entry: WeightsEntry
  /** Bytes of all its files. */
  bytes: number
  /** Whether every file is in the cache with the right size; {@link verifyWeights} tells whether it is intact. */
  cached: boolean
}

/** The models of the manifest, in its order, without reading their contents. */
export async function listWeights({
  folder,
  manifest = WEIGHTS,
}: {
  folder: string
  manifest?: readonly WeightsEntry[]
}): Promise<ListedWeights[]> {
  return await Promise.all(
    manifest.map(async (entry) => {
      const present = await Promise.all(
        entry.files.map(async ({ file, bytes }) => {
          const found = await stat(weightsPath(folder, entry, file)).catch(() => undefined)
          return found?.size === bytes
        }),
      )
      return {
        entry,
        bytes: entry.files.reduce((sum, file) => sum + file.bytes, 0),
        cached: present.every(Boolean),
      }
    }),
  )
}
