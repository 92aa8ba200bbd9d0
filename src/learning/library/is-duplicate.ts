import type { LibraryItem } from './library-item.ts'
import { prescriptionsOf } from './prescriptions-of.ts'
import { contradict, type Prescription } from './read-prescriptions.ts'

/** Least cosine of two embeddings that are taken for wordings of one thing. */
const DUPLICATE_COSINE = 0.9

/** Least cosine where the words that matter are the same: fillers move an embedding further than one would think. */
const SAME_WORDS_COSINE = 0.6

/** The parts of an item that tell whether it repeats another. */
export type Comparable = Pick<LibraryItem, 'domain' | 'text' | 'example' | 'embedding'>

/**
 * Whether two experiences say the same: about one domain, near each other (or alike word for word but for fillers), and
 * not at odds in any field, number or prohibition. Lessons about different fields are never the same, however near, and
 * examples only if the answer is the same too.
 */
export function isDuplicate(a: Comparable, b: Comparable): boolean {
  if (a.domain !== b.domain) return false
  if (a.text === undefined || b.text === undefined) {
    const alike = a.text === b.text && a.example?.output === b.example?.output
    return alike && cosineOf(a.embedding, b.embedding) >= DUPLICATE_COSINE
  }
  if (a.text === b.text) return true
  const near = cosineOf(a.embedding, b.embedding)
  if (near < SAME_WORDS_COSINE) return false
  const left = prescriptionsOf(a)
  const right = prescriptionsOf(b)
  if (!sameFields(left, right) || !sameNumbers(left, right)) return false
  if (left.some((one) => right.some((other) => contradict(one, other)))) return false
  return near >= DUPLICATE_COSINE || saysTheSame(left, right)
}

/** −1 for vectors that cannot be compared: of another length, zero, or not finite. */
function cosineOf(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) return -1
  let product = 0
  let squaresA = 0
  let squaresB = 0
  for (let i = 0; i < a.length; i++) {
    product += a[i]! * b[i]!
    squaresA += a[i]! * a[i]!
    squaresB += b[i]! * b[i]!
  }
  const cosine = product / Math.sqrt(squaresA * squaresB)
  return Number.isFinite(cosine) ? cosine : -1
}

function sameFields(a: readonly Prescription[], b: readonly Prescription[]): boolean {
  const fieldsOf = (list: readonly Prescription[]) =>
    list.map(({ subject }) => subject).filter((subject) => subject.startsWith('field:'))
  return sameSet(fieldsOf(a), fieldsOf(b))
}

function sameNumbers(a: readonly Prescription[], b: readonly Prescription[]): boolean {
  const numbersOf = (list: readonly Prescription[]) =>
    list.flatMap(({ words }) => [...words].filter((word) => /\p{N}/u.test(word)))
  return sameSet(numbersOf(a), numbersOf(b))
}

function saysTheSame(a: readonly Prescription[], b: readonly Prescription[]): boolean {
  const keysOf = (list: readonly Prescription[]) =>
    list.map(({ subject, words, negated }) =>
      [subject, negated, ...[...words].toSorted()].join(' '),
    )
  return sameSet(keysOf(a), keysOf(b))
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return new Set(a).size === new Set(b).size && a.every((each) => b.includes(each))
}
