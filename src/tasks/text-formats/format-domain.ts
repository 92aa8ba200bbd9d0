import type { Random } from '../../protocol/ports/random.ts'
import type { Domain } from '../common/domain.ts'
import type { Teaching } from '../common/grades.ts'
import type { Answer, Complaint } from '../common/judge-answer.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { parseYaml } from './parse-yaml.ts'
import type { StyledPart, StyledText } from './styled-text.ts'

/** A text that is asked for. */
export interface DrawnText {
  request: string
  /** The text as the house writes it. */
  text: string
  literals: readonly (string | number)[]
}

/** A tool that takes a text of a format in its house's style. */
export interface FormatDomain {
  name: string
  format: 'CommonMark' | 'YAML'
  teaching: Teaching
  /** Aspects of style that the house insists on; others are free. */
  aspects: readonly string[]
  /** Whether the order of the parts matters; in a mapping only where the house says so. */
  ordered: boolean
  explicit: string
  vague: string
  /** The truth, to stand after "write text ". */
  rule: string
  draw(random: Random): DrawnText
}

/** Longest text that is read, in UTF-16 units. */
const MAX_TEXT_LENGTH = 1000

/**
 * A domain whose answer is the member `text`. It is read into parts and compared with the house's own text: what it
 * says must be equal, how it is written only where the house insists.
 */
export function toFormatDomain(domain: FormatDomain): Domain {
  return {
    name: domain.name,
    keys: ['text'],
    answerTokens: 80,
    notes: [`text is ${domain.format}.`],
    teaching: domain.teaching,
    rules: [`text ${domain.rule}`],
    draw: (random) => {
      const { request, text, literals } = domain.draw(random)
      return {
        request,
        literals,
        solution: { text },
        check: (answer) => judgeText(answer, text, domain),
      }
    },
  }
}

function judgeText(answer: Answer, wanted: string, domain: FormatDomain): Complaint[] {
  const { text } = answer
  const refuse = (said: string): Complaint[] => [{ field: 'text', explicit: said, vague: said }]
  if (text === undefined) return [{ field: 'text', explicit: domain.explicit, vague: domain.vague }]
  if (typeof text !== 'string') return refuse('must be a text')
  if (text.length > MAX_TEXT_LENGTH)
    return refuse(`must have at most ${MAX_TEXT_LENGTH} characters`)
  const parse = domain.format === 'YAML' ? parseYaml : parseMarkdown
  const found = parse(text)
  if ('fault' in found) return refuse(found.fault)
  const expected = partsOf(parse(wanted))
  const said = (parts: readonly StyledPart[]): string => {
    const contents = parts.map(({ content }) => content)
    return JSON.stringify(domain.ordered ? contents : contents.toSorted())
  }
  if (said(found.parts) === said(expected)) {
    const isStyled = domain.aspects.every(
      (aspect) => styles(found.parts, aspect) === styles(expected, aspect),
    )
    return isStyled ? [] : [{ field: 'text', explicit: domain.explicit, vague: domain.vague }]
  }
  // Where order is the convention, the right parts in another order are a matter of style.
  const sorted = (parts: readonly StyledPart[]): string =>
    JSON.stringify(parts.map(({ content }) => content).toSorted())
  return sorted(found.parts) === sorted(expected)
    ? [{ field: 'text', explicit: domain.explicit, vague: domain.vague }]
    : refuse('does not say what was asked for')
}

function partsOf(text: StyledText): readonly StyledPart[] {
  return 'parts' in text ? text.parts : []
}

/** The styles of one aspect that a text uses, without repetition. */
function styles(parts: readonly StyledPart[], aspect: string): string {
  const used = parts.flatMap(({ style }) => style[aspect] ?? [])
  return [...new Set(used)].toSorted().join(' ')
}
