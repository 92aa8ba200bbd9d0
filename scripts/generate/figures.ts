import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { formatBenchValue } from '../../bench/common/figure.ts'
import { FIGURE_IDS } from '../../bench/common/figure-ids.ts'
import { type QuotedFigure, readFigures } from '../../bench/common/read-figures.ts'
import type { Figure } from '../../bench/demo/figures.ts'
import { REPORTED_FIGURES, TIMED_FIGURES } from '../../bench/demo/figures.ts'
import { type DemoResults, parseResults } from '../../bench/demo/results.ts'
import { ARMS } from '../../src/demo/test-arms.ts'
import { formatFigure } from '../../src/report/text/describe-report.ts'
import { formatPercent } from '../../src/report/text/format-number.ts'

const repository = new URL('../../', import.meta.url)

/** Documents that quote measured figures. */
export const QUOTING_DOCUMENTS = ['README.md', 'docs/claims.md', 'bench/README.md'] as const

/** What stands where nothing was measured. */
const NOT_MEASURED = 'not measured yet'

/** What the documents quote from. */
export interface QuotedResults {
  /** The committed results of `npm run bench -- demo`; undefined while there are none. */
  demo: DemoResults | undefined
  /** Those of `npm run bench -- learning`, some of which are named as the demo's are: quoted as `learning/ID`. */
  learning: readonly QuotedFigure[]
  /** The figures of all other committed results. */
  others: readonly QuotedFigure[]
}

/** Reads every committed results file. @throws RangeError when two files have a figure of the same name */
export function readResults(): QuotedResults {
  const folder = new URL('bench/results/', repository)
  const files = existsSync(folder)
    ? readdirSync(folder).filter((file) => file.endsWith('.json'))
    : []
  const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8')
  const demo = files.includes('demo.json') ? parseResults(read('demo.json')) : undefined
  const learning = files.includes('learning.json') ? readFigures(read('learning.json')) : []
  const others = files
    .filter((file) => file !== 'demo.json' && file !== 'learning.json')
    .toSorted()
    .flatMap((file) => readFigures(read(file)))
  const ids = others.map(({ id }) => id)
  const twice = ids.find((id, index) => isDemoFigure(id) || ids.indexOf(id) !== index)
  if (twice !== undefined) throw new RangeError(`two benches measure ${twice}`)
  return { demo, learning, others }
}

const MARK = /<!-- (figure|interval|arm|status):([a-z0-9,/-]+) -->.*?<!-- \/\1 -->/g

/**
 * Fills the marked places of a document, e.g. the one between `<!-- figure:own-minus-none -->` and `<!-- /figure -->`:
 * `figure` is a value, `interval` its 95 % interval, `arm` a share of solved tasks, `status` whether all the named
 * figures meet their goals.
 *
 * @throws RangeError for an id that nothing measures
 */
export function fillFigures(text: string, results: QuotedResults): string {
  return text.replaceAll(MARK, (_, kind: string, id: string) => {
    return `<!-- ${kind}:${id} -->${valueOf(kind, id, results)}<!-- /${kind} -->`
  })
}

function valueOf(kind: string, id: string, results: QuotedResults): string {
  if (kind === 'arm') return describeArm(id, results.demo)
  if (kind === 'status') {
    return describeStatus(id.split(',').map((each) => findFigure(each, results)))
  }
  const figure = findFigure(id, results)
  if (kind === 'interval') return describeInterval(figure)
  return figure === undefined ? NOT_MEASURED : describeValue(figure)
}

const OF_LEARNING = 'learning/'

function findFigure(id: string, results: QuotedResults): Figure | QuotedFigure | undefined {
  const { demo, learning, others } = results
  if (isDemoFigure(id)) return demo?.figures.find((each) => each.id === id)
  if (id.startsWith(OF_LEARNING)) {
    const name = id.slice(OF_LEARNING.length)
    const measured = learning.find((each) => each.id === name)
    const isOwed = FIGURE_IDS['learning']?.includes(name) === true
    if (measured === undefined && !isOwed) throw new RangeError(`no bench measures ${id}`)
    return measured
  }
  const found = others.find((each) => each.id === id)
  const owed = Object.values(FIGURE_IDS).some((ids) => ids.includes(id))
  if (found === undefined && !owed) throw new RangeError(`no bench measures ${id}`)
  return found
}

function isDemoFigure(id: string): boolean {
  const known: readonly string[] = [...REPORTED_FIGURES, ...TIMED_FIGURES]
  return known.includes(id)
}

function describeValue(figure: Figure | QuotedFigure): string {
  return formatIn(figure, figure.value)
}

/** The demo's figures as its report shows them; of the others differences in points stand with their sign as well. */
function formatIn({ id, unit }: Figure | QuotedFigure, value: number): string {
  if (unit === 'minutes' || unit === 'points') return formatFigure(value, unit)
  return isDemoFigure(id) && isShown(unit)
    ? formatFigure(value, unit)
    : formatBenchValue(value, unit)
}

/** Units that a demo's figure may have, beside those above. */
function isShown(
  unit: Figure['unit'] | QuotedFigure['unit'],
): unit is 'percent' | 'ratio' | 'count' {
  return unit === 'percent' || unit === 'ratio' || unit === 'count'
}

function describeInterval(figure: Figure | QuotedFigure | undefined): string {
  const { low = null, high = null } = figure ?? {}
  if (figure === undefined || low === null || high === null) return '–'
  return `${formatIn(figure, low)} to ${formatIn(figure, high)}`
}

function describeStatus(figures: readonly ({ holds: boolean | null } | undefined)[]): string {
  if (figures.includes(undefined)) return 'open'
  return figures.every((figure) => figure?.holds !== false) ? 'met' : 'missed'
}

function describeArm(id: string, results: DemoResults | undefined): string {
  if (!Object.hasOwn(ARMS, id)) throw new RangeError(`no arm ${id}`)
  const arm = results?.table.find((each) => each.id === id)
  return arm === undefined ? '–' : formatPercent(arm.success)
}

/** Brings every document that quotes figures up to date with the committed results. */
export function generateFigures(): void {
  const results = readResults()
  for (const document of QUOTING_DOCUMENTS) {
    const path = fileURLToPath(new URL(document, repository))
    const text = readFileSync(path, 'utf8')
    const filled = fillFigures(text, results)
    if (filled !== text) writeFileSync(path, filled)
  }
}
