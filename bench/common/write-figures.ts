import { mkdir, rename, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { lookOf, writeData, writeMessage } from '../../src/cli/output/terminal.ts'
import { layoutTable } from '../../src/report/text/layout-table.ts'
import { type BenchFigure, formatBenchValue } from './figure.ts'
import { FIGURE_IDS } from './figure-ids.ts'
import { verdictOf } from './verdict-of.ts'

/** A figure that a run could not measure. */
export interface MissingFigure {
  id: string
  reason: string
}

/** What {@link writeFigures} publishes. */
export interface WriteFiguresOptions {
  /** The bench's name, and that of its file. */
  bench: string
  figures: readonly BenchFigure[]
  /** What this run could not measure. A figure that the bench owes and that is nowhere is added to these. */
  notMeasured?: readonly MissingFigure[]
  /** Gets `BENCH.json`. */
  resultsFolder: string
  /** Whatever else is worth keeping: the settings, tables, sources. */
  [extra: string]: unknown
}

/** What ran beside the bench is told by the load; the benches are loaded just before they run. */
const LOAD_AT_BEGIN = minuteLoad()

/**
 * Publishes a bench's figures: writes `bench/results/BENCH.json`, in one step, so that no half file is ever quoted, and
 * prints the table.
 *
 * @returns whether every figure that was measured and has a goal meets it
 * @throws RangeError when two figures share an id
 */
export async function writeFigures({
  bench,
  figures,
  notMeasured: named = [],
  resultsFolder,
  ...extra
}: WriteFiguresOptions): Promise<boolean> {
  const ids = [...figures, ...named].map(({ id }) => id)
  const owed = (FIGURE_IDS[bench] ?? []).filter((id) => !ids.includes(id))
  const notMeasured = [...named, ...owed.map((id) => ({ id, reason: 'this run gave no value' }))]
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new RangeError(`two figures are named ${twice}`)
  const path = join(resultsFolder, `${bench}.json`)
  const results = { bench, figures, notMeasured, machine: describeMachine(), ...extra }
  await mkdir(resultsFolder, { recursive: true })
  await writeFile(`${path}.partial`, `${JSON.stringify(results, undefined, 2)}\n`)
  await rename(`${path}.partial`, path)
  writeData(describeTable(figures, notMeasured))
  writeMessage(`\nFigures  ${path}\nThe documents quote these figures: npm run generate`)
  return figures.every(({ holds }) => holds !== false)
}

function describeMachine() {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    node: process.version,
    loadAtBegin: LOAD_AT_BEGIN,
    loadAtEnd: minuteLoad(),
  }
}

/** Processes that ran or waited for the processor, averaged over the last minute. */
function minuteLoad(): number {
  return loadavg()[0] ?? 0
}

function describeTable(
  figures: readonly BenchFigure[],
  notMeasured: readonly MissingFigure[],
): string {
  const { tableWidth, paint } = lookOf(process.stdout)
  const lines = layoutTable({
    columns: [
      { header: 'figure', align: 'left', rank: 0 },
      { header: 'value', align: 'right', rank: 0 },
      { header: 'goal', align: 'right', rank: 0 },
      { header: '', align: 'left', rank: 0 },
    ],
    rows: figures.map((figure) => [
      { text: figure.id },
      { text: formatBenchValue(figure.value, figure.unit), style: 'strong' },
      { text: figure.goal ?? '' },
      verdictOf(figure),
    ]),
    width: tableWidth,
    paint,
  })
  const missing = notMeasured.map(({ id, reason }) => `Not measured: ${id} (${reason})`)
  return ['Published figures', ...lines, ...(missing.length > 0 ? ['', ...missing] : [])].join('\n')
}
