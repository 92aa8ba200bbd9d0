import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Figure } from '../../bench/demo/figures.ts'
import { REPORTED_FIGURES, TIMED_FIGURES } from '../../bench/demo/figures.ts'
import { type DemoResults, parseResults } from '../../bench/demo/results.ts'
import { ARMS } from '../../src/demo/test-arms.ts'
import { formatFigure } from '../../src/report/text/describe-report.ts'
import { formatPercent } from '../../src/report/text/format-number.ts'

const repository = new URL('../../', import.meta.url)

/** Documents that quote measured figures. */
export const QUOTING_DOCUMENTS = ['README.md', 'docs/claims.md'] as const

/** What stands where nothing was measured. */
const NOT_MEASURED = 'not measured yet'

/** The committed results of `npm run bench -- demo`; undefined while there are none. */
export function readResults(): DemoResults | undefined {
  const path = new URL('bench/results/demo.json', repository)
  return existsSync(path) ? parseResults(readFileSync(path, 'utf8')) : undefined
}

const MARK = /<!-- (figure|interval|arm|status):([a-z0-9,-]+) -->.*?<!-- \/\1 -->/g

/**
 * Fills the marked places of a document, e.g. the one between `<!-- figure:own-minus-none -->` and `<!-- /figure -->`:
 * `figure` is a value, `interval` its 95 % interval, `arm` a share of solved tasks, `status` whether all the named
 * figures meet their goals.
 *
 * @throws RangeError for an id that nothing measures
 */
export function fillFigures(text: string, results: DemoResults | undefined): string {
  return text.replaceAll(MARK, (_, kind: string, id: string) => {
    return `<!-- ${kind}:${id} -->${valueOf(kind, id, results)}<!-- /${kind} -->`
  })
}

function valueOf(kind: string, id: string, results: DemoResults | undefined): string {
  if (kind === 'arm') return describeArm(id, results)
  if (kind === 'status') {
    return describeStatus(id.split(',').map((each) => findFigure(each, results)))
  }
  const figure = findFigure(id, results)
  if (kind === 'interval') return describeInterval(figure)
  return figure === undefined ? NOT_MEASURED : formatFigure(figure.value, figure.unit)
}

function findFigure(id: string, results: DemoResults | undefined): Figure | undefined {
  const known: readonly string[] = [...REPORTED_FIGURES, ...TIMED_FIGURES]
  if (!known.includes(id)) throw new RangeError(`no bench measures ${id}`)
  return results?.figures.find((each) => each.id === id)
}

function describeInterval(figure: Figure | undefined): string {
  if (figure === undefined || figure.low === null || figure.high === null) return '–'
  return `${formatFigure(figure.low, figure.unit)} to ${formatFigure(figure.high, figure.unit)}`
}

function describeStatus(figures: readonly (Figure | undefined)[]): string {
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
