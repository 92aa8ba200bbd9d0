import { describe, expect, test } from 'vitest'
import { firstStop } from './stop-texts.ts'

describe('firstStop', () => {
  test('the earliest in the text wins, not the first in the list', () => {
    expect(firstStop('one\ntwo.', ['.', '\n'])).toBe(3)
  })

  test('none is −1', () => {
    expect(firstStop('one', ['\n'])).toBe(-1)
    expect(firstStop('one')).toBe(-1)
  })
})
