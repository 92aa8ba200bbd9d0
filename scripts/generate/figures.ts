import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type BenchFigure, formatBenchValue } from '../../bench/common/figure.ts'
import { FIGURE_IDS } from '../../bench/common/figure-ids.ts'
import { readFigures } from '../../bench/common/read-figures.ts'
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
  /** The figures of all other committed results. */
  others: readonly BenchFigure[]
}

/** Reads every committed results file. @throws RangeError when two files have a figure of the same name */
export function readResults(): QuotedResults {
  const folder = new URL('bench/results/', repository)
  const files = existsSync(folder)
    ? readdirSync(folder).filter((file) => file.endsWith('.json'))
    : []
  const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8')
  const demo = files.includes('demo.json') ? parseResults(read('demo.json')) : undefined
  const others = files
    .filter((file) => file !== 'demo.json')
    .toSorted()
    .flatMap((file) => readFigures(read(file)))
  const ids = others.map(({ id }) => id)
  const twice = ids.find((id, index) => isDemoFigure(id) || ids.indexOf(id) !== index)
  if (twice !== undefined) throw new RangeError(`two benches measure ${twice}`)
  return { demo, others }
}

const MARK = /<!-- (figure|interval|arm|status):([a-z0-9,-]+) -->.*?<!-- \/\1 -->/g

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

function findFigure(id: string, { demo, others }: QuotedResults): Figure | BenchFigure | undefined {
  if (isDemoFigure(id)) return demo?.figures.find((each) => each.id === id)
  const found = others.find((each) => each.id === id)
  const owed = Object.values(FIGURE_IDS).some((ids) => ids.includes(id))
  if (found === undefined && !owed) throw new RangeError(`no bench measures ${id}`)
  return found
}

function isDemoFigure(id: string): boolean {
  const known: readonly string[] = [...REPORTED_FIGURES, ...TIMED_FIGURES]
  return known.includes(id)
}

function describeValue(figure: Figure | BenchFigure): string {
  if ('low' in figure) return formatFigure(figure.value, figure.unit)
  return formatBenchValue(figure.value, figure.unit)
}

function describeInterval(figure: Figure | BenchFigure | undefined): string {
  if (figure === undefined || !('low' in figure)) return '–'
  if (figure.low === null || figure.high === null) return '–'
  return `${formatFigure(figure.low, figure.unit)} to ${formatFigure(figure.high, figure.unit)}`
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
