import type { Token } from 'node-llama-cpp'
import type { CompletionRequest } from '../../protocol/ports/language-model.ts'

/** The two ways of reading text as tokens. */
export interface Tokenize {
  /** With `special`, markers become control tokens; without, every character stays text. */
  (text: string, special: boolean): Token[]
}

/** The markers of the ChatML template; both must be single control tokens of the model's vocabulary. */
export const CHATML_MARKERS = ['<|im_start|>', '<|im_end|>'] as const

/**
 * A request as ChatML tokens, ending where the assistant's answer begins (after `opening`, if any).
 *
 * Only the markers are read as control tokens. Whatever a request's texts contain, a forged `<|im_end|>` included,
 * enters the prompt as text.
 */
export function chatmlTokens(
  request: Pick<CompletionRequest, 'system' | 'turns'>,
  opening: string,
  tokenize: Tokenize,
): Token[] {
  const [start, end] = CHATML_MARKERS.map((marker) => tokenize(marker, true))
  const block = (role: string, text: string): Token[] => [
    ...(start ?? []),
    ...tokenize(`${role}\n${text}`, false),
  ]
  const closed = (role: string, text: string): Token[] => [
    ...block(role, text),
    ...(end ?? []),
    ...tokenize('\n', false),
  ]
  return [
    ...(request.system === '' ? [] : closed('system', request.system)),
    ...request.turns.flatMap((turn) => closed(turn.role, turn.text)),
    ...block('assistant', opening),
  ]
}
