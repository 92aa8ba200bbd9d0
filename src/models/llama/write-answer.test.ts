import type { Token } from 'node-llama-cpp'
import { describe, expect, test } from 'vitest'
import { writeObject, writeText, type Writer } from './write-answer.ts'

const END = '<end>'

/** A model that says given tokens in order and writes down all that its context received. */
function sayingWriter(said: readonly string[]) {
  const vocabulary: string[] = []
  const idOf = (text: string): Token => {
    if (!vocabulary.includes(text)) vocabulary.push(text)
    return vocabulary.indexOf(text) as Token
  }
  const textOf = (tokens: readonly Token[]): string =>
    tokens.map((token) => vocabulary[token] ?? '?').join('')
  const seen = { context: '', calls: 0 }
  const writer: Writer = {
    next: (tokens) => {
      seen.context += textOf(tokens)
      const token = said[seen.calls++]
      return token === undefined
        ? Promise.reject(new Error('too many'))
        : Promise.resolve(idOf(token))
    },
    tokenize: (text) => (text === '' ? [] : [idOf(text)]),
    detokenize: textOf,
    isEnd: (token) => vocabulary[token] === END,
  }
  return { writer, seen }
}

describe('writeObject', () => {
  test('keys are given, only values are drawn, and the last brace costs nothing', async () => {
    const { writer, seen } = sayingWriter([' "', 'x', 'y', '",', ' 12', ',', ' true'])
    const answer = await writeObject(writer, { keys: ['a', 'b', 'c'], maxTokens: 9 })
    expect(answer).toEqual({ text: '{"a":"xy","b":12,"c":true}', finish: 'stop', drawn: 7 })
    expect(seen.context).toBe(' "xy", "b": 12, "c":')
  })

  test('what a token says beyond the value is forgotten', async () => {
    const { writer, seen } = sayingWriter([' "x"}', ' "y', '"\n}'])
    const answer = await writeObject(writer, { keys: ['a', 'b'], maxTokens: 9 })
    expect(answer.text).toBe('{"a":"x","b":"y"}')
    expect(seen.context).toBe(' "x", "b": "y')
  })

  test.each([
    ['an array', ' ["'],
    ['an object', ' {"'],
    ['a bare word', ' Paris'],
  ])('%s is turned into a string', async (_, first) => {
    const { writer, seen } = sayingWriter([first, 'Paris', '"}'])
    const answer = await writeObject(writer, { keys: ['a'], maxTokens: 9 })
    expect(answer).toEqual({ text: '{"a":"Paris"}', finish: 'stop', drawn: 3 })
    expect(seen.context).toBe(' "Paris')
  })

  test('a bare word after a blank token is turned into a string too', async () => {
    const { writer, seen } = sayingWriter([' ', '[', 'x', '"'])
    const answer = await writeObject(writer, { keys: ['a'], maxTokens: 9 })
    expect(answer.text).toBe('{"a":"x"}')
    expect(seen.context).toBe(' "x')
  })

  test('a word that began like a literal ends like a number', async () => {
    const { writer } = sayingWriter([' n', 'ew', ' york', ','])
    const answer = await writeObject(writer, { keys: ['a'], maxTokens: 9 })
    expect(answer.text).toBe('{"a":"new york"}')
  })

  test('the bound is one of each value, and an open string is closed before the next key', async () => {
    const { writer, seen } = sayingWriter([' "', 'x', ' 1', ','])
    const answer = await writeObject(writer, { keys: ['a', 'b'], maxTokens: 2 })
    expect(answer).toEqual({ text: '{"a":"x","b":1}', finish: 'length', drawn: 4 })
    expect(seen.context).toBe(' "x", "b": 1')
  })

  test('the end of the turn ends a value, and the next key is still asked for', async () => {
    const { writer, seen } = sayingWriter([' "', 'x', END, END])
    const answer = await writeObject(writer, { keys: ['a', 'b'], maxTokens: 9 })
    expect(answer).toEqual({ text: '{"a":"x","b":""}', finish: 'stop', drawn: 4 })
    expect(seen.context).toBe(' "x", "b":')
  })

  test('a line break ends a string', async () => {
    const { writer, seen } = sayingWriter([' "x', '\n', ' 1', '}'])
    const answer = await writeObject(writer, { keys: ['a', 'b'], maxTokens: 9 })
    expect(answer.text).toBe('{"a":"x","b":1}')
    expect(seen.context).toBe(' "x", "b": 1')
  })

  test('keys are quoted as JSON wants it', async () => {
    const { writer } = sayingWriter([' 1}'])
    const answer = await writeObject(writer, { keys: ['a"\n'], maxTokens: 9 })
    expect(answer.text).toBe('{"a\\"\\n":1}')
  })
})

describe('writeText', () => {
  test('the turn ends', async () => {
    const { writer, seen } = sayingWriter(['One', ' two', END])
    expect(await writeText(writer, { maxTokens: 9 })).toEqual({
      text: 'One two',
      finish: 'stop',
      drawn: 3,
    })
    expect(seen.context).toBe('One two')
  })

  test('a stop text is found across tokens, and nothing of it is returned', async () => {
    const { writer } = sayingWriter(['One', ' #', '#', ' two'])
    expect(await writeText(writer, { stop: ['##', '\n'], maxTokens: 9 })).toEqual({
      text: 'One ',
      finish: 'stop',
      drawn: 3,
    })
  })

  test('the bound ends it, and half a character at the end is dropped', async () => {
    const { writer } = sayingWriter(['caf', '\uFFFD'])
    expect(await writeText(writer, { maxTokens: 2 })).toEqual({
      text: 'caf',
      finish: 'length',
      drawn: 2,
    })
  })
})
