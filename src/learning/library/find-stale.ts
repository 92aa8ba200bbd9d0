import { DsoError } from '../../protocol/errors.ts'
import { probabilityPositive } from '../../protocol/statistics/probability-positive.ts'

/** What became of the uses of an experience, the latest last: 1 helped, −1 harmed, 0 neither. */
export interface UseHistory {
  cid: string
  outcomes: readonly (-1 | 0 | 1)[]
}

/** When an experience counts as stale. */
export interface FindStaleOptions {
  /** Uses without any help after which it is of no use. Default 20. */
  idleUses?: number
  /** Latest uses that are asked whether they turned against it. Default 10. */
  window?: number
  /** Greatest P(helps) in the window of one that has turned. Default 0.2. */
  turnedBelow?: number
}

/** An experience that may be dropped. */
export interface StaleExperience {
  cid: string
  /** `turned-against`: it harms of late; `not-useful`: it was used for long and never helped. */
  why: 'turned-against' | 'not-useful'
  /** Uses that the verdict rests on. */
  uses: number
}

/**
 * Finds experiences whose recent evidence turned against them, or that did not help for many uses. It only reports: its
 * owner may drop them, or pin them.
 *
 * @throws DsoError `OPTION_INVALID`
 */
export function findStale(
  histories: readonly UseHistory[],
  { idleUses = 20, window = 10, turnedBelow = 0.2 }: FindStaleOptions = {},
): StaleExperience[] {
  for (const [option, value] of Object.entries({ idleUses, window })) {
    if (!Number.isSafeInteger(value) || value < 1) {
      throw new DsoError('OPTION_INVALID', { details: { option, value } })
    }
  }
  if (!(turnedBelow >= 0 && turnedBelow <= 1)) {
    throw new DsoError('OPTION_INVALID', { details: { option: 'turnedBelow', value: turnedBelow } })
  }
  return histories.flatMap(({ cid, outcomes }): StaleExperience[] => {
    const recent = outcomes.slice(-window)
    const helped = recent.filter((outcome) => outcome === 1).length
    const harmed = recent.filter((outcome) => outcome === -1).length
    if (harmed > helped && probabilityPositive(helped, harmed) <= turnedBelow) {
      return [{ cid, why: 'turned-against', uses: recent.length }]
    }
    const idle = outcomes.length >= idleUses && !outcomes.slice(-idleUses).includes(1)
    return idle ? [{ cid, why: 'not-useful', uses: idleUses }] : []
  })
}
