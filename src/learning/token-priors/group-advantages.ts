import { DsoError } from '../../protocol/errors.ts'

/** Smallest difference of two rewards that is a difference. */
const LEAST_SPREAD = 1e-8

/**
 * Group-relative advantages: rewards less their mean, over their population standard deviation. They add up to 0.
 *
 * @param rewards 0…1 each, at least one
 * @returns undefined where all rewards are the same: such a group teaches nothing
 * @throws DsoError `SAMPLE_EMPTY`, `REWARD_OUT_OF_RANGE`
 */
export function groupAdvantages(rewards: readonly number[]): Float64Array | undefined {
  if (rewards.length === 0) throw new DsoError('SAMPLE_EMPTY', { details: { field: 'rewards' } })
  const index = rewards.findIndex((reward) => !(reward >= 0 && reward <= 1))
  if (index >= 0) {
    throw new DsoError('REWARD_OUT_OF_RANGE', { details: { index, reward: rewards[index] } })
  }
  if (Math.max(...rewards) - Math.min(...rewards) <= LEAST_SPREAD) return undefined
  const mean = rewards.reduce((sum, reward) => sum + reward, 0) / rewards.length
  const square = rewards.reduce((sum, reward) => sum + (reward - mean) ** 2, 0) / rewards.length
  const deviation = Math.sqrt(square)
  return Float64Array.from(rewards, (reward) => (reward - mean) / deviation)
}
