import { LEARNING_MODES, type LearningMode } from '../learning/modes/learning-mode.ts'
import { type ModeCounts, type ModeRanking, rankModes } from '../learning/modes/rank-modes.ts'
import type { ModeCountRecord, ModeStore } from '../protocol/ports.ts'

/** What each way to learn has yielded with one model. */
export interface ModeYields {
  /** The model's name, as it was last practised. */
  name: string
  /** Its hash. */
  model: string
  /** Domains that were practised; one of two runs counts twice. */
  domains: number
  /** The order in which the modes would be tried, and their figures. */
  ranking: ModeRanking
}

/** What {@link listModeYields} may be told. */
export interface ListModeYieldsOptions {
  /** Hash of the one model that is asked for. Default all. */
  model?: string
  /** Counts that are left out. Default none. */
  without?: (counts: ModeCountRecord) => boolean
}

/**
 * Adds up what a store remembers of the modes, model by model in order of their hashes. Modes that this version does not
 * know are left out.
 */
export async function listModeYields(
  store: ModeStore,
  { model, without = () => false }: ListModeYieldsOptions = {},
): Promise<ModeYields[]> {
  const records = await store.listModeCounts(model === undefined ? {} : { model })
  const counted = records.filter((record) => !without(record))
  return [...Map.groupBy(counted, ({ model: hash }) => hash)].map(([hash, ofModel]) => ({
    name: ofModel.at(-1)?.name ?? '',
    model: hash,
    domains: new Set(ofModel.map(({ run, domain }) => JSON.stringify([run, domain]))).size,
    ranking: rankModes(
      hash,
      LEARNING_MODES.map((mode) => addUp(mode, ofModel)),
    ),
  }))
}

function addUp(mode: LearningMode, records: readonly ModeCountRecord[]): ModeCounts {
  const same = records.filter((record) => record.mode === mode)
  const sum = (field: 'proposals' | 'accepted' | 'calls'): number =>
    same.reduce((total, each) => total + each[field], 0)
  return { mode, proposals: sum('proposals'), accepted: sum('accepted'), calls: sum('calls') }
}
