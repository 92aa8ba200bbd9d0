import type { PractiseSettings } from '../learning/practise-domain.ts'
import type { DemoOptions } from './demo-options.ts'

/** How much of everything one run does. */
export interface DemoSettings extends PractiseSettings {
  /** Held-out tasks of each tool in the final test. */
  testTasks: number
  /** Tasks of a reviewer's trial of one tool. */
  trialTasks: number
  /** Least quality in per mille to be used (seed A §8.1: q_fetch). */
  useFrom: number
  /** Quality in per mille below which the bond is slashed (seed A §6.3: q_min). */
  slashBelow: number
}

const COMMON = {
  groupSize: 2,
  attempts: 3,
  temperature: 0.8,
  // Two wins without a loss give .875; a single one, .75, could be luck.
  gateThreshold: 0.8,
  trialTasks: 3,
  useFrom: 500,
  slashBelow: 300,
}

/** Whether a model is asked about whole groups: behind an endpoint there is usually one that can take it. */
export function takesGroups(source: DemoOptions['source']): boolean {
  return source.kind === 'endpoint'
}

/** The settings of a size: `default` fits into minutes, `full` is what the published figures rest on. */
export function settingsOf(size: DemoOptions['size'], seed: number): DemoSettings {
  const amounts =
    size === 'full'
      ? { practiceTasks: 4, validationTasks: 4, testTasks: 5, extraRounds: 1 }
      : { practiceTasks: 3, validationTasks: 3, testTasks: 2, extraRounds: 0 }
  return { ...COMMON, ...amounts, seed: seed * 1000 + 1 }
}
