/** One thing that a sentence prescribes. */
export interface Prescription {
  /** What it is about: `field:weight`, or `when:` and the words of its condition. */
  subject: string
  /** The words that make the difference, without fillers, each once. */
  words: ReadonlySet<string>
  /** Whether it forbids instead of telling. */
  negated: boolean
}

const VERBS =
  'write|give|pass|send|use|set|put|enter|provide|format|express|state|specify|supply|fill|convert|encode|return|choose'
const OPENING = /^(?:when|whenever|if|for|before|while)\s+([^,:]+)[,:]\s*(.+)$/i
const CLOSING = /^(.+?),?\s+(?:when|whenever|if|for calls of)\s+([^,]+)$/i
const TELLS = new RegExp(
  `^(?:(?:please|always|then|also|never|do not|don't)\\s+)*(?:${VERBS})\\s+(?:the\\s+|an?\\s+)?([\\p{L}_][\\p{L}\\p{N}_]*)\\s+((?:as|in|with|to|by|using|only|without|like|from)\\b.*)$`,
  'iu',
)
const IS =
  /^(?:the\s+)?([\p{L}_][\p{L}\p{N}_]*)\s+(?:(?:field|parameter|value)\s+)?(?:must|should|has\s+to|needs\s+to|is|are)\s+(.+)$/iu
const EXAMPLES = /,?\s*\(?(?:e\.g\.|for example|such as)[^;]*/gi
const NEGATIONS = /\b(?:not|never|no|don't|doesn't|without|avoid)\b/gi

const FILLERS = new Set(
  `a always an and are as at be been by calling call calls do does each either every express expressed field for format
  formatted from give given has have in is it its like must needs of on only or parameter please provide provided put
  send sent set should so state stated that the their them then this to use used using value values when with write
  written you your not never no don't doesn't without avoid if`.split(/\s+/),
)

/**
 * Reads what a sentence prescribes, as far as it has one of the usual shapes: "When calling T, write F in grams; write G
 * as …", "F must be in grams", or a condition with advice. Examples after "e.g." are left out, because they only show.
 *
 * @param domain what the sentence is about anyway: its words make no condition
 */
export function readPrescriptions(text: string, domain: string): Prescription[] {
  const bare = text.replace(EXAMPLES, '').trim().replace(/\.$/, '')
  const [condition, advice] = splitCondition(bare)
  const known = new Set(['api', 'function', 'tool', ...wordsOf(domain)])
  const when = [...contentWords(condition)].filter((word) => !known.has(word)).toSorted()
  return advice
    .split(/;\s*|\.\s+(?=\p{Lu})|,?\s+and\s+(?=(?:write|give|use|set|pass)\b)/u)
    .filter((part) => part.trim() !== '')
    .map((part) => readPart(part.trim(), when.join(' ')))
}

/** Whether two prescriptions cannot both be followed, as far as their words show. */
export function contradict(a: Prescription, b: Prescription): boolean {
  if (a.subject !== b.subject) return false
  const shared = [...a.words].filter((word) => b.words.has(word)).length
  const smaller = Math.min(a.words.size, b.words.size)
  // Under one condition there may be much advice; only what speaks of the same thing can be at odds.
  if (a.subject.startsWith('when:') && 2 * shared < Math.max(1, smaller)) return false
  return a.negated !== b.negated || shared < smaller
}

function splitCondition(text: string): [condition: string, advice: string] {
  const opening = OPENING.exec(text)
  if (opening !== null) return [opening[1] ?? '', opening[2] ?? '']
  const closing = CLOSING.exec(text)
  return closing === null ? ['', text] : [closing[2] ?? '', closing[1] ?? '']
}

function readPart(part: string, when: string): Prescription {
  const negated = (part.match(NEGATIONS)?.length ?? 0) % 2 === 1
  const match = TELLS.exec(part) ?? IS.exec(part)
  if (match === null) return { subject: `when:${when}`, words: contentWords(part), negated }
  const [, field = '', rest = ''] = match
  return { subject: `field:${field.toLowerCase()}`, words: contentWords(rest), negated }
}

function contentWords(text: string): Set<string> {
  return new Set(wordsOf(text).filter((word) => !FILLERS.has(word)))
}

/** Lower-case words; patterns such as DD-MM-YYYY and numbers stay whole, a plural counts as its singular. */
function wordsOf(text: string): string[] {
  const found = text.toLowerCase().match(/[\p{L}\p{N}_]+(?:['./:-][\p{L}\p{N}_]+)*/gu) ?? []
  return found.map((word) => (/^\p{L}{3,}[^s]s$/u.test(word) ? word.slice(0, -1) : word))
}
