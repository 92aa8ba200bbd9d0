import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { readReportFixture } from '../../test/fixtures/read-report.ts'
import { renderTable } from './render-table.ts'
import { displayWidth } from './text/display-width.ts'

// oxlint-disable-next-line no-control-regex -- the codes are what is looked for
const ANSI = /\u001B\[\d+m/g

describe('renderTable', () => {
  const text = renderTable(readReportFixture(), { color: false, width: 100 })

  test.each([60, 80, 100, 160])('no line is wider than %i columns', (width) => {
    const lines = renderTable(readReportFixture(), { color: false, width }).split('\n')
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
  })

  test('colours change nothing but colours', () => {
    const colored = renderTable(readReportFixture(), { color: true, width: 100 })
    expect(colored).toMatch(ANSI)
    expect(colored.replace(ANSI, '')).toBe(text)
  })

  test.prop([fc.string({ unit: 'binary', minLength: 1 })])(
    'texts of others cannot steer the terminal or add lines',
    (hostile) => {
      const report = readReportFixture()
      for (const each of report.poison) Object.assign(each, { text: hostile, domain: hostile })
      for (const each of report.rejected) Object.assign(each, { reason: hostile, agent: hostile })
      for (const each of report.experiences) Object.assign(each, { domain: hostile })
      const lines = renderTable(report, { color: false, width: 100 }).split('\n')
      for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    },
  )

  test('at 100 columns arm labels are whole and gains stand beside them', () => {
    const report = readReportFixture()
    for (const { label, difference } of report.arms) {
      const line = text.split('\n').find((each) => each.startsWith(`  ${label}  `))
      expect(line).toBeDefined()
      expect(line).toContain(difference === null ? '–' : '[')
    }
  })

  test('every block is there and says what it means', () => {
    expect(text).toContain('Shared experience raised success at the first attempt from')
    expect(text).toContain('13 of 14 goals met')
    expect(text).toContain('voted down')
    expect(text).toContain('None of the 3 poisoned texts reached a prompt. It lost 30 AI.')
    expect(text).toMatch(/all +462 +904 +468/)
    expect(text).toContain('Intervals over 8 tools are wide')
  })

  test('a gain whose interval contains zero is not called one', () => {
    const report = readReportFixture()
    const shared = report.arms.find(({ id }) => id === 'shared')
    Object.assign(shared?.difference ?? {}, { value: 4, low: -2, high: 9 })
    const title = renderTable(report, { color: false, width: 100 }).split('\n')[0]
    expect(title).toMatch(/^Shared experience made no clear difference/)
    Object.assign(shared?.difference ?? {}, { value: -9, low: -12, high: -2 })
    const worse = renderTable(report, { color: false, width: 100 }).split('\n')[0]
    expect(worse).toMatch(/^Shared experience lowered/)
  })

  test('a poisoned text that reached a prompt is said openly', () => {
    const report = readReportFixture()
    Object.assign(report.poison[1] ?? {}, { promptsReached: 2 })
    const told = renderTable(report, { color: false, width: 100 })
    expect(told).toContain('1 of 3 poisoned texts reached a prompt.')
  })

  test('long lists are cut with a word about the rest', () => {
    const report = readReportFixture()
    const many = Array.from({ length: 5 }, () => report.experiences).flat()
    const long = renderTable({ ...report, experiences: many }, { color: false, width: 100 })
    expect(long).toContain('… and 24 more in the report.')
  })
})
