import { type ListedWeights, listWeights } from '../models/weights/list-weights.ts'
import { type PulledWeights, pullWeights } from '../models/weights/pull-weights.ts'
import { type VerifiedFile, verifyWeights } from '../models/weights/verify-weights.ts'
import type { CallOptions } from '../protocol/ports.ts'
import { weightsFolderOf } from './open-model.ts'

/** The weights in a data folder. */
export interface WeightsManager {
  /** Where they lie. */
  readonly folder: string
  /** Every model that is known, and whether it is here. */
  list(): Promise<ListedWeights[]>
  /** Fetches what is absent. @throws as `pullWeights` */
  pull(name: string, options?: CallOptions): Promise<PulledWeights>
  /** Hashes a model's files. @throws DsoError `WEIGHTS_UNKNOWN` */
  verify(name: string, options?: CallOptions): Promise<VerifiedFile[]>
}

/** Binds the weights' verbs to a data folder. */
export function manageWeights(dataFolder: string): WeightsManager {
  const folder = weightsFolderOf(dataFolder)
  return {
    folder,
    list: async () => await listWeights({ folder }),
    pull: async (name, options = {}) => await pullWeights(name, { folder, ...options }),
    verify: async (name, options = {}) => await verifyWeights(name, { folder, ...options }),
  }
}
