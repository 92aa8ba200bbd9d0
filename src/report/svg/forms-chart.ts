import type { ExperienceForm, GateResult } from '../../protocol/report/report.ts'
import { html, type Markup } from '../html/html.ts'
import { FORM_LABELS } from '../text/describe-report.ts'
import { formatPercent } from '../text/format-number.ts'
import { createScale, figure } from './figure.ts'

const WIDTH = 380
const LABELS = 118
const ROW = 20

/** Success of each form the gate tried, the chosen one marked. */
export function formsChart(
  id: string,
  { forms }: GateResult,
  chosen: ExperienceForm,
): Markup | null {
  if (forms.length === 0) return null
  const scale = createScale([0, 1], [LABELS + 8, WIDTH - 46])
  const rows = forms.map(({ form, success }, index) => {
    const middle = index * ROW + ROW / 2
    const isChosen = form === chosen
    return html`<g><text class="small${isChosen ? ' strong' : ''}" x="${LABELS}" y="${middle + 4}" text-anchor="end">${FORM_LABELS[form]}</text><rect class="bar ${isChosen ? 'ours' : 'none'}" x="${LABELS + 8}" y="${middle - 5}" width="${Math.max(1, scale(success) - LABELS - 8)}" height="10" rx="1"/><text class="small${isChosen ? ' strong' : ''}" x="${scale(success) + 6}" y="${middle + 4}">${formatPercent(success)}</text></g>
`
  })
  const described = forms.map(
    ({ form, success }) => `${FORM_LABELS[form]} ${formatPercent(success)}`,
  )
  return figure({
    id,
    title: 'Holdout success of each form',
    description: `${described.join(', ')}; chosen: ${FORM_LABELS[chosen]}.`,
    width: WIDTH,
    height: forms.length * ROW,
    body: rows,
  })
}
