import type { TimelineEvent } from '../../protocol/report/report.ts'
import { html, type Markup } from '../html/html.ts'
import { createScale, figure, fitLabel, grid } from './figure.ts'

const WIDTH = 920
const LABELS = 110
const PLOT: readonly [number, number] = [LABELS + 22, WIDTH - 34]
const TOP = 30
const ROW = 48
/** Vertical places of events that would cover each other. */
const OFFSETS = [0, -9, 9, -18, 18]

/** Events as marks on one lane per stage, over the model time spent; those of `highlighted` agents stand out. */
export function timelineChart(
  events: readonly TimelineEvent[],
  highlighted: ReadonlySet<string>,
): Markup | null {
  if (events.length === 0) return null
  const stages = [...new Set(events.map(({ stage }) => stage))]
  const end = Math.max(1, ...events.map(({ modelSeconds }) => modelSeconds))
  const scale = createScale([0, end], PLOT)
  const height = TOP + stages.length * ROW + 6
  const lanes = stages.map((stage, index) => {
    const middle = TOP + index * ROW + ROW / 2
    const ofStage = events.filter((event) => event.stage === stage)
    return html`<g><text class="label" x="${LABELS}" y="${middle + 5}" text-anchor="end">${fitLabel(stage, LABELS)}</text><line class="lane" x1="${PLOT[0]}" x2="${PLOT[1]}" y1="${middle}" y2="${middle}"/>${spread(ofStage.map(({ modelSeconds }) => scale(modelSeconds))).map(({ x, offset }, slot) => mark(ofStage[slot], x, middle + offset))}</g>
`
  })
  const counts = stages.map((stage) => {
    const count = events.filter((event) => event.stage === stage).length
    return `${stage} ${count}`
  })
  return figure({
    id: 'timeline',
    title: 'Events by stage over model time',
    description: `Events per stage: ${counts.join(', ')}. The list below names each of them.`,
    width: WIDTH,
    height,
    body: [grid(chooseTicks(end), scale, [TOP - 4, height - 6], formatClock), lanes],
  })

  function mark(event: TimelineEvent | undefined, x: number, y: number): Markup | null {
    if (event === undefined) return null
    const tone = event.agent !== null && highlighted.has(event.agent) ? ' attack' : ''
    const who = event.agent === null ? '' : `${event.agent}: `
    return html`<circle class="event${tone}" cx="${x}" cy="${y}" r="4.5"><title>${who}${event.event} – ${event.detail}</title></circle>`
  }
}

/** Moves events that would cover an earlier one of their lane up or down. */
function spread(positions: readonly number[]): { x: number; offset: number }[] {
  const lastAt = OFFSETS.map(() => Number.NEGATIVE_INFINITY)
  return positions.map((x) => {
    const free = lastAt.findIndex((last) => x - last >= 8)
    const slot = free === -1 ? lastAt.indexOf(Math.min(...lastAt)) : free
    const placed = free === -1 ? Math.max(x, lastAt[slot]! + 3) : x
    lastAt[slot] = placed
    return { x: placed, offset: OFFSETS[slot]! }
  })
}

/** `2:30` for 150 seconds. */
function formatClock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Four to seven round numbers of seconds from 0 on. */
function chooseTicks(end: number): number[] {
  const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600]
  const step = steps.find((each) => end / each <= 6) ?? Math.ceil(end / 6 / 3600) * 3600
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step)
}
