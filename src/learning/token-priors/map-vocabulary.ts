import { DsoError } from '../../protocol/errors.ts'
import type { LogitsModel } from '../../protocol/ports.ts'
import type { TokenSchema } from './token-schema.ts'

/** Which tokens of a model belong to which bins of a schema. */
export interface VocabularyMap {
  /** Id of the schema. */
  schema: string
  /** The bin of each token, {@link NO_BIN} for none. */
  binOf: Int32Array
  /** The tokens of each bin; none for a bin whose piece is no token of the model. */
  tokensOf: readonly (readonly number[])[]
  /** Bins that have a token. */
  covered: number
}

/** The bin of tokens that the schema does not name. */
export const NO_BIN = -1

/**
 * Maps a schema onto a model's vocabulary. Bins are texts, because token ids mean nothing to another tokenizer: a token
 * belongs to the bin of exactly its text. Bins that the vocabulary lacks stay empty, and a prior says nothing of them.
 *
 * @throws DsoError `OPTION_INVALID` for a vocabulary without tokens
 */
export function mapVocabulary(
  schema: Pick<TokenSchema, 'id' | 'pieces'>,
  model: Pick<LogitsModel, 'vocabularySize' | 'detokenize'>,
): VocabularyMap {
  const { vocabularySize } = model
  if (!(Number.isSafeInteger(vocabularySize) && vocabularySize > 0)) {
    throw new DsoError('OPTION_INVALID', {
      details: { field: 'vocabularySize', value: vocabularySize },
    })
  }
  const bins = new Map(schema.pieces.map((piece, bin) => [piece, bin]))
  const binOf = new Int32Array(vocabularySize).fill(NO_BIN)
  const tokensOf: number[][] = schema.pieces.map(() => [])
  for (let token = 0; token < vocabularySize; token++) {
    // Control tokens have no text, and no piece is empty.
    const bin = bins.get(model.detokenize([token]))
    if (bin === undefined) continue
    binOf[token] = bin
    tokensOf[bin]!.push(token)
  }
  const covered = tokensOf.filter((tokens) => tokens.length > 0).length
  return { schema: schema.id, binOf, tokensOf, covered }
}
