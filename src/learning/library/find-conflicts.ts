import { compareProof } from './compare-proof.ts'
import type { LibraryItem } from './library-item.ts'
import { prescriptionsOf } from './prescriptions-of.ts'
import { contradict, type Prescription } from './read-prescriptions.ts'

/** Experiences that cannot all be followed. */
export interface Conflict {
  domain: string
  /** What they disagree on: `field:NAME`, `when:CONDITION`, or `request` for two answers to one request. */
  subject: string
  /** CID of the best proved one, which is used. */
  used: string
  /** CIDs of those that contradict it: kept, but not used beside it. */
  setAside: readonly string[]
}

interface Statement {
  item: LibraryItem
  prescription: Prescription
}

/**
 * Finds experiences of one domain that prescribe different things for the same field or under the same condition, or
 * answer the same request differently. Nothing is dropped: the best proved one is to be used, the rest is reported.
 * Each is compared with the best one of its subject only, so the time is linear in the number of items.
 */
export function findConflicts(items: readonly LibraryItem[]): Conflict[] {
  const statements = new Map<string, Statement[]>()
  for (const item of items) {
    for (const prescription of statementsOf(item)) {
      const key = `${item.domain}\n${prescription.subject}`
      const list = statements.get(key)
      if (list === undefined) statements.set(key, [{ item, prescription }])
      else list.push({ item, prescription })
    }
  }
  const shared = [...statements.values()].filter((list) => list.length > 1)
  return shared.flatMap((list): Conflict[] => {
    const best = list.reduce((a, b) => (compareProof(a.item.evidence, b.item.evidence) > 0 ? b : a))
    const against = list
      .filter(({ item }) => item.cid !== best.item.cid)
      .filter(({ prescription }) => contradict(best.prescription, prescription))
      .map(({ item }) => item.cid)
    if (against.length === 0) return []
    const { item, prescription } = best
    const subject = prescription.subject.startsWith('request:') ? 'request' : prescription.subject
    return [{ domain: item.domain, subject, used: item.cid, setAside: [...new Set(against)] }]
  })
}

/** The items that may stand in one prompt: all but those that a better proved one contradicts. */
export function withoutConflicts(items: readonly LibraryItem[]): LibraryItem[] {
  const aside = new Set(findConflicts(items).flatMap(({ setAside }) => setAside))
  return items.filter(({ cid }) => !aside.has(cid))
}

function statementsOf(item: LibraryItem): readonly Prescription[] {
  const { example } = item
  const said = prescriptionsOf(item)
  if (example === undefined) return said
  // The answer as one word: any other answer to the same request is another prescription.
  const words = new Set([example.output])
  return [...said, { subject: `request:${example.input}`, words, negated: false }]
}
