import type { WorkedExample } from './experience.ts'
import { hasSecret } from './has-secret.ts'
import { foldText } from './text-rules.ts'

/** Consecutive words of a request that must not be repeated. */
const GRAM = 5

/** Least words of a request that is kept in even though it has fewer than {@link GRAM}. */
const SHORT_REQUEST = 3

/**
 * Why something must not leave this node.
 *
 * - `secret`: a key, a token, a password
 * - `task-text`: five words of a task in its order
 * - `gold-answer`: a task's answer
 */
export type LeakReason = 'secret' | 'task-text' | 'gold-answer'

/** What a {@link LeakGuard} keeps in. */
export interface LeakGuardOptions {
  /** Requests of tasks, of which nothing may be repeated word for word. */
  requests: readonly string[]
  /** Answers of tasks: text, or JSON objects as text. */
  answers: readonly string[]
  /** Worked examples that the owner allows to be shared as they are. */
  allowed: readonly WorkedExample[]
}

/** Says why content must not be shared; undefined when it may, as far as this guard can see. */
export type LeakGuard = (content: {
  text?: string
  example?: WorkedExample
}) => LeakReason | undefined

/**
 * Builds the guard that stands before everything that is shared. It knows what the tasks say, which text rules cannot:
 * a lesson is about a task's kind and repeats no task. Case, punctuation, accents and look-alike letters make no
 * difference.
 */
export function createLeakGuard({ requests, answers, allowed }: LeakGuardOptions): LeakGuard {
  const folded = requests.map(foldText)
  const grams = new Set(folded.flatMap(gramsOf))
  const phrases = new Set(folded.filter((request) => isShortRequest(request)))
  const wordings = answers.flatMap(wordingsOf).filter((answer) => answer !== '')
  const distinct = new Set(wordings.filter(isDistinct))
  const short = new Set(wordings.filter((answer) => !isDistinct(answer)))
  const mayStay = new Set(allowed.map(keyOf))
  const holdsOneOf = (words: string, texts: ReadonlySet<string>): boolean =>
    [...texts].some((each) => words.includes(` ${each} `))

  const findIn = (text: string): LeakReason | undefined => {
    if (hasSecret(text)) return 'secret'
    const words = ` ${foldText(text)} `
    if (holdsOneOf(words, distinct)) return 'gold-answer'
    if (short.size > 0 && statedAnswers(words).some((answer) => short.has(answer))) {
      return 'gold-answer'
    }
    const repeats = gramsOf(words.trim()).some((gram) => grams.has(gram))
    return repeats || holdsOneOf(words, phrases) ? 'task-text' : undefined
  }
  return ({ text, example }) => {
    const leak = text === undefined ? undefined : findIn(text)
    if (leak !== undefined || example === undefined) return leak
    const { input, output } = example
    if (mayStay.has(keyOf(example))) return hasSecret(`${input} ${output}`) ? 'secret' : undefined
    return findIn(input) ?? findIn(output)
  }
}

/** Every five words in a row. */
function gramsOf(folded: string): string[] {
  const words = folded.split(' ')
  return words.slice(GRAM - 1).map((_, index) => words.slice(index, index + GRAM).join(' '))
}

function isShortRequest(folded: string): boolean {
  const words = folded.split(' ').length
  return words >= SHORT_REQUEST && words < GRAM
}

/** Whether an answer is unmistakable wherever it stands: several words, or one that nobody uses by chance. */
function isDistinct(answer: string): boolean {
  const words = answer.split(' ').length
  if (words > 1) return words > 2 || answer.length > 8
  return answer.length >= 12 || (answer.length >= 6 && /\p{N}/u.test(answer))
}

/** An answer as it stands, and the values of a JSON object one after the other. */
function wordingsOf(answer: string): string[] {
  const folded = foldText(answer)
  try {
    const value: unknown = JSON.parse(answer)
    if (typeof value !== 'object' || value === null) return [folded]
    return [folded, foldText(Object.values(value).map(String).join(' '))]
  } catch {
    return [folded]
  }
}

/** Words that announce an answer, and words that may stand before it. */
const ANNOUNCES = new Set(['answer', 'result', 'solution', 'output', 'total', 'equals', 'returns'])
const LINKS = new Set([
  'is',
  'was',
  'be',
  'being',
  'to',
  'of',
  'equals',
  'just',
  'exactly',
  'therefore',
])

/** The one or two words after something that announces an answer: a short answer says nothing by itself. */
function statedAnswers(folded: string): string[] {
  const words = folded.trim().split(' ')
  return words.flatMap((word, index) => {
    if (!ANNOUNCES.has(word)) return []
    let at = index + 1
    while (LINKS.has(words[at] ?? '')) at++
    return [words.slice(at, at + 1).join(' '), words.slice(at, at + 2).join(' ')]
  })
}

function keyOf({ input, output }: WorkedExample): string {
  return JSON.stringify([input, output])
}
