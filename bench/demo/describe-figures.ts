import { formatFigure } from '../../src/report/text/describe-report.ts'
import type { Painter } from '../../src/report/text/create-painter.ts'
import { layoutTable } from '../../src/report/text/layout-table.ts'
import type { Figure } from './figures.ts'
import type { DemoResults } from './results.ts'
import { verdictOf } from '../common/verdict-of.ts'

/** The published figures as a table for a terminal, with those that could not be measured named below. */
export function describeFigures(
  { figures, notMeasured }: Pick<DemoResults, 'figures' | 'notMeasured'>,
  { tableWidth, paint }: { tableWidth: number; paint: Painter },
): string {
  const lines = layoutTable({
    columns: [
      { header: 'figure', align: 'left', rank: 0 },
      { header: 'value', align: 'right', rank: 0 },
      { header: '95% CI', align: 'right', rank: 1 },
      { header: 'goal', align: 'right', rank: 0 },
      { header: '', align: 'left', rank: 0 },
    ],
    rows: figures.map((figure) => [
      { text: figure.id },
      { text: formatFigure(figure.value, figure.unit), style: 'strong' },
      { text: boundsOf(figure) },
      { text: figure.goal ?? '' },
      verdictOf(figure),
    ]),
    width: tableWidth,
    paint,
  })
  const missing =
    notMeasured.length === 0 ? [] : ['', `Not measured, so not written: ${notMeasured.join(', ')}.`]
  return ['Published figures', ...lines, ...missing].join('\n')
}

function boundsOf({ low, high, unit }: Figure): string {
  if (low === null || high === null) return ''
  return `[${formatFigure(low, unit)}, ${formatFigure(high, unit)}]`
}
