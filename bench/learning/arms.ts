/** The arms of DSO-bench, in the order of the table: what stood in the prompt beside the task. */
export const ARMS = {
  none: 'no experience',
  own: 'own experience, chosen form',
  sentence: 'own: sentence alone',
  both: 'own: sentence and call',
  'one-example': 'one working call',
  'four-examples': 'four working calls',
  template: 'template: copied feedback',
  'raw-errors': 'raw error messages',
  trajectories: 'raw trajectories',
  tips: 'hand-written tips',
  random: 'random text',
  shuffled: 'shuffled experiences',
  oracle: 'oracle: the true rules',
  shared: 'shared',
  'shared-10': 'shared, 10% adversaries',
  'shared-20': 'shared, 20% adversaries',
  'shared-30': 'shared, 30% adversaries',
  'shared-40': 'shared, 40% adversaries',
  'unchecked-30': 'unchecked, 30% adversaries',
  'own-shared-40': 'own and shared, 40% adversaries',
} as const

/** Name of an arm. */
export type Arm = keyof typeof ARMS

/** Arms without a language model's lesson: the best of them, chosen on held-out tasks, is what learning must beat. */
export const PLAIN_ARMS = ['raw-errors', 'template', 'one-example'] as const

/** What every suite is judged by. */
export const CORE_ARMS: readonly Arm[] = [
  'none',
  'own',
  'sentence',
  'one-example',
  'four-examples',
  'template',
  'shuffled',
  'oracle',
]

/** What is tried beside these where only sharing is measured. */
export const SHARING_ARMS: readonly Arm[] = [...CORE_ARMS, 'raw-errors']

/** Shares of adversaries, in percent, with the arms that they act on. */
export const ADVERSARIES = [10, 20, 30, 40] as const

/** Arms whose episodes may retry where a whole universe is measured, so that calls and tokens to success are seen. */
export const RETRYING_ARMS: readonly Arm[] = ['none', 'own', 'shared']

/** Arms that are tried on fewer tasks of each tool, since they are there to show that nothing comes of them. */
export const SPARSE_ARMS: readonly Arm[] = ['trajectories', 'tips', 'random']
