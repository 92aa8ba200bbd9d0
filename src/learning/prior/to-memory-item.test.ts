import { expect, test } from 'vitest'
import type { Experience } from '../../protocol/experience/experience.ts'
import { toMemoryItem } from './to-memory-item.ts'

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
])('$kind becomes exactly its parts', (experience, item) => {
  expect(toMemoryItem(experience)).toEqual(item)
})
