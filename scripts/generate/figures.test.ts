import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type BenchFigure, makeFigure } from '../../bench/common/figure.ts'
import { figuresOf } from '../../bench/demo/figures.ts'
import type { DemoResults } from '../../bench/demo/results.ts'
import { readReportFixture } from '../../test/fixtures/read-report.ts'
import { fillFigures, type QuotedResults, QUOTING_DOCUMENTS, readResults } from './figures.ts'

const read = (document: string): string =>
  readFileSync(new URL(`../../${document}`, import.meta.url), 'utf8')

/** Only what the documents quote. */
function makeResults(): QuotedResults {
  const report = readReportFixture()
  const table = report.arms.map(({ id, success }) => ({ id, success: success.value }))
  const figures = figuresOf({ report, minutesDefault: 5.44, minutesFull: null })
  const demo = { ...figures, table } as DemoResults
  const others: BenchFigure[] = [
    makeFigure('compress-over-memcpy', 2.345678, 'ratio', { max: 2.7 }),
    makeFigure('int8-overlap10', 0.98, 'share', { min: 0.985 }),
    makeFigure('kept-aside-percent', 0.45234, 'percent', null),
  ]
  return { demo, others }
}

const NO_RESULTS: QuotedResults = { demo: undefined, others: [] }

describe.each(QUOTING_DOCUMENTS)('%s', (document) => {
  test('quotes the committed figures (npm run generate)', () => {
    expect(read(document)).toBe(fillFigures(read(document), readResults()))
  })
})

test('the README names every figure once, with the goal it is held to', () => {
  const readme = read('README.md')
  const rows = [...readme.matchAll(/^\|.*<!-- figure:([a-z-]+) -->.*\| ([^|]+) \|$/gm)]
  const goals = new Map(rows.map(([, id, goal]) => [id, goal]))
  expect(goals.size).toBe(rows.length)
  expect(Object.fromEntries(goals)).toEqual({
    'own-minus-none': '≥ 35',
    'own-minus-none-ci-low': '> 0',
    'shared-minus-own': '≥ 35',
    'shared-minus-own-ci-low': '> 0',
    'shared-share-of-oracle': '≥ 0.9',
    'calls-to-solve-shared-over-none': '≤ 0.65',
    'placebo-minus-none-abs': '≤ 5',
    'own-minus-raw-errors': '≥ 25',
    'own-minus-template-explicit': '≥ 0',
    'own-minus-template-vague': '≥ 20',
    'own-minus-one-shot': '≥ 5',
    'own-minus-one-shot-multi': '≥ 20',
    'poisoned-minus-clean': '≥ −3',
    'poisoned-texts-in-prompts': '= 0',
    'unverified-minus-clean': '–',
    'baseline-none': '10…35',
    'call-prediction-error': '≤ 0.05',
    'minutes-default': '≤ 6',
    'minutes-full': '≤ 20',
  })
})

describe('fillFigures', () => {
  const fill = (mark: string, kind: string, results = NO_RESULTS): string =>
    fillFigures(`a <!-- ${mark} -->old<!-- /${kind} --> z`, results)
      .replace(/^a <!-- .*? -->/, '')
      .replace(/<!-- .* --> z$/, '')

  test.each([
    ['figure:own-minus-none', '+56.3'],
    ['interval:own-minus-none', '+35.4 to +77.1'],
    ['figure:shared-share-of-oracle', '0.88'],
    ['interval:shared-share-of-oracle', '–'],
    ['figure:baseline-none', '12.5%'],
    ['figure:minutes-default', '5.4 min'],
    ['figure:minutes-full', 'not measured yet'],
    ['arm:shared', '70%'],
    ['status:own-minus-none', 'met'],
    ['status:own-minus-none,unverified-minus-clean', 'met'],
    ['status:own-minus-none,shared-share-of-oracle', 'missed'],
    ['status:shared-share-of-oracle,minutes-full', 'open'],
    ['figure:compress-over-memcpy', '2.346'],
    ['figure:kept-aside-percent', '0.4523%'],
    ['figure:hamming-over-simsimd', 'not measured yet'],
    ['interval:compress-over-memcpy', '–'],
    ['status:compress-over-memcpy,kept-aside-percent', 'met'],
    ['status:compress-over-memcpy,own-minus-none', 'met'],
    ['status:compress-over-memcpy,int8-overlap10', 'missed'],
    ['status:compress-over-memcpy,hamming-over-simsimd', 'open'],
  ])('%s becomes %j', (mark, expected) => {
    expect(fill(mark, mark.split(':')[0] ?? '', makeResults())).toBe(expected)
  })

  test.each([
    ['figure:own-minus-none', 'not measured yet'],
    ['interval:own-minus-none', '–'],
    ['arm:shared', '–'],
    ['status:own-minus-none', 'open'],
    ['figure:worst-of-12-f40', 'not measured yet'],
    ['status:worst-of-12-f40', 'open'],
  ])('without results %s becomes %j', (mark, expected) => {
    expect(fill(mark, mark.split(':')[0] ?? '')).toBe(expected)
  })

  test.each([
    'figure:own-minus-nothing',
    'arm:nobody',
    'status:own-minus-none,x',
    'figure:kept-aside-percent',
  ])('what nothing measures is a mistake: %s', (mark) => {
    expect(() => fill(mark, mark.split(':')[0] ?? '')).toThrow(RangeError)
  })

  test('marks on one line are filled each on its own', () => {
    const line =
      '<!-- figure:own-minus-none -->x<!-- /figure --> (<!-- interval:own-minus-none -->y<!-- /interval -->)'
    expect(fillFigures(line, makeResults())).toBe(
      '<!-- figure:own-minus-none -->+56.3<!-- /figure --> ' +
        '(<!-- interval:own-minus-none -->+35.4 to +77.1<!-- /interval -->)',
    )
  })
})
