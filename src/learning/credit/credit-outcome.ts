import type { CreditRecord } from '../../protocol/ports.ts'
import type { DrawnInjection } from './draw-injection.ts'

/** An outcome to be credited. */
export interface CreditOutcomeOptions {
  /** What was found for the task, with the draw. */
  offered: readonly DrawnInjection[]
  /** The model that did the task. */
  model: string
  /** 0…1000. */
  reward: number
}

/** What one outcome adds to the credit of everything that was found for its task: one trial with it, or one without. */
export function creditOutcome({ offered, model, reward }: CreditOutcomeOptions): CreditRecord[] {
  const trial = { trials: 1, rewards: reward }
  const none = { trials: 0, rewards: 0 }
  return offered.map(({ cid, injected }) => ({
    cid,
    model,
    with: injected ? trial : none,
    without: injected ? none : trial,
  }))
}
