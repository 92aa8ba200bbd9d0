import type { DemoSettings } from './settings.ts'

/** Calls that a run is expected to make, by stage. */
export interface CallPrediction {
  practice: number
  review: number
  test: number
}

/**
 * Means over runs on universes that no published figure uses: attempts of a practice episode, model calls for
 * contrasts and forms tried at the gate of a tool, forms that differ in the test, attempts beyond the first.
 */
const ATTEMPTS_PER_EPISODE = 2.2
const CONTRASTS_PER_TOOL = 2
const TRIALS_PER_TOOL = 4.5
const TRIED_TOOLS_SHARE = 0.8
const DISTINCT_ARMS = 7
const RETRIES_PER_TASK = 1.9
const POISONED_TOOLS = 3

/** The dry run: how many calls a run of these settings on this many tools will make. */
export function predictCalls(settings: DemoSettings, tools: number): CallPrediction {
  const { practiceTasks, groupSize, validationTasks, trialTasks, testTasks } = settings
  const practice =
    tools *
    (practiceTasks * groupSize * ATTEMPTS_PER_EPISODE +
      CONTRASTS_PER_TOOL +
      Number(settings.groupPrompt ?? false) +
      validationTasks * TRIALS_PER_TOOL)
  const review = trialTasks * (2 * tools * TRIED_TOOLS_SHARE + 2 * POISONED_TOOLS)
  const test = testTasks * (tools * (DISTINCT_ARMS + RETRIES_PER_TASK) + POISONED_TOOLS)
  return { practice: Math.round(practice), review: Math.round(review), test: Math.round(test) }
}
