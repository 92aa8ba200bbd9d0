import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { parseReport } from './parse-report.ts'

const recallId = '0123456789abcdef0123456789abcdef'
const base = { recallId, task: 'Ship 7 kg.', model: 'm' }
const attempts = [
  { answer: '{"weight":7}', message: 'weight: too small' },
  { answer: '{"weight":7000}' },
]

describe('parseReport', () => {
  test('a pass after a retry: the first answer failed, the reward halved', () => {
    expect(parseReport({ ...base, attempts, passed: true })).toEqual({
      ...base,
      attempts: [
        { answer: '{"weight":7}', passed: false, message: 'weight: too small', fields: {} },
        { answer: '{"weight":7000}', passed: true, message: '', fields: {} },
      ],
      reward: 500,
    })
  })

  test.each([
    [{ passed: true }, 1, 1000, true],
    [{ passed: true }, 3, 250, true],
    [{ passed: false }, 2, 0, false],
    [{ reward: 1 }, 2, 1000, true],
    [{ reward: 0 }, 1, 0, false],
    [{ reward: 0.4 }, 1, 400, undefined],
  ])('%o after %i attempts is worth %i', (outcome, count, reward, passed) => {
    const given = Array.from({ length: count }, () => ({ answer: 'x' }))
    const report = parseReport({ ...base, attempts: given, ...outcome })
    expect(report.reward).toBe(reward)
    expect(report.attempts.at(-1)?.passed).toBe(passed)
  })

  test('what is said of an attempt stands', () => {
    const told = [{ answer: 'x', passed: true, fields: { a: true, b: false } }]
    const [attempt] = parseReport({ ...base, attempts: told, reward: 0.4 }).attempts
    expect(attempt).toEqual({
      answer: 'x',
      passed: true,
      message: '',
      fields: { a: true, b: false },
    })
  })

  test.each([
    [{ reward: 1.01 }, 'REWARD_OUT_OF_RANGE'],
    [{ reward: -0.1 }, 'REWARD_OUT_OF_RANGE'],
    [{ reward: Number.NaN }, 'REWARD_OUT_OF_RANGE'],
    [{ reward: Infinity }, 'REWARD_OUT_OF_RANGE'],
    [{ reward: '1' }, 'FORMAT_INVALID'],
    [{}, 'FORMAT_INVALID'],
    [{ passed: true, reward: 1 }, 'FORMAT_INVALID'],
    [{ passed: true, recallId: 'x' }, 'FORMAT_INVALID'],
    [{ passed: true, recallId: recallId.toUpperCase() }, 'FORMAT_INVALID'],
    [{ passed: true, task: '' }, 'FORMAT_INVALID'],
    [{ passed: true, task: '\ud83d' }, 'FORMAT_INVALID'],
    [{ passed: true, model: 'a\nb' }, 'FORMAT_INVALID'],
    [{ passed: true, extra: 1 }, 'FORMAT_INVALID'],
    [{ passed: true, attempts: [] }, 'FORMAT_INVALID'],
    [{ passed: true, attempts: 3 }, 'FORMAT_INVALID'],
    [{ passed: true, attempts: Array(17).fill({ answer: 'x' }) }, 'FORMAT_INVALID'],
    [{ passed: true, attempts: [{ answer: 'x', passed: false }] }, 'FORMAT_INVALID'],
    [{ passed: true, attempts: [{ answer: 'x', fields: { 'a\n': true } }] }, 'FORMAT_INVALID'],
    [{ passed: true, task: 'x'.repeat(1 << 20) }, 'BYTES_TOO_LONG'],
    [{ passed: true, task: '☃'.repeat(3000) }, 'BYTES_TOO_LONG'],
    [{ passed: true, attempts: [{ answer: 'x'.repeat(1 << 20) }] }, 'BYTES_TOO_LONG'],
    [{ passed: true, attempts: [{ answer: 'x', message: 'x'.repeat(4000) }] }, 'BYTES_TOO_LONG'],
  ] as const)('case %#: refused with a code', (fields, code) => {
    expect(() => parseReport({ ...base, attempts: [{ answer: 'x' }], ...fields })).toThrowDso(code)
  })

  test('too many parts are refused', () => {
    const fields = Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`f${index}`, true]))
    const report = { ...base, attempts: [{ answer: 'x', fields }], passed: true }
    expect(() => parseReport(report)).toThrowDso('FORMAT_INVALID')
  })

  test.prop([fc.anything()])('anything else is refused, with a code and nothing else', (value) => {
    expect(() => parseReport(value)).toThrowDso('FORMAT_INVALID')
  })
})
