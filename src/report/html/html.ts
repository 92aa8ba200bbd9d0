import { toVisibleText } from '../text/to-visible-text.ts'

/** Markup made by {@link html}; the only thing that is not escaped when it is put into other markup. */
export class Markup {
  /** HTML text. */
  readonly source: string

  constructor(source: string) {
    this.source = source
  }
}

/** What may stand in a template: text and numbers are escaped, markup is not, null leaves nothing. */
export type Child = Markup | string | number | null | readonly Child[]

/**
 * A template of HTML or SVG that escapes by default, so that a hostile text can never become an element or leave an
 * attribute. Attribute values must stand in double quotes; scripts and URLs have no place in these templates.
 *
 * @example
 * html`<p title="${title}">${text}</p>`
 */
export function html(strings: TemplateStringsArray, ...children: readonly Child[]): Markup {
  let source = strings[0] ?? ''
  children.forEach((child, index) => {
    source += render(child) + (strings[index + 1] ?? '')
  })
  return new Markup(source)
}

/** Escapes text for element contents and double-quoted attributes; invisible characters become U+FFFD. */
export function escapeText(text: string): string {
  return toVisibleText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

function render(child: Child): string {
  if (child === null) return ''
  if (child instanceof Markup) return child.source
  if (typeof child === 'number') return formatNumber(child)
  return typeof child === 'string' ? escapeText(child) : child.map(render).join('')
}

/** Coordinates need no more than two decimals. */
function formatNumber(value: number): string {
  return String(Math.round(value * 100) / 100)
}
