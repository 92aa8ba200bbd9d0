/** Styles of the terminal report. */
export type Style = 'plain' | 'strong' | 'faint' | 'good' | 'bad' | 'accent'

/** Applies a style to text. */
export type Painter = (style: Style, text: string) => string

const CODES: Record<Exclude<Style, 'plain'>, readonly [number, number]> = {
  strong: [1, 22],
  faint: [2, 22],
  good: [32, 39],
  bad: [31, 39],
  accent: [36, 39],
}

/** Makes a painter that writes ANSI codes, or one that returns the text as it is. */
export function createPainter(color: boolean): Painter {
  return (style, text) => {
    if (!color || style === 'plain' || text === '') return text
    const [open, close] = CODES[style]
    return `\u001B[${open}m${text}\u001B[${close}m`
  }
}
