import { DsoError } from '../errors.ts'
import { checkCount } from './check-count.ts'
import { probit } from './probit.ts'

/** Votes, and how their margins are read. */
export interface DecodeMarginsOptions {
  /** For every dimension what voted for bit 1, 0 … `whole`: of countVotes or aggregateRobustly. */
  counts: Uint32Array
  /** What all votes together are, 1 … 2^32 − 1. */
  whole: number
  /**
   * `probit`: the mean of a normal variable that is positive as often as the votes say; right where contributors differ
   * by noise. `linear`: the share for 1 minus the share for 0. @defaultValue 'probit'
   */
  curve?: 'probit' | 'linear'
}

/**
 * The direction that votes stand for: the share (count + ½) / (whole + 1) of each dimension through the curve, then
 * scaled to length 1. In f64, each language to about 1e-6; the counts are what replicas agree on.
 *
 * @returns a unit vector, or zeros where every dimension is tied
 * @throws DsoError `OPTION_INVALID` for `whole`, `SAMPLE_EMPTY` without counts, `FORMAT_INVALID` for a count above `whole`
 */
export function decodeMargins({
  counts,
  whole,
  curve = 'probit',
}: DecodeMarginsOptions): Float32Array {
  checkCount('whole', whole, { least: 1, most: 2 ** 32 - 1 })
  if (counts.length === 0) throw new DsoError('SAMPLE_EMPTY', { details: { field: 'counts' } })
  const known = new Map<number, number>()
  const margins = new Float64Array(counts.length)
  let squares = 0
  for (let dimension = 0; dimension < counts.length; dimension++) {
    const count = counts[dimension]!
    let margin = known.get(count)
    if (margin === undefined) {
      if (count > whole) {
        throw new DsoError('FORMAT_INVALID', {
          details: { field: 'counts', dimension, count, whole },
        })
      }
      // Both halves alike, so that swapping the bits turns the vector exactly around.
      const swap = 2 * count > whole
      const share = ((swap ? whole - count : count) + 0.5) / (whole + 1)
      const negative = curve === 'probit' ? probit(share) : 2 * share - 1
      margin = swap ? -negative : negative
      known.set(count, margin)
    }
    margins[dimension] = margin
    squares += margin * margin
  }
  const norm = Math.sqrt(squares)
  return norm === 0 ? new Float32Array(counts.length) : Float32Array.from(margins, (m) => m / norm)
}
