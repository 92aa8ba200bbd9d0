import { describe, expect, test } from 'vitest'
import { makeRequest } from '../../../test/compliance/language-model.ts'
import type { CompletionRequest } from '../../protocol/ports/language-model.ts'
import { embeddingKey, requestKey } from './request-key.ts'

const HASH = 'e'.repeat(64)
const base = makeRequest({ temperature: 0.5 })

describe('requestKey', () => {
  test('it is stable: recordings in the repository are found by it', () => {
    expect(requestKey(HASH, makeRequest())).toBe(
      '562514ac774466b92e97467424c9d61eeabf7fa98b12f0f364b7652f5e88e5ae',
    )
  })

  test.each<[string, Partial<CompletionRequest>]>([
    ['system', { system: 'x' }],
    ['turn text', { turns: [{ role: 'user', text: 'x' }] }],
    ['role', { turns: base.turns.map((turn) => ({ ...turn, role: 'assistant' as const })) }],
    ['kind of format', { format: { kind: 'object', keys: [] } }],
    ['keys', { format: { kind: 'object', keys: ['a'] } }],
    ['prefill', { format: { kind: 'text', prefill: 'x' } }],
    ['stop', { format: { kind: 'text', stop: ['x'] } }],
    ['maxTokens', { maxTokens: 13 }],
    ['temperature', { temperature: 0.6 }],
    ['seed', { seed: 2 }],
  ])('another %s has another key', (_, fields) => {
    expect(requestKey(HASH, { ...base, ...fields })).not.toBe(requestKey(HASH, base))
  })

  test('another model has another key', () => {
    expect(requestKey('f'.repeat(64), base)).not.toBe(requestKey(HASH, base))
  })

  test('requests that mean the same share a key', () => {
    const greedy = { ...base, temperature: 0 }
    expect(requestKey(HASH, { ...greedy, seed: 9 })).toBe(requestKey(HASH, greedy))
    const empty = { ...base, format: { kind: 'text' as const, prefill: '', stop: [] } }
    expect(requestKey(HASH, empty)).toBe(requestKey(HASH, base))
  })

  test('texts cannot run into each other', () => {
    const one = makeRequest({ system: 'a', turns: [{ role: 'user', text: 'b' }] })
    const two = makeRequest({ system: 'a","b', turns: [{ role: 'user', text: '' }] })
    expect(requestKey(HASH, one)).not.toBe(requestKey(HASH, two))
  })
})

describe('embeddingKey', () => {
  test('text and encoder matter', () => {
    const keys = [
      embeddingKey(HASH, 'a'),
      embeddingKey(HASH, 'b'),
      embeddingKey('f'.repeat(64), 'a'),
    ]
    expect(new Set(keys).size).toBe(3)
  })
})
