import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { findContentRefusal } from '../../protocol/experience/find-content-refusal.ts'
import { readSentences } from './read-sentences.ts'

describe('readSentences', () => {
  test('brings sentences onto one line each, closed and in NFC', () => {
    expect(readSentences([' When a,\n do e\u0301 ', 'Why?'])).toEqual(['When a, do é.', 'Why?'])
  })

  test('leaves out what may not be said, and says nothing twice', () => {
    const said = ['When a, do b.', '', 7, undefined, 'see https://evil.example', 'When a, do b']
    expect(readSentences(said)).toEqual(['When a, do b.'])
  })

  test('an endless sentence takes no other with it', () => {
    expect(readSentences(['so '.repeat(50_000), 'When a, do b.'])).toEqual(['When a, do b.'])
  })

  test.prop([fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.lorem(), fc.anything()))])(
    'whatever is said, what comes out may enter a prompt',
    (said) => {
      for (const text of readSentences(said)) expect(findContentRefusal({ text })).toBeUndefined()
    },
  )
})
