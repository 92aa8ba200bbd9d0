import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { readReportFixture } from '../../test/fixtures/read-report.ts'
import type { Report } from '../protocol/report/report.ts'
import { renderHtml } from './render-html.ts'

/** Fields whose texts the format restricts; all others may hold anything. */
const RESTRICTED = new Set([
  'id',
  'arm',
  'baseline',
  'unit',
  'form',
  'errorGrade',
  'status',
  'role',
])
const VOID = new Set(['meta', 'br', '!doctype'])
const TAG = /<(\/?)([a-z!][a-z0-9]*)([^>]*?)(\/?)>/gi

/** The report with `text` in every field that may hold any text. */
function fillTexts(report: Report, text: string): Report {
  return JSON.parse(
    JSON.stringify(report, (key, value: unknown) =>
      typeof value === 'string' && !RESTRICTED.has(key) && key !== 'slashedWei' ? text : value,
    ),
  ) as Report
}

function listTags(page: string): string[] {
  return Array.from(page.matchAll(TAG), ([, slash, name]) => `${slash}${name}`)
}

function countOf(page: string, character: string): number {
  return page.split(character).length
}

describe('renderHtml', () => {
  const page = renderHtml(readReportFixture())

  test.prop([
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '</title><script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' onload='alert(1)",
        '</style><svg onload=alert(1)>',
        ']]><!--',
        '&lt;script&gt;',
        '${1}',
      ),
    ),
  ])('no text of a report creates an element or leaves an attribute', (text) => {
    const report = readReportFixture()
    const hostile = renderHtml(fillTexts(report, text))
    const harmless = renderHtml(fillTexts(report, 'x'))
    expect(listTags(hostile)).toEqual(listTags(harmless))
    for (const character of ['<', '>', '"']) {
      expect(countOf(hostile, character)).toBe(countOf(harmless, character))
    }
  })

  test('a hostile experience is shown, as text', () => {
    expect(page).not.toContain('<script')
    expect(page).toContain('&lt;script&gt;alert(&quot;owned&quot;)&lt;/script&gt;')
  })

  test('elements are closed in order', () => {
    const open: string[] = []
    for (const [, slash, rawName = '', , selfClosed] of page.matchAll(TAG)) {
      const name = rawName.toLowerCase()
      if (VOID.has(name) || selfClosed === '/') continue
      if (slash === '/') expect(open.pop()).toBe(name)
      else open.push(name)
    }
    expect(open).toEqual([])
  })

  test('nothing runs and nothing is fetched', () => {
    for (const [tag] of page.matchAll(TAG)) {
      expect(tag).not.toMatch(/^<(script|link|iframe|img|object|embed|form|a)\b/i)
      expect(tag).not.toMatch(/\s(src|href|on[a-z]+|style)=/i)
    }
    expect(page).not.toMatch(/@import|url\(/)
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  })

  test('every drawing has a title and a description, and no id occurs twice', () => {
    const ids = Array.from(page.matchAll(/\sid="([^"]*)"/g), ([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const drawings = Array.from(page.matchAll(/role="img" aria-labelledby="([^"]*)"/g))
    expect(drawings.length).toBe(4 + readReportFixture().experiences.length)
    for (const [, labels = ''] of drawings) {
      for (const id of labels.split(' ')) expect(ids).toContain(id)
    }
  })

  test('coordinates are numbers', () => {
    expect(page).not.toMatch(/NaN|Infinity|undefined|\[object/)
  })

  test('every arm, tool, experience and poisoned text is there', () => {
    const report = readReportFixture()
    for (const { label } of report.arms) expect(page).toContain(label)
    for (const { name } of report.tools) expect(page).toContain(name)
    for (const { cid } of report.experiences) expect(page).toContain(cid)
    expect(page.match(/<article/g)).toHaveLength(report.experiences.length + report.poison.length)
  })

  test('the same report gives the same bytes', () => {
    expect(renderHtml(readReportFixture())).toBe(page)
  })

  test('a report without results is still a page', () => {
    const empty = renderHtml({
      ...readReportFixture(),
      arms: [],
      comparisons: [],
      tools: [],
      experiences: [],
      rejected: [],
      poison: [],
      usage: [],
      timeline: [],
      notes: [],
    })
    expect(empty).toContain('<h1>')
    expect(empty).not.toMatch(/NaN|Infinity|undefined/)
  })
})
