/** Characters of a text that are looked at; what comes after them cannot be found, and costs nothing. */
const MAX_CHARACTERS = 1 << 16

/** Longest word in characters; the rest of a longer one does not tell it apart. */
const MAX_WORD = 64

// Scripts without blanks between words give a token a character.
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'
const WORDS = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{N}])+`, 'gu')
const BEYOND_ASCII = /[^a-z0-9]/gu

/**
 * The words of a text, for search: compatibility forms and marks resolved, lower case, cut at everything that is neither
 * letter nor digit. Tokens hold `a–z 0–9` only (other letters are written as `u`, their code point in hex, `z`), so
 * that no other tokenizer can read them differently and none can be part of a query language.
 */
export function tokenizeText(text: string): string[] {
  const start = text.slice(0, MAX_CHARACTERS).toWellFormed()
  const bare = start.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return Array.from(bare.matchAll(WORDS), ([word]) =>
    word
      .slice(0, MAX_WORD)
      .toWellFormed()
      .replace(BEYOND_ASCII, (char) => `u${char.codePointAt(0)!.toString(16)}z`),
  )
}
