import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  formatBytes,
  formatCount,
  formatDecimal,
  formatNoun,
  formatPercent,
  formatSeconds,
  formatSigned,
  formatTokens,
} from './format-number.ts'

describe('number formats', () => {
  test.each([
    [formatDecimal(-0.04, 1), '0.0'],
    [formatDecimal(-1.25, 1), '−1.3'],
    [formatSigned(47.94, 1), '+47.9'],
    [formatSigned(-3, 0), '−3'],
    [formatSigned(0.2, 0), '0'],
    [formatPercent(0.635), '64%'],
    [formatCount(1_234_567.4), '1,234,567'],
    [formatCount(999), '999'],
    [formatCount(-1234), '−1,234'],
    [formatBytes(999), '999 B'],
    [formatBytes(48_310), '48.3 kB'],
    [formatBytes(999_949), '999.9 kB'],
    [formatBytes(999_950), '1 MB'],
    [formatSeconds(1.56), '1.6 s'],
    [formatSeconds(96.4), '96 s'],
    [formatSeconds(179.6), '3 min 00 s'],
    [formatTokens('0'), '0 AI'],
    [formatTokens('1'), '<0.0001 AI'],
    [formatTokens('10000000000000000000'), '10 AI'],
    [formatTokens('1234500000000000000000'), '1,234.5 AI'],
    [formatNoun(1, 'task'), '1 task'],
    [formatNoun(2000, 'task'), '2,000 tasks'],
  ])('%s', (text, expected) => {
    expect(text).toBe(expected)
  })

  test.prop([fc.integer({ min: 0, max: 1e9 })])('grouping loses no digit', (value) => {
    expect(formatCount(value).replaceAll(',', '')).toBe(String(value))
  })
})
