import { hammingKernel } from '../../kernels/hamming.ts'
import { robustKernel } from '../../kernels/robust.ts'
import { votesKernel } from '../../kernels/votes.ts'
import { compareBytes } from '../encoding/compare-bytes.ts'
import { DsoError } from '../errors.ts'
import { checkCount } from './check-count.ts'
import { checkWeights } from './check-weights.ts'
import { findVoices } from './find-voices.ts'
import { checkCodes, stackCodes } from './stack-codes.ts'
import { sumNearestWeighted } from './sum-nearest-weighted.ts'
import { MAX_VOTE_WEIGHT } from './vote-tally.ts'

/** Sign codes of one thing by many contributors. */
export interface AggregateRobustlyOptions {
  /** 1 … 500 codes of equal length: sign bits only, without the sender's scale, which would be a weight of its choice. */
  codes: readonly Uint8Array[]
  /** Integers 0 … 1023, one a code (stake × quality, capped), at least one positive. @defaultValue 1 for every code */
  weights?: ArrayLike<number>
}

/** Votes after mixing and trimming: integers that every replica finds alike, whatever the order of the codes. */
export interface RobustVotes {
  /** For every dimension what speaks for bit 1, 0 … `whole`. Publish these, never their signs. */
  counts: Uint32Array
  /** What a dimension has on which all agree. */
  whole: number
  /** Indices of the codes that were heard, rising; the others were copies of them or weigh nothing. */
  voices: number[]
}

/** Most codes: the work grows with the square of their number. */
export const MAX_ROBUST_CODES = 500

/** Share of the weight that may be lies, in percent. */
const FAULTY_PERCENT = 49

/** Most bytes of a sign code. */
const MOST_BYTES = 2 ** 16

/**
 * The robust aggregate of sign codes: copies speak once, nearest-neighbour mixing, trimming; then decodeMargins reads
 * the result.
 *
 * 1. Codes of weight 0 fall away; the others are ordered by weight, the greatest first, then by their bytes.
 * 2. A code nearer to an earlier voice than half of the typical Hamming distance has no voice of its own
 *    ({@link findVoices}).
 * 3. With W the weight of all voices and F = ⌊49 W / 100⌋, the weight W − F nearest to each voice is mixed into it.
 * 4. Of the mixtures F is trimmed at each end, the rest added: `whole` is (W − 2F) · (W − F).
 *
 * It holds against 40 % liars of every kind that was tried while honest codes agree (cosine ≥ .3 between them). How far
 * apart the honest are is the limit, not the number of liars: see docs/spec/aggregation.md.
 *
 * @throws DsoError `SAMPLE_EMPTY` without codes or bytes, `OPTION_INVALID` for too many, `LENGTH_MISMATCH`,
 *   `WEIGHT_OUT_OF_RANGE` also when no weight is positive
 */
export function aggregateRobustly({ codes, weights }: AggregateRobustlyOptions): RobustVotes {
  const bytes = codes[0]?.length ?? 0
  if (bytes === 0) {
    throw new DsoError('SAMPLE_EMPTY', { details: { field: 'codes', count: codes.length } })
  }
  checkCount('codes.length', codes.length, { least: 1, most: MAX_ROBUST_CODES })
  checkCount('codes.bytes', bytes, { least: 1, most: MOST_BYTES })
  checkCodes(codes, bytes)
  const stride = 16 * Math.ceil(bytes / 16)
  const weightOf = checkedWeights(codes.length, weights)
  const order = Array.from(codes.keys())
    .filter((index) => weightOf[index]! > 0)
    .sort((a, b) => weightOf[b]! - weightOf[a]! || compareBytes(codes[a]!, codes[b]!))
  const ordered = stackCodes(
    order.map((index) => codes[index]!),
    stride,
  )
  const distances = hammingKernel.gram(ordered, order.length, stride)
  const voices = findVoices(distances, order.length)
  const heard = {
    codes: stackCodes(
      voices.map((place) => ordered.subarray(place * stride, (place + 1) * stride)),
      stride,
    ),
    bytes: stride,
    distances: pickDistances(distances, order.length, voices),
  }
  const weightsHeard = voices.map((place) => weightOf[order[place]!]!)
  const all = weightsHeard.reduce((sum, weight) => sum + weight, 0)
  const trimmed = Math.floor((FAULTY_PERCENT * all) / 100)
  const kept = all - trimmed
  const counts = weightsHeard.every((weight) => weight === 1)
    ? votesKernel.expand(robustKernel.sumNearest({ ...heard, kept, trimmed }), stride)
    : sumNearestWeighted({ ...heard, weights: weightsHeard, kept, trimmed })
  return {
    counts: counts.slice(0, 8 * bytes),
    whole: (all - 2 * trimmed) * kept,
    voices: voices.map((place) => order[place]!).sort((a, b) => a - b),
  }
}

function checkedWeights(count: number, weights?: ArrayLike<number>): ArrayLike<number> {
  if (weights === undefined) return new Uint8Array(count).fill(1)
  const most = MAX_VOTE_WEIGHT
  const total = checkWeights(weights, { count, most, mostTogether: most * MAX_ROBUST_CODES })
  if (total > 0) return weights
  throw new DsoError('WEIGHT_OUT_OF_RANGE', { details: { field: 'weights', total } })
}

function pickDistances(distances: Uint32Array, count: number, voices: readonly number[]) {
  if (voices.length === count) return distances
  const picked = new Uint32Array(voices.length ** 2)
  let at = 0
  for (const i of voices) for (const j of voices) picked[at++] = distances[i * count + j]!
  return picked
}
