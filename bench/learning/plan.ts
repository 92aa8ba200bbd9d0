import { settingsOf } from '../../src/demo/settings.ts'
import type { PractiseSettings } from '../../src/learning/practise-domain.ts'

/** Which tools of a universe take part. */
export type DomainChoice =
  | 'all'
  /** Those whose rule needs several examples. */
  | 'several'
  /** The first so many, in the suite's order. */
  | { first: number }

/** One universe to be measured: the smallest piece that is kept, resumed and replayed. */
export interface CellPlan {
  /** Name of the suite. */
  suite: string
  /** Names the universe. */
  seed: number
  domains: DomainChoice
  /**
   * `whole`: every arm, and sharing among agents with and without adversaries; `sharing`: without those that are there to
   * show that nothing comes of them; `core`: what a suite is judged by.
   */
  arms: 'whole' | 'sharing' | 'core'
  settings: PractiseSettings
  /** Held-out tasks of each tool in the final test. */
  testTasks: number
}

/** Name and version of the suite that most figures speak of. */
export const HOUSE_RULES = 'api-house-rules'

/** The suite of the second family. */
export const SQL = 'sql-conventions'

/** Tools of a universe of house rules. */
export const HOUSE_TOOLS = 12

/** Seeds of the published run. Development used seeds from 100 on; the demo's bench uses 5, 6 and 7 as well. */
const HOUSE_SEEDS = [5, 6, 7]
const SHARING_SEEDS = [8, 9]
/** Universes that the prediction of calls was fitted on: it is judged on the others. */
export const FITTED_SEEDS: readonly number[] = [5, 6, 7]
/** More tools whose rules need several examples: figures about them owe at least thirty. */
const SEVERAL_SEEDS = [10, 11, 12]
const SQL_SEEDS = [1, 2, 3, 4, 5]
const OTHER_SEEDS = [1, 2]
/** As many as of the other two families that figures speak of; planned as two, which left eight tools. */
const THIRD_SEEDS = [1, 2, 3, 4, 5]

/**
 * The family that the third figure speaks of: chosen on development seeds, before its published seeds were run.
 */
export const THIRD_FAMILY = 'text-formats'

/** Families beside house rules and SQL, in the order in which they are measured. */
const OTHER_SUITES = [
  'text-formats',
  'json-patch',
  'json-schema',
  'dates-and-units',
  'word-problems',
  'string-programs',
  'function-writing',
] as const

/** Most tools of one universe where a suite costs much. */
const FEW = 4

/** Practice there: one rollout a task, whose retries carry the contrast, and no second round. */
const LEAN = { groupSize: 1, validationTasks: 3, extraRounds: 0 }

/** Everything the published table rests on, in the order in which it is measured. */
export const PLAN: readonly CellPlan[] = [
  ...HOUSE_SEEDS.map((seed) => planHouse(seed, 'whole')),
  ...SHARING_SEEDS.map((seed) => planHouse(seed, 'sharing')),
  ...SQL_SEEDS.map((seed) => planCore(SQL, seed)),
  ...SEVERAL_SEEDS.map((seed) => planHouse(seed, 'core')),
  ...OTHER_SUITES.flatMap((suite) => {
    const seeds = suite === THIRD_FAMILY ? THIRD_SEEDS : OTHER_SEEDS
    return seeds.map((seed) => planCore(suite, seed))
  }),
]

/** Where the modes of learning are compared, and the reference schedule runs: a few tools, since it asks for long texts. */
export const MODES_PLAN: readonly CellPlan[] = [5, 6, 7].map((seed) => ({
  ...planHouse(seed, 'core'),
  domains: { first: FEW },
}))

/** Universes of house rules on whose lessons logits and clock are measured. */
export const LIVE_SEEDS: readonly number[] = [5, 6]

/** Name of a cell in files and messages, e.g. `sql-conventions-3`. */
export function nameOf({ suite, seed }: Pick<CellPlan, 'suite' | 'seed'>): string {
  return `${suite}-${seed}`
}

/** As the demo practises at full size, so that both measure the same thing. */
function planHouse(seed: number, arms: CellPlan['arms']): CellPlan {
  const { testTasks, ...settings } = settingsOf('full', seed)
  const domains = arms === 'core' ? 'several' : 'all'
  return { suite: HOUSE_RULES, seed, domains, arms, settings: practiseOnly(settings), testTasks }
}

function planCore(suite: string, seed: number): CellPlan {
  const { testTasks: _, ...settings } = settingsOf('full', seed)
  return {
    suite,
    seed,
    domains: { first: FEW },
    arms: 'core',
    settings: { ...practiseOnly(settings), ...LEAN },
    testTasks: 3,
  }
}

function practiseOnly(settings: PractiseSettings): PractiseSettings {
  const { practiceTasks, groupSize, attempts, temperature, validationTasks } = settings
  const { gateThreshold, extraRounds = 0, seed } = settings
  return {
    practiceTasks,
    groupSize,
    attempts,
    temperature,
    validationTasks,
    gateThreshold,
    extraRounds,
    seed,
  }
}
