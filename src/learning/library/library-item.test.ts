import { expect, test } from 'vitest'
import { computeCid } from '../../protocol/encoding/compute-cid.ts'
import { encodeExperience } from '../../protocol/experience/encode-experience.ts'
import type { Experience } from '../../protocol/experience/experience.ts'
import { renderMemory } from '../prior/render-memory.ts'
import { countMemoryTokens } from './count-memory-tokens.ts'
import { toLibraryItem } from './library-item.ts'

const base = {
  v: 1,
  domain: 'parcel.ship',
  code: { profile: 'direct-384', bytes: new Uint8Array(388) },
  evidence: { suite: 'toy/1', tasks: 4, wins: 3, losses: 0, gainLower: 100 },
  model: 'scripted',
} as const
const text = 'When calling parcel.ship, write weight in grams.'
const example = { input: 'Ship 7 kg.', output: '{"weight":7000}' }

test.each<[Experience, object]>([
  [{ ...base, kind: 'sentence', text }, { text }],
  [{ ...base, kind: 'example', example }, { example }],
  [
    { ...base, kind: 'both', text, example },
    { text, example },
  ],
])('$kind becomes an item with exactly its parts', (experience, parts) => {
  const bytes = encodeExperience(experience)
  const cid = computeCid(bytes, 'dag-cbor').toString()
  const embedding = Float32Array.of(1)
  const { evidence, domain } = base
  expect(toLibraryItem({ cid, bytes, embedding })).toEqual({
    cid,
    domain,
    ...parts,
    embedding,
    tokens: countMemoryTokens(parts),
    evidence,
  })
})

test('bytes that are no experience are refused', () => {
  const record = { cid: 'x', bytes: Uint8Array.of(1, 2), embedding: Float32Array.of(1) }
  expect(() => toLibraryItem(record)).toThrowDso('CBOR_NOT_CANONICAL')
})

test('tokens are those of the lines in a prompt, a third of their bytes', () => {
  for (const item of [{ text }, { example }, { text, example }]) {
    const [, ...lines] = renderMemory([item]).split('\n')
    expect(countMemoryTokens(item)).toBe(Math.ceil((lines.join('\n').length - 0) / 3))
  }
  expect(countMemoryTokens({})).toBe(0)
})
