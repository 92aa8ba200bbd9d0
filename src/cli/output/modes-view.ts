import type { ModeYields } from '../../node/list-mode-yields.ts'
import { formatDecimal, formatNoun } from '../../report/text/format-number.ts'
import { layoutTable } from '../../report/text/layout-table.ts'
import { toVisibleText } from '../../report/text/to-visible-text.ts'
import { lookOf } from './terminal.ts'

/** Characters of a model's hash that tables show. */
const SHORT_HASH = 8

type Row = ModeYields['ranking']['row']
type Figures = Row['modes'][number]

/** What each way to learn has yielded, as plain data; what is not there is null. */
export function toJsonModes(yields: readonly ModeYields[]) {
  return yields.map(({ name, model, domains, ranking: { order, row } }) => ({
    name,
    model,
    domains,
    verdict: row.verdict,
    best: row.best ?? null,
    probability: row.probability,
    order,
    modes: row.modes,
  }))
}

/** What each way to learn has yielded, a table and a sentence for each model. Harmless for terminals. */
export function layOutModes(yields: readonly ModeYields[]): string {
  const { paint, tableWidth } = lookOf(process.stdout)
  return yields
    .map(({ name, model, domains, ranking: { row } }) => {
      const shown = `${paint('strong', toVisibleText(name))}  ${model.slice(0, SHORT_HASH)}`
      const head = `${shown}  ${formatNoun(domains, 'tool')} practised`
      const table = layoutTable({
        columns: [
          { header: 'mode', align: 'left', rank: 0 },
          { header: 'calls', align: 'right', rank: 0 },
          { header: 'proposed', align: 'right', rank: 1 },
          { header: 'kept', align: 'right', rank: 0 },
          { header: 'calls a lesson', align: 'right', rank: 0 },
          { header: '', align: 'left', rank: 0 },
        ],
        rows: row.modes.map((figures) => [
          { text: figures.mode, style: figures.mode === row.best ? 'good' : 'plain' },
          { text: String(figures.calls) },
          { text: String(figures.proposals) },
          { text: String(figures.accepted) },
          { text: figures.accepted === 0 ? '–' : formatDecimal(1 / figures.perCall, 1) },
          { text: standingOf(figures, row) },
        ]),
        width: tableWidth,
        paint,
      })
      return [head, ...table, describe(row)].join('\n')
    })
    .join('\n\n')
}

function standingOf({ mode, measured, calls }: Figures, { best, verdict }: Row): string {
  if (mode === best) return verdict
  if (measured) return ''
  return calls === 0 ? 'not tried' : 'hardly tried'
}

function describe({ best, verdict, probability, modes }: Row): string {
  if (best === undefined) return 'No mode is known to teach this model anything yet.'
  const sure = `${Math.floor(probability * 100)}%`
  if (verdict === 'won') return `${best} has won: it yields most with a probability of ${sure}.`
  const rivals = modes.filter((each) => each.measured && each.mode !== best)
  if (rivals.length === 0) return `${best} leads: no other mode was tried enough.`
  return `${best} leads with a probability of ${sure}: more is not known yet.`
}
