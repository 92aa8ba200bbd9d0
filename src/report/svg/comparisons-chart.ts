import type { Comparison } from '../../protocol/report/report.ts'
import { html, type Markup } from '../html/html.ts'
import { formatBounds, formatFigure, formatGoal } from '../text/describe-report.ts'
import { formatSigned } from '../text/format-number.ts'
import { createScale, figure, fitLabel, grid } from './figure.ts'

const WIDTH = 920
const LABELS = 306
const PLOT: readonly [number, number] = [LABELS + 24, 730]
const TOP = 30
const ROW = 30

/** Differences in points with their intervals on one axis; the range a goal allows is shaded behind each. */
export function comparisonsChart(comparisons: readonly Comparison[]): Markup | null {
  const shown = comparisons.filter(({ unit }) => unit === 'points')
  if (shown.length === 0) return null
  const ticks = chooseTicks(shown)
  const first = ticks[0] ?? 0
  const last = ticks.at(-1) ?? 0
  const scale = createScale([first, last], PLOT)
  const height = TOP + shown.length * ROW + 6
  const rows = shown.map((each, index) => {
    const middle = TOP + index * ROW + ROW / 2
    const { value, low, high, holds } = each
    const tone = holds === null ? 'open' : holds ? 'met' : 'missed'
    return html`<g>${goalBand(each)}<text class="label" x="${LABELS}" y="${middle + 5}" text-anchor="end">${fitLabel(each.label, LABELS)}</text>
${low === null || high === null ? null : html`<path class="interval ${tone}" d="M${scale(low)} ${middle}H${scale(high)}"/>`}<circle class="dot ${tone}" cx="${scale(value)}" cy="${middle}" r="5.5"/>
<text class="value" x="788" y="${middle + 5}" text-anchor="end">${formatFigure(value, each.unit)}</text>
<text class="note" x="860" y="${middle + 5}" text-anchor="end">${formatGoal(each)}</text>
<text class="verdict ${tone}" x="${WIDTH - 4}" y="${middle + 5}" text-anchor="end">${holds === null ? '' : holds ? 'met' : 'missed'}</text></g>
`

    function goalBand({ goal }: Comparison): Markup | null {
      if (goal === null) return null
      const from = scale(Math.max(first, goal.min ?? first))
      const to = scale(Math.min(last, goal.max ?? last))
      if (to <= from) return null
      return html`<rect class="goal" x="${from}" y="${middle - 11}" width="${to - from}" height="22" rx="2"/>`
    }
  })
  return figure({
    id: 'comparisons',
    title: 'Differences in points of first-attempt success',
    description: `${shown.map((each) => `${each.label}: ${formatFigure(each.value, each.unit)} ${formatBounds(each)}`).join('; ')}.`,
    width: WIDTH,
    height,
    body: [
      grid(ticks, scale, [TOP - 4, height - 6], (tick) => formatSigned(tick, 0)),
      html`<text class="tick" x="860" y="${TOP - 12}" text-anchor="end">goal</text>
`,
      rows,
    ],
  })
}

/** Multiples of 25 (of 50 for wide ranges) that enclose zero and every interval. */
function chooseTicks(comparisons: readonly Comparison[]): number[] {
  const values = comparisons.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])
  const lowest = Math.min(0, ...values)
  const highest = Math.max(25, ...values)
  const step = highest - lowest > 150 ? 50 : 25
  const from = Math.floor(lowest / step)
  const to = Math.ceil(highest / step)
  return Array.from({ length: to - from + 1 }, (_, index) => (from + index) * step)
}
