import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { readReportFixture } from '../../../test/fixtures/read-report.ts'
import { meetsGoal, type Report } from './report.ts'
import { checkReport, formatReport, MAX_REPORT_LENGTH, parseReport } from './report-format.ts'

/** The same value with the fields of every object in reverse order. */
function reverseFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseFields)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toReversed()
  return Object.fromEntries(entries.map(([key, field]) => [key, reverseFields(field)]))
}

/** The fixture with something changed. */
function changed(change: (report: Report) => unknown): Report {
  const report = readReportFixture()
  change(report)
  return report
}

describe('report format', () => {
  test('what is written is read back', () => {
    const report = readReportFixture()
    expect(parseReport(formatReport(report))).toEqual(report)
  })

  test('the text does not depend on how the report was put together', () => {
    const report = readReportFixture()
    const reversed = reverseFields(report)
    expect(JSON.stringify(reversed)).not.toBe(JSON.stringify(report))
    expect(formatReport(reversed as Report)).toBe(formatReport(report))
    expect(formatReport(report).endsWith('}\n')).toBe(true)
  })

  test.each<[string, (report: Report) => unknown]>([
    ['another version', (report) => Object.assign(report, { v: 2 })],
    ['an unknown field', (report) => Object.assign(report, { startedAt: 1 })],
    ['an unknown field inside', (report) => Object.assign(report.run, { host: 'x' })],
    ['a missing field', (report) => Reflect.deleteProperty(report, 'notes')],
    ['a rate above one', (report) => Object.assign(report.arms[0]!.success, { value: 1.2 })],
    ['a number that is not one', (report) => Object.assign(report.arms[0]!, { n: Number.NaN })],
    ['an arm id with markup', (report) => Object.assign(report.arms[0]!, { id: '<b>' })],
    ['half an interval', (report) => Object.assign(report.comparisons[0]!, { low: null })],
    [
      'a verdict that is wrong',
      (report) => Object.assign(report.comparisons[0]!, { holds: false }),
    ],
    ['a verdict without a goal', (report) => Object.assign(report.comparisons[0]!, { goal: null })],
    ['events out of order', (report) => report.timeline.reverse()],
    ['wei that are not whole', (report) => Object.assign(report.poison[0]!, { slashedWei: '1.5' })],
    ['a hash of the wrong length', (report) => Object.assign(report.run.model, { hash: 'ab' })],
  ])('%s is refused', (_, change) => {
    expect(() => checkReport(changed(change))).toThrowDso('FORMAT_INVALID')
  })

  test.prop([fc.jsonValue()])('other JSON is refused by code, never otherwise', (value) => {
    expect(() => parseReport(JSON.stringify(value))).toThrowDso('FORMAT_INVALID')
  })

  test('text that is not JSON or too long is refused', () => {
    expect(() => parseReport('{')).toThrowDso('FORMAT_INVALID')
    expect(() => parseReport(' '.repeat(MAX_REPORT_LENGTH + 1))).toThrowDso('BYTES_TOO_LONG')
  })
})

describe('meetsGoal', () => {
  test.each([
    [35, { min: 35, max: null }, true],
    [34.9, { min: 35, max: null }, false],
    [5, { min: null, max: 5 }, true],
    [5.1, { min: null, max: 5 }, false],
    [10, { min: 10, max: 35 }, true],
    [36, { min: 10, max: 35 }, false],
  ])('%f within %o: %s', (value, goal, holds) => {
    expect(meetsGoal(value, goal)).toBe(holds)
  })
})
