import type { Random } from '../../protocol/ports/random.ts'
import { pick } from './draws.ts'

/**
 * Draws one of several ways to ask and puts the words in: `{name}` stands for `words.name`. Begins with a capital.
 */
export function wordRequest(
  random: Random,
  wordings: readonly string[],
  words: Readonly<Record<string, string | number>>,
): string {
  const text = pick(random, wordings).replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(words[name] ?? ''),
  )
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `tea, cake and plates`. */
export function listWords(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}
