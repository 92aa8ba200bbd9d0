import { type Child, html, type Markup } from '../html/html.ts'

/** A drawing with what a screen reader says instead of it. */
export interface FigureOptions {
  /** Unique within the page. */
  id: string
  /** Short name. */
  title: string
  /** What a person would see, in one or two sentences. */
  description: string
  /** Size in user units, 1 = one CSS pixel at full width. */
  width: number
  height: number
  body: Child
}

/** An accessible inline SVG that shrinks with the page. Colours come from the page's classes. */
export function figure({ id, title, description, width, height, body }: FigureOptions): Markup {
  return html`<svg class="figure" role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title id="${id}-title">${title}</title>
<desc id="${id}-desc">${description}</desc>
${body}
</svg>`
}

/** A linear scale from a domain of values to a range of coordinates. */
export function createScale(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  const span = to - from
  return (value) => (span === 0 ? start : start + ((value - from) / span) * (end - start))
}

/** A vertical grid line at each tick, labelled above. */
export function grid(
  ticks: readonly number[],
  scale: (value: number) => number,
  [top, bottom]: readonly [number, number],
  label: (tick: number) => string,
): Markup[] {
  return ticks.map((tick) => {
    const x = scale(tick)
    return html`<line class="${tick === 0 ? 'axis' : 'grid'}" x1="${x}" x2="${x}" y1="${top}" y2="${bottom}"/><text class="tick" x="${x}" y="${top - 8}" text-anchor="middle">${label(tick)}</text>
`
  })
}

/** `text` cut to what fits about `width` pixels at 14 px; the full text stands in the table beside the figure. */
export function fitLabel(text: string, width: number): string {
  const most = Math.max(2, Math.floor(width / 7.2))
  const characters = Array.from(text)
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
