import { DsoError } from '../../protocol/errors.ts'
import type { TokenBias } from '../decoding/token-bias.ts'
import type { VocabularyMap } from './map-vocabulary.ts'
import type { TokenPriorRow } from './token-prior.ts'

/**
 * What a row says of the tokens of a model: log φ(y | x) = Δ̂[s(x)][bin(y)] (seed A eq. 1), for combineLogits. Tokens of
 * one bin are treated alike; tokens without a bin, and bins without a token, are left alone.
 *
 * @throws DsoError `FORMAT_INVALID` for a bin that the map does not know
 */
export function toTokenBias(
  { bins, values }: Pick<TokenPriorRow, 'bins' | 'values'>,
  { tokensOf }: Pick<VocabularyMap, 'tokensOf'>,
): TokenBias {
  const tokens: number[] = []
  const biases: number[] = []
  for (let i = 0; i < bins.length; i++) {
    const known = tokensOf[bins[i]!]
    if (known === undefined) {
      throw new DsoError('FORMAT_INVALID', {
        details: { field: 'bins', index: i, bin: bins[i], bins: tokensOf.length },
      })
    }
    for (const token of known) {
      tokens.push(token)
      biases.push(values[i]!)
    }
  }
  return { tokens: Uint32Array.from(tokens), values: Float32Array.from(biases) }
}
