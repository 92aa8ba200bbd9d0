import type { ToolRow } from '../../protocol/report/report.ts'
import { html, type Markup } from '../html/html.ts'
import { formatPercent, formatSigned } from '../text/format-number.ts'
import { createScale, figure, fitLabel, grid } from './figure.ts'

const WIDTH = 920
const LABELS = 200
const PLOT: readonly [number, number] = [LABELS + 116, 830]
const TOP = 30
const ROW = 28

/** One tool's success without experience, with the own and with the shared one. */
export interface ToolGain {
  tool: ToolRow
  none: number
  own: number | null
  shared: number
}

/** Tools that were tested with and without shared experience, largest gain first, ties by name. */
export function listToolGains(tools: readonly ToolRow[]): ToolGain[] {
  const gains = tools.flatMap((tool): ToolGain[] => {
    const rate = (arm: string) => tool.scores.find((score) => score.arm === arm)?.success
    const none = rate('none')
    const shared = rate('shared')
    if (none === undefined || shared === undefined) return []
    return [{ tool, none, own: rate('own') ?? null, shared }]
  })
  return gains.toSorted((left, right) => {
    const difference = right.shared - right.none - (left.shared - left.none)
    if (difference !== 0) return difference
    return left.tool.name < right.tool.name ? -1 : 1
  })
}

/** Each tool's success as three marks on one line: hollow circle none, diamond own, full circle shared. */
export function toolsChart(gains: readonly ToolGain[]): Markup | null {
  if (gains.length === 0) return null
  const scale = createScale([0, 1], PLOT)
  const height = TOP + gains.length * ROW + 6
  const rows = gains.map(({ tool, none, own, shared }, index) => {
    const middle = TOP + index * ROW + ROW / 2
    const gain = 100 * (shared - none)
    return html`<g><text class="label" x="${LABELS}" y="${middle + 5}" text-anchor="end">${fitLabel(tool.name, LABELS)}</text>
<text class="note" x="${LABELS + 14}" y="${middle + 5}">${tool.errorGrade}</text>
<line class="span${gain < 0 ? ' loss' : ''}" x1="${scale(none)}" x2="${scale(shared)}" y1="${middle}" y2="${middle}"/>
<circle class="mark-none" cx="${scale(none)}" cy="${middle}" r="6"/>${own === null ? null : diamond(scale(own), middle)}<circle class="mark-shared" cx="${scale(shared)}" cy="${middle}" r="5.5"/>
<text class="value" x="${WIDTH - 4}" y="${middle + 5}" text-anchor="end">${formatSigned(gain, 0)}</text></g>
`
  })
  const described = gains.map(
    ({ tool, none, shared }) =>
      `${tool.name} from ${formatPercent(none)} to ${formatPercent(shared)}`,
  )
  return figure({
    id: 'tools',
    title: 'Gain per tool',
    description: `First-attempt success without experience and with shared experience: ${described.join(', ')}.`,
    width: WIDTH,
    height,
    body: [
      grid([0, 0.25, 0.5, 0.75, 1], scale, [TOP - 4, height - 6], formatPercent),
      html`<text class="tick" x="${LABELS + 14}" y="${TOP - 12}">errors</text><text class="tick" x="${WIDTH - 4}" y="${TOP - 12}" text-anchor="end">points</text>
`,
      rows,
    ],
  })
}

/** The marks of {@link toolsChart} with their names, for a legend in the page. */
export function toolsLegend(): Markup {
  return html`<p class="legend"><span><svg width="16" height="16" aria-hidden="true"><circle class="mark-none" cx="8" cy="8" r="6"/></svg> no experience</span> <span><svg width="16" height="16" aria-hidden="true">${diamond(8, 8)}</svg> own experience only</span> <span><svg width="16" height="16" aria-hidden="true"><circle class="mark-shared" cx="8" cy="8" r="5.5"/></svg> own and shared</span></p>`
}

function diamond(x: number, y: number): Markup {
  return html`<path class="mark-own" d="M${x} ${y - 6}l6 6l-6 6l-6 -6z"/>`
}
