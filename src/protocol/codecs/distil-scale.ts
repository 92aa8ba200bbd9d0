import { DsoError } from '../errors.ts'

/** Where a better scale may lie, and what tells which of two is better. */
export interface DistilScaleOptions {
  /** The scale to improve on: the block's mean magnitude, > 0. */
  meanMagnitude: number
  /**
   * What a scale costs, lower is better: for instance how far the student's logits with it are from a teacher's. NaN
   * counts as worse than any number. Called once for each scale.
   */
  loss: (scale: number) => number
  /** The search stays within meanMagnitude / reach … meanMagnitude · reach; by default 4. */
  reach?: number
  /** Calls of `loss`, 1 … 1000; by default 32, which leaves an interval of a millionth. */
  evaluations?: number
}

/** The best scale found. */
export interface DistilledScale {
  /** An f32. */
  scale: number
  /** Its loss, at most that of the mean magnitude. */
  loss: number
}

const GOLDEN = (Math.sqrt(5) - 1) / 2

/**
 * Distils a scale (seed A §5): a golden-section search of the loss over the logarithm of the scale, which ends at the
 * minimum where there is one, and never returns a scale that is worse than the mean magnitude.
 *
 * @throws DsoError `SCALE_INVALID` unless the mean magnitude is a positive f32 and its loss is a number; `OPTION_INVALID`
 */
export function distilScale(options: DistilScaleOptions): DistilledScale {
  const { loss, reach = 4, evaluations = 32 } = options
  const start = Math.fround(options.meanMagnitude)
  if (!(start > 0 && start < Number.POSITIVE_INFINITY)) {
    throw new DsoError('SCALE_INVALID', { details: { field: 'meanMagnitude', scale: start } })
  }
  if (!(reach > 1 && reach <= 1e6)) {
    throw new DsoError('OPTION_INVALID', { details: { field: 'reach', reach } })
  }
  if (!(Number.isInteger(evaluations) && evaluations >= 1 && evaluations <= 1000)) {
    throw new DsoError('OPTION_INVALID', { details: { field: 'evaluations', evaluations } })
  }
  let best: DistilledScale = { scale: start, loss: loss(start) }
  if (Number.isNaN(best.loss)) {
    throw new DsoError('SCALE_INVALID', { details: { field: 'loss', scale: start } })
  }
  const lossAt = (logarithm: number): number => {
    const scale = Math.fround(start * Math.exp(logarithm))
    const found = scale > 0 && scale < Number.POSITIVE_INFINITY ? loss(scale) : Number.NaN
    if (found < best.loss) best = { scale, loss: found }
    return Number.isNaN(found) ? Number.POSITIVE_INFINITY : found
  }
  searchGolden(lossAt, Math.log(reach), evaluations - 1)
  return best
}

/** Narrows −reach … reach around a minimum of `lossAt`. */
function searchGolden(lossAt: (x: number) => number, reach: number, evaluations: number): void {
  if (evaluations < 2) return
  let low = -reach
  let high = reach
  let left = high - GOLDEN * (high - low)
  let right = low + GOLDEN * (high - low)
  let atLeft = lossAt(left)
  let atRight = lossAt(right)
  for (let used = 2; used < evaluations; used++) {
    if (atLeft <= atRight) {
      ;[high, right, atRight] = [right, left, atLeft]
      left = high - GOLDEN * (high - low)
      atLeft = lossAt(left)
    } else {
      ;[low, left, atLeft] = [left, right, atRight]
      right = low + GOLDEN * (high - low)
      atRight = lossAt(right)
    }
  }
}
