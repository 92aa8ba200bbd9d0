import { quoteValue } from '../common/judge-answer.ts'
import type { StyledPart, StyledText } from './styled-text.ts'

/**
 * Reads the part of YAML that the suite asks for: one mapping of texts, numbers, booleans and empty values, of lists
 * in a block or in brackets, and of mappings one level deeper. Nothing is thrown.
 *
 * Each member is a part `path: value` in the order of the text; styles are how it is quoted, listed and indented.
 */
export function parseYaml(text: string): StyledText {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const parts: StyledPart[] = []
  const header = lines.find((line) => line.trim() !== '')?.trimEnd() === '---' ? 'yes' : 'no'
  let parent = ''
  let indents: string[] = []
  for (const line of lines) {
    if (line.includes('\t')) return { fault: 'a tab cannot indent' }
    if (line.trim() === '' || line.trim() === '---' || line.trimStart().startsWith('#')) continue
    const indent = String(line.length - line.trimStart().length)
    const body = line.trim()
    const item = /^- +(.*)$/.exec(body)?.[1]
    if (item !== undefined) {
      if (parent === '') return { fault: 'a list needs a name' }
      indents = indents.length === 0 ? [indent] : indents
      if (indents[0] !== indent) return { fault: 'lines of one list differ in indentation' }
      parts.push(value(`${parent}[]`, item, { list: 'block', listIndent: indent }))
      continue
    }
    const [, name = '', rest = ''] = /^([A-Za-z][\w-]*):(?: +(.*))?$/.exec(body) ?? []
    if (name === '') return { fault: `no member: ${quoteValue(body.slice(0, 40))}` }
    if (indent !== '0') {
      if (parent === '') return { fault: 'an indented line needs a name above it' }
      indents = indents.length === 0 ? [indent] : indents
      if (indents[0] !== indent) return { fault: 'lines of one mapping differ in indentation' }
      parts.push(value(`${parent}.${name}`, rest, { indent }))
      continue
    }
    indents = []
    parent = rest === '' ? name : ''
    const flow = /^\[(.*)\]$/.exec(rest)?.[1]
    if (flow !== undefined)
      parts.push(
        ...flow.split(',').map((one) => value(`${name}[]`, one.trim(), { list: 'brackets' })),
      )
    else if (rest !== '') parts.push(value(name, rest, {}))
  }
  if (parts.length === 0) return { fault: 'there is no member' }
  return { parts: parts.map((part) => ({ ...part, style: { ...part.style, header } })) }
}

/** A scalar: what it means, and how it is written. */
function value(path: string, text: string, style: Readonly<Record<string, string>>): StyledPart {
  const plain = text.replace(/ +#.*$/, '')
  const [, double] = /^"((?:[^"\\]|\\.)*)"$/.exec(plain) ?? []
  if (double !== undefined)
    return {
      content: `${path}: text ${double.replaceAll(/\\(.)/g, '$1')}`,
      style: { ...style, quotes: 'double' },
    }
  const [, single] = /^'((?:[^']|'')*)'$/.exec(plain) ?? []
  if (single !== undefined)
    return {
      content: `${path}: text ${single.replaceAll("''", "'")}`,
      style: { ...style, quotes: 'single' },
    }
  const word = plain.toLowerCase()
  if (/^(?:true|yes|on)$/.test(word))
    return { content: `${path}: yes`, style: { ...style, boolean: plain } }
  if (/^(?:false|no|off)$/.test(word))
    return { content: `${path}: no`, style: { ...style, boolean: plain } }
  if (/^(?:null|~|)$/.test(word))
    return { content: `${path}: nothing`, style: { ...style, nothing: plain } }
  if (/^-?\d+(?:\.\d+)?$/.test(plain)) return { content: `${path}: number ${Number(plain)}`, style }
  return { content: `${path}: text ${plain}`, style: { ...style, quotes: 'none' } }
}
