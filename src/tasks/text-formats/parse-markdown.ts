import type { StyledPart, StyledText } from './styled-text.ts'

/**
 * Reads the part of CommonMark that the suite asks for: headings, paragraphs with emphasis, code and links, lists of
 * one level, quotes, code blocks, breaks. Nothing else needs to be told apart, and nothing is thrown.
 */
export function parseMarkdown(text: string): StyledText {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\t', '    ').split('\n')
  const parts: StyledPart[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    if (line.trim() === '') at++
    else {
      const block = readFence(lines, at) ?? readSetext(lines, at) ?? readLine(line)
      parts.push(...block.parts)
      at += block.lines
    }
  }
  return { parts: parts.map(withNumbering) }
}

interface Block {
  parts: StyledPart[]
  /** Lines that it takes. */
  lines: number
}

const one = (content: string, style: Readonly<Record<string, string>> = {}): Block => ({
  parts: [{ content, style }],
  lines: 1,
})

function readFence(lines: readonly string[], at: number): Block | undefined {
  const [, fence = '', language = ''] = /^(`{3,}|~{3,}) *([\w-]*) *$/.exec(lines[at] ?? '') ?? []
  if (fence === '') return undefined
  const rest = lines.slice(at + 1)
  const end = rest.findIndex((line) => line.trimEnd() === fence)
  const body = end < 0 ? rest : rest.slice(0, end)
  const code = body.join('\n').trimEnd()
  return {
    parts: [{ content: `code: ${code}`, style: { code: fence.charAt(0), language } }],
    lines: body.length + (end < 0 ? 1 : 2),
  }
}

/** A heading that is underlined; a line of dashes after text is one too. */
function readSetext(lines: readonly string[], at: number): Block | undefined {
  const line = lines[at] ?? ''
  const under = /^(=+|-+) *$/.exec(lines[at + 1] ?? '')?.[1]
  if (under === undefined || !/^ {0,3}[^\s#>*+-]/.test(line)) return undefined
  const [mark, level] = under.startsWith('=') ? ['=', 1] : ['-', 2]
  return { parts: [heading(level, line.trim(), mark)], lines: 2 }
}

function heading(level: number, text: string, mark: string): StyledPart {
  return { content: `heading: ${text}`, style: { heading: mark, level: String(level) } }
}

function readLine(line: string): Block {
  const [, hashes = '', title = '', closing] = /^(#{1,6}) +(.*?)(?: +(#+))? *$/.exec(line) ?? []
  if (hashes !== '') {
    const mark = closing === undefined ? '#' : '# #'
    return { parts: [heading(hashes.length, title, mark)], lines: 1 }
  }
  const rule = /^([-*_])(?: *\1){2,} *$/.exec(line)?.[1]
  if (rule !== undefined) return one('break', { break: rule })
  const [, bullet = '', box, item = ''] = /^([-*+]) +(?:(\[[ xX]\]) +)?(.*)$/.exec(line) ?? []
  if (bullet !== '') {
    const [inline, style] = readInline(item.trimEnd())
    const task = box === undefined ? '' : box === '[ ]' ? 'open ' : 'done '
    const boxStyle = box === undefined || box === '[ ]' ? {} : { box }
    return one(`${task}item: ${inline}`, { ...style, ...boxStyle, bullet })
  }
  const [, number = '', delimiter = '', step = ''] = /^(\d{1,9})([.)]) +(.*)$/.exec(line) ?? []
  if (number !== '') {
    const [inline, style] = readInline(step.trimEnd())
    return one(`step: ${inline}`, { ...style, delimiter, number })
  }
  const quoted = /^> ?(.*)$/.exec(line)?.[1]
  if (quoted !== undefined) return one(`quote: ${quoted.trim()}`, { quote: '>' })
  const indented = /^ {4}(.*)$/.exec(line)?.[1]
  if (indented !== undefined) return one(`code: ${indented.trimEnd()}`, { code: ' ', language: '' })
  const [inline, style] = readInline(line.trim())
  return one(`text: ${inline}`, style)
}

/** Strong and plain emphasis, code and links; shortest first, one level. */
const SPAN =
  /(\*\*|__)([^*_]+)\1|([*_])([^*_]+)\3|`([^`]+)`|\[([^[\]]+)\]\(<?([^()<>]+)>?\)|<([\w./-]+)>/g

/** What inline marks say, and which marks are used. */
function readInline(text: string): [content: string, style: Record<string, string>] {
  const style: Record<string, string> = {}
  const content = text.replaceAll(SPAN, (whole: string, ...groups: (string | undefined)[]) => {
    const [strongMark, strong, mark, emphasis, code, label, target, bare] = groups
    if (strong !== undefined) {
      style['strong'] = strongMark ?? ''
      return `«strong ${strong}»`
    }
    if (emphasis !== undefined) {
      style['emphasis'] = mark ?? ''
      return `«emphasis ${emphasis}»`
    }
    if (code !== undefined) return `«code ${code}»`
    if (target !== undefined) {
      style['link'] = 'inline'
      return `«link ${label ?? ''} to ${target}»`
    }
    if (bare === undefined) return whole
    style['link'] = 'bare'
    return `«link ${bare} to ${bare}»`
  })
  return [content, style]
}

/** Numbers of steps are told apart by their order only: "1. 1." and "1. 2." say the same. */
function withNumbering(
  { content, style }: StyledPart,
  index: number,
  parts: StyledPart[],
): StyledPart {
  const { number, ...rest } = style
  if (number === undefined) return { content, style }
  const before = parts.slice(0, index).findLastIndex((part) => part.style['number'] === undefined)
  const numbering =
    index - before === 1
      ? 'first'
      : number === parts[index - 1]?.style['number']
        ? 'same'
        : Number(number) === Number(parts[index - 1]?.style['number']) + 1
          ? 'rising'
          : 'other'
  return { content, style: { ...rest, ...(numbering === 'first' ? {} : { numbering }) } }
}
