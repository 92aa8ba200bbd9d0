import { DsoError } from '../../protocol/errors.ts'
import { combineLogits } from './combine-logits.ts'

/** The likeliest next tokens after one context, as endpoints give them: a token's text and its log-probability in nats. */
export type TopLogProbs = ReadonlyMap<string, number>

/** What is combined, and what guards it. */
export interface CombineTopLogProbsOptions {
  /** The model on its own, at least one token. */
  base: TopLogProbs
  /** At most 64, each with at least one token and an exponent −100…100. */
  experts: readonly { top: TopLogProbs; alpha: number }[]
  /** As for combineLogits. */
  plausibility?: number
}

/** Least mass that is believed to lie outside of a list. */
const LEAST_REST = 1e-9

/**
 * The product of experts (seed A eq. 1) where only the N likeliest tokens of each context are known.
 *
 * Only tokens that the base lists take part. One that an expert does not list counts as likely as it can be at most: as
 * the least likely one that is listed, or as all that is not listed together. That is an approximation, and the coarser
 * the fewer tokens the lists have in common.
 *
 * @returns the tokens that are not implausible, likeliest first, with log-probabilities that are normalised among them; on
 *   equal ones in the order of the base
 * @throws DsoError `SAMPLE_EMPTY`, `VALUE_NOT_FINITE`, `OPTION_INVALID`, each with the field
 */
export function combineTopLogProbs({
  base,
  experts,
  ...guards
}: CombineTopLogProbsOptions): { token: string; logProb: number }[] {
  checkTop(base, 'base')
  const tokens = [...base.keys()]
  const { logProbs } = combineLogits({
    base: Float32Array.from(base.values()),
    experts: experts.map(({ top, alpha }, index) => {
      checkTop(top, `experts[${index}].top`)
      const absent = boundAbsent(top)
      const logits = Float32Array.from(tokens, (token) => top.get(token) ?? absent)
      return { kind: 'logits', logits, alpha }
    }),
    ...guards,
  })
  return tokens
    .map((token, index) => ({ token, logProb: logProbs[index]! }))
    .filter(({ logProb }) => logProb > Number.NEGATIVE_INFINITY)
    .toSorted((a, b) => b.logProb - a.logProb)
}

function boundAbsent(top: TopLogProbs): number {
  const listed = [...top.values()]
  const rest = listed.reduce((left, logProb) => left - Math.exp(logProb), 1)
  return Math.min(...listed, Math.log(Math.max(rest, LEAST_REST)))
}

function checkTop(top: TopLogProbs, field: string): void {
  if (top.size === 0) throw new DsoError('SAMPLE_EMPTY', { details: { field } })
  for (const value of top.values()) {
    // Rounded to f32 it must be finite too.
    if (!Number.isFinite(Math.fround(value))) {
      throw new DsoError('VALUE_NOT_FINITE', { details: { field, value } })
    }
  }
}
