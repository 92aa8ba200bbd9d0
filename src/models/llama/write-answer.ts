import type { Token } from 'node-llama-cpp'
import { firstStop } from '../stop-texts.ts'
import { readBare, readScalar, settleScalar, type Scalar } from './scalar-value.ts'

/** What writing an answer needs of the model. */
export interface Writer {
  /** Appends tokens to the context and draws the next one. */
  next(tokens: readonly Token[]): Promise<Token>
  /** Text as tokens, never as control tokens. */
  tokenize(text: string): Token[]
  /** Tokens as text; an incomplete character reads as U+FFFD. */
  detokenize(tokens: readonly Token[]): string
  /** Whether the token ends the turn. */
  isEnd(token: Token): boolean
}

/** An answer, and how many tokens the model drew for it. */
export interface WrittenAnswer {
  text: string
  finish: 'stop' | 'length'
  drawn: number
}

/** Writes free text until the turn ends, a stop text appears or `maxTokens` are drawn. */
export async function writeText(
  writer: Writer,
  { stop = [], maxTokens }: { stop?: readonly string[]; maxTokens: number },
): Promise<WrittenAnswer> {
  const tokens: Token[] = []
  let text = ''
  for (let drawn = 1; drawn <= maxTokens; drawn++) {
    const token = await writer.next(tokens.slice(-1))
    if (writer.isEnd(token)) return { text, finish: 'stop', drawn }
    tokens.push(token)
    text = writer.detokenize(tokens)
    const cut = firstStop(text, stop)
    if (cut >= 0) return { text: text.slice(0, cut), finish: 'stop', drawn }
  }
  return { text: text.replace(/\uFFFD+$/, ''), finish: 'length', drawn: maxTokens }
}

/** What stands before the value of `keys[index]` in an object as models write it. */
export function objectHead(keys: readonly string[], index: number): string {
  return `${index === 0 ? '{' : ', '}${JSON.stringify(keys[index])}:`
}

/**
 * Writes one flat object: the keys are given, the model draws the values. The context already ends with
 * `objectHead(keys, 0)`.
 *
 * @param maxTokens bound of each value
 */
export async function writeObject(
  writer: Writer,
  { keys, maxTokens }: { keys: readonly string[]; maxTokens: number },
): Promise<WrittenAnswer> {
  const fields: string[] = []
  let finish: WrittenAnswer['finish'] = 'stop'
  let drawn = 0
  let given: Token[] = []
  for (const [index, key] of keys.entries()) {
    const head = index + 1 < keys.length ? objectHead(keys, index + 1) : ''
    const value = await writeValue(writer, given, head, maxTokens)
    fields.push(`${JSON.stringify(key)}:${JSON.stringify(value.value)}`)
    given = value.given
    drawn += value.drawn
    if (!value.complete) finish = 'length'
  }
  return { text: `{${fields.join(',')}}`, finish, drawn }
}

interface WrittenValue {
  value: Scalar
  /** False when `maxTokens` ended it. */
  complete: boolean
  drawn: number
  /** What has to be appended before the next value: the unevaluated end of this one and the next head. */
  given: Token[]
}

async function writeValue(
  writer: Writer,
  given: readonly Token[],
  head: string,
  maxTokens: number,
): Promise<WrittenValue> {
  const tokens: Token[] = []
  let opening = ''
  let append = given
  for (let drawn = 1; ; drawn++) {
    const token = await writer.next(append)
    const before = opening + writer.detokenize(tokens)
    if (writer.isEnd(token)) {
      const { value, close } = settleScalar(before)
      return { value, complete: true, drawn, given: writer.tokenize(close + head) }
    }
    const after = opening + writer.detokenize([...tokens, token])
    const blank = before.trim() === ''
    const started = readScalar(after)
    const read = started.state === 'invalid' && !blank ? readBare(after) : started
    if (read.state === 'closed') {
      const whole = after.slice(0, read.end) + read.close
      // The drawn token may reach beyond the value (`",`), so only its part of the value is kept.
      const end = whole.startsWith(before)
        ? writer.tokenize(whole.slice(before.length) + head)
        : [token, ...writer.tokenize(read.close + head)]
      return { value: read.value, complete: true, drawn, given: end }
    }
    if (drawn >= maxTokens) {
      const { value, close } = settleScalar(after)
      const end = [token, ...writer.tokenize(close + head)]
      return { value, complete: false, drawn, given: end }
    }
    if (read.state === 'invalid') {
      // An array, an object or a bare word: the value becomes a string instead, and the token is dropped.
      const quote = before === '' ? ' "' : '"'
      opening = before + quote
      tokens.length = 0
      append = writer.tokenize(quote)
    } else {
      tokens.push(token)
      append = [token]
    }
  }
}
