import { DsoError } from '../../protocol/errors.ts'
import { LEARNING_MODES, type LearningMode } from './learning-mode.ts'
import { probabilityHigherRate } from './probability-higher-rate.ts'

/** What came of one mode with one model, all domains together; integers ≥ 0. */
export interface ModeCounts {
  mode: LearningMode
  /** Lessons that it proposed. */
  proposals: number
  /** Those of them that the gate let through, at most `proposals`. */
  accepted: number
  /** Calls that it cost, recorded answers included; those of the gate as well, where they shall weigh. */
  calls: number
}

/** A mode's line in the table. */
export interface ModeFigures extends ModeCounts {
  /** Accepted lessons a call; 0 where none was made. */
  perCall: number
  /** Accepted lessons of those proposed; 0 where none was. */
  acceptedShare: number
  /** Whether it was tried enough to be ranked. */
  measured: boolean
}

/** The table's row of one model. */
export interface ModeRow {
  model: string
  /** In the order of LEARNING_MODES. */
  modes: readonly ModeFigures[]
  /** The measured mode that yields most; undefined where none was measured or nothing was ever accepted. */
  best: LearningMode | undefined
  /**
   * Least probability that it yields more than another measured mode; 1 where there is none, 0 without a best one.
   */
  probability: number
  /**
   * `won`: all modes are measured and the probability reaches the threshold; `leads`: there is a best one, but not that
   * much is known; `none`: no mode is known to teach this model anything.
   */
  verdict: 'won' | 'leads' | 'none'
}

/** What {@link rankModes} found. */
export interface ModeRanking {
  /** Every mode once: in this order they are tried, the next one where the one before taught nothing. */
  order: readonly LearningMode[]
  row: ModeRow
}

/** What {@link rankModes} may be told. */
export interface RankModesOptions {
  /** Modes that take part, at least one. Default all. */
  modes?: readonly LearningMode[]
  /** Calls after which a mode counts as measured, ≥ 1. Default 16. */
  probeCalls?: number
  /** Least probability of a winner, above ½, at most 1. Default 0.8, as at the gate. */
  threshold?: number
}

/**
 * Chooses a model's mode by what was measured: accepted lessons a call. Modes that were hardly tried come first, the
 * least tried one at the front: a mode that is asked only where another failed would be measured on the hardest
 * domains alone. The others follow by yield. Equal ones keep the order of LEARNING_MODES, so equal counts give equal
 * rankings.
 *
 * @throws DsoError `OPTION_INVALID` for counts that cannot be, a mode that stands twice, or options without sense
 */
export function rankModes(
  model: string,
  counts: readonly ModeCounts[],
  { modes: given = LEARNING_MODES, probeCalls = 16, threshold = 0.8 }: RankModesOptions = {},
): ModeRanking {
  const refuse = (option: string, value: unknown): never => {
    throw new DsoError('OPTION_INVALID', { details: { option, value } })
  }
  if (!Number.isSafeInteger(probeCalls) || probeCalls < 1) refuse('probeCalls', probeCalls)
  if (!(threshold > 0.5 && threshold <= 1)) refuse('threshold', threshold)
  const taking = LEARNING_MODES.filter((mode) => given.includes(mode))
  if (taking.length === 0) refuse('modes', given)
  const byMode = new Map<LearningMode, ModeCounts>()
  for (const each of counts) {
    if (!LEARNING_MODES.includes(each.mode) || byMode.has(each.mode)) refuse('mode', each.mode)
    checkCounts(each)
    byMode.set(each.mode, each)
  }
  const modes = taking.map((mode) => {
    const { proposals, accepted, calls } = byMode.get(mode) ?? NOTHING
    const perCall = calls === 0 ? 0 : accepted / calls
    const acceptedShare = proposals === 0 ? 0 : accepted / proposals
    return {
      mode,
      proposals,
      accepted,
      calls,
      perCall,
      acceptedShare,
      measured: calls >= probeCalls,
    }
  })
  const unmeasured = modes.filter(({ measured }) => !measured).toSorted((a, b) => a.calls - b.calls)
  const measured = modes.filter((each) => each.measured).toSorted((a, b) => b.perCall - a.perCall)
  const order = [...unmeasured, ...measured].map(({ mode }) => mode)
  const [first, ...rivals] = measured
  if (first === undefined || first.accepted === 0) {
    return { order, row: { model, modes, best: undefined, probability: 0, verdict: 'none' } }
  }
  const probability = Math.min(
    1,
    ...rivals.map((rival) =>
      probabilityHigherRate(
        { events: first.accepted, calls: first.calls },
        { events: rival.accepted, calls: rival.calls },
      ),
    ),
  )
  const won = unmeasured.length === 0 && probability >= threshold
  const verdict = won ? 'won' : 'leads'
  return { order, row: { model, modes, best: first.mode, probability, verdict } }
}

const NOTHING = { proposals: 0, accepted: 0, calls: 0 }

function checkCounts({ mode, proposals, accepted, calls }: ModeCounts): void {
  const counted = [proposals, accepted, calls].every(
    (count) => Number.isSafeInteger(count) && count >= 0,
  )
  if (counted && accepted <= proposals && (calls > 0 || proposals === 0)) return
  throw new DsoError('OPTION_INVALID', { details: { mode, proposals, accepted, calls } })
}
