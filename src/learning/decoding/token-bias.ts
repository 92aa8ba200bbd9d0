import { DsoError } from '../../protocol/errors.ts'

/** A factor that speaks of few tokens: log φ of each, and 0 of all others. */
export interface TokenBias {
  /** Token ids, each at most once. */
  tokens: Uint32Array
  /** log φ in nats, finite, one a token. */
  values: Float32Array
}

/**
 * Checks a bias against the vocabulary that it is applied to.
 *
 * @param size tokens in the vocabulary
 * @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`, `OPTION_INVALID` for a token that is not in the vocabulary or
 *   stands twice; each with the field and the index
 */
export function checkTokenBias({ tokens, values }: TokenBias, size: number, field: string): void {
  if (tokens.length !== values.length) {
    throw new DsoError('LENGTH_MISMATCH', {
      details: { field, tokens: tokens.length, values: values.length },
    })
  }
  const seen = new Set<number>()
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!
    const value = values[index]!
    if (!Number.isFinite(value)) {
      throw new DsoError('VALUE_NOT_FINITE', { details: { field, index, value } })
    }
    if (token >= size || seen.has(token)) {
      throw new DsoError('OPTION_INVALID', { details: { field, index, token, size } })
    }
    seen.add(token)
  }
}
