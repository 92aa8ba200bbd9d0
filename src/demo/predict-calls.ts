import type { DemoSettings } from './settings.ts'

/** Calls that a run is expected to make, by stage. */
export interface CallPrediction {
  practice: number
  review: number
  test: number
}

/**
 * Means over runs of five universes, of which the next published run uses none: attempts for each rollout of a group,
 * with those that are added where a task stays unsolved; model calls for contrasts of a tool; forms tried at its gate for each held-out task,
 * since a larger holdout is seldomer solved whole by the first form; tools that practise once more; tools whose
 * experience is tried by others; poisoned tools that are; forms that differ in the test; attempts beyond the first.
 */
const ATTEMPTS_PER_ROLLOUT = 2.45
const CONTRASTS_PER_TOOL = 2.5
const TRIALS_PER_HELD_OUT_TASK = 1.03
const EXTRA_ROUND_SHARE = 0.3
const TRIED_TOOLS_SHARE = 0.85
const TRIED_POISONED_TOOLS = 3.5
const DISTINCT_ARMS = 6.2
const RETRIES_PER_TASK = 1.35
const POISONED_TOOLS = 3

/** The dry run: how many calls a run of these settings on this many tools will make. */
export function predictCalls(settings: DemoSettings, tools: number): CallPrediction {
  const { groupSize, trialTasks, testTasks, extraRounds = 0 } = settings
  const extra = extraRounds * EXTRA_ROUND_SHARE * callsOfRound(settings, 1)
  const practice = tools * (callsOfRound(settings, groupSize) + extra)
  const review = trialTasks * (tools * TRIED_TOOLS_SHARE + 2 * TRIED_POISONED_TOOLS)
  const test = testTasks * (tools * (DISTINCT_ARMS + RETRIES_PER_TASK) + POISONED_TOOLS)
  return { practice: Math.round(practice), review: Math.round(review), test: Math.round(test) }
}

/** Rollouts, contrasts and gate of one tool. */
function callsOfRound(
  { practiceTasks, validationTasks, groupPrompt = false }: DemoSettings,
  rollouts: number,
): number {
  const contrasts = CONTRASTS_PER_TOOL + Number(groupPrompt)
  const gate = validationTasks ** 2 * TRIALS_PER_HELD_OUT_TASK
  return practiceTasks * rollouts * ATTEMPTS_PER_ROLLOUT + contrasts + gate
}
