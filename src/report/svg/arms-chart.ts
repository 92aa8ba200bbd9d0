import type { ArmRow } from '../../protocol/report/report.ts'
import { html, type Markup } from '../html/html.ts'
import { formatInterval } from '../text/describe-report.ts'
import { formatPercent } from '../text/format-number.ts'
import { createScale, figure, fitLabel, grid } from './figure.ts'

const WIDTH = 920
const LABELS = 236
const PLOT: readonly [number, number] = [LABELS + 10, 700]
const TOP = 30
const ROW = 36

/** Which colour an arm has: ours, the references around it, attacks, or plain memories. */
function armTone(id: string): 'none' | 'ours' | 'attack' | 'bound' | 'memory' {
  if (id === 'none' || id === 'placebo') return 'none'
  if (id === 'own' || id === 'shared') return 'ours'
  if (id === 'unverified') return 'attack'
  return id === 'oracle' ? 'bound' : 'memory'
}

/** First-attempt success per arm as bars, with the 95 % interval as a whisker and the gain in words. */
export function armsChart(arms: readonly ArmRow[]): Markup {
  const scale = createScale([0, 1], PLOT)
  const height = TOP + arms.length * ROW + 6
  const place = (rate: number) => Math.round(100 * scale(rate)) / 100
  const rows = arms.map((arm, index) => {
    const middle = TOP + index * ROW + ROW / 2
    const { value, low, high } = arm.success
    const caps = `M${place(low)} ${middle - 5}v10M${place(high)} ${middle - 5}v10`
    const whisker = `M${place(low)} ${middle}H${place(high)}${caps}`
    const gain = arm.difference === null ? 'baseline' : formatInterval(arm.difference)
    const strong = armTone(arm.id) === 'ours' ? ' strong' : ''
    return html`<g><text class="label${strong}" x="${LABELS}" y="${middle + 5}" text-anchor="end">${fitLabel(arm.label, LABELS)}</text>
<rect class="bar ${armTone(arm.id)}" x="${PLOT[0]}" y="${middle - 10}" width="${Math.max(1, scale(value) - PLOT[0])}" height="20" rx="2"/>
<path class="halo" d="${whisker}"/><path class="whisker" d="${whisker}"/>
<text class="value" x="748" y="${middle + 5}" text-anchor="end">${formatPercent(value)}</text>
<text class="note" x="${WIDTH - 4}" y="${middle + 5}" text-anchor="end">${gain}</text></g>
`
  })
  const described = arms.map(({ label, success }) => `${label} ${formatPercent(success.value)}`)
  return figure({
    id: 'arms',
    title: 'First-attempt success per arm',
    description: `${described.join(', ')}. Whiskers are 95% intervals.`,
    width: WIDTH,
    height,
    body: [
      grid([0, 0.25, 0.5, 0.75, 1], scale, [TOP - 4, height - 6], formatPercent),
      html`<text class="tick" x="${WIDTH - 4}" y="${TOP - 12}" text-anchor="end">gain in points [95% CI]</text>
`,
      rows,
    ],
  })
}
