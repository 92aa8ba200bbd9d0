import type { CallOptions } from './call-options.ts'
import type { CompletionRequest, LanguageModel } from './language-model.ts'

/** What stands before an answer. */
export type PromptContext = Pick<CompletionRequest, 'system' | 'turns'>

/** What the next token is asked of. */
export interface NextLogitsRequest {
  /** One or more; where they begin alike, runtimes that can evaluate the common part once. */
  contexts: readonly PromptContext[]
  /** The answer so far, the same after every context; empty at its beginning. */
  answer: readonly number[]
}

/** A language model whose distribution over the next token is within reach. Implementations: embedded llama.cpp. */
export interface LogitsModel extends LanguageModel {
  /** Tokens in the vocabulary; their ids are 0 … `vocabularySize` − 1. */
  readonly vocabularySize: number
  /** A text as tokens, never as control tokens. */
  tokenize(text: string): number[]
  /**
   * Tokens as text; control tokens are none, an incomplete character reads as U+FFFD.
   * @throws DsoError `OPTION_INVALID` for a token that is not in the vocabulary
   */
  detokenize(tokens: readonly number[]): string
  /** Whether the token ends the turn. */
  isEnd(token: number): boolean
  /**
   * The logits of the next token after each context and the answer so far. No filter or penalty has touched them.
   * Calls that only make the answer longer cost one evaluated token for each context.
   * @returns one Float32Array of length {@link vocabularySize} for each context, in order
   * @throws DsoError `SAMPLE_EMPTY` without contexts, `OPTION_INVALID` for a token that is not in the vocabulary,
   *   `PROMPT_TOO_LONG`, `MODEL_FAILED`
   */
  nextLogits(request: NextLogitsRequest, options?: CallOptions): Promise<Float32Array[]>
}
