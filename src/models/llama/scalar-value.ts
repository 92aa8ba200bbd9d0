/** A scalar of a flat JSON object. */
export type Scalar = string | number | boolean | null

/** How far a value that is being written has come. */
export type ScalarState =
  /** More text may follow. */
  | { state: 'open' }
  /** `text.slice(0, end)` is the whole value; `close` is what it lacks to be JSON. */
  | { state: 'closed'; value: Scalar; end: number; close: '' | '"' }
  /** No scalar begins like this. */
  | { state: 'invalid' }

const LITERALS = ['true', 'false', 'null'] as const

/**
 * Reads the beginning of a JSON scalar as a model writes it. A string ends at its closing quote, or unclosed at a line
 * break; a literal ends with its last letter; a number ends before `,`, `}` or a line break, and becomes a string when
 * it is none (`2024-05-06`, `007`, `1e999`, integers that a double would round).
 */
export function readScalar(text: string): ScalarState {
  const start = text.length - text.trimStart().length
  const body = text.slice(start)
  if (body === '') return { state: 'open' }
  if (body.startsWith('"')) return readString(text, start)
  if (/^[-\d]/.test(body)) return readBare(text)
  for (const literal of LITERALS) {
    if (body.startsWith(literal)) {
      return {
        state: 'closed',
        value: JSON.parse(literal) as Scalar,
        end: start + literal.length,
        close: '',
      }
    }
    if (literal.startsWith(body)) return { state: 'open' }
  }
  return { state: 'invalid' }
}

/** Reads a value without quotes, which ends before `,`, `}` or a line break: a number, or a string if it is none. */
export function readBare(text: string): ScalarState {
  const start = text.length - text.trimStart().length
  const length = text.slice(start).search(/[,}\n]/)
  if (length < 0) return { state: 'open' }
  const end = start + length
  return { state: 'closed', value: numberOrText(text.slice(start, end).trimEnd()), end, close: '' }
}

/** What an unfinished value is taken for: a JSON string of what was produced, or a number that is complete by chance. */
export function settleScalar(text: string): { value: Scalar; close: '' | '"' } {
  const body = text.trimStart().replace(/\uFFFD+$/, '')
  if (body.startsWith('"')) return { value: unescape(body.slice(1)), close: '"' }
  return { value: numberOrText(body.trimEnd()), close: '' }
}

function readString(text: string, start: number): ScalarState {
  for (let i = start + 1; i < text.length; i++) {
    const character = text[i]
    if (character === '\\') i++
    else if (character === '"') {
      return { state: 'closed', value: unescape(text.slice(start + 1, i)), end: i + 1, close: '' }
    } else if (character === '\n') {
      return { state: 'closed', value: unescape(text.slice(start + 1, i)), end: i, close: '"' }
    }
  }
  return { state: 'open' }
}

function numberOrText(text: string): Scalar {
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text)) return text
  const value = Number(text)
  const exact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))
  return exact ? value : text
}

function unescape(inner: string): string {
  try {
    return JSON.parse(`"${inner}"`) as string
  } catch {
    return inner
  }
}
