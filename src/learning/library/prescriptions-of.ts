import type { LibraryItem } from './library-item.ts'
import { type Prescription, readPrescriptions } from './read-prescriptions.ts'

/** Items never change, and each is compared with many others: what was read is kept as long as the item. */
const read = new WeakMap<object, readonly Prescription[]>()

/** What an item's sentence prescribes; nothing without a sentence. */
export function prescriptionsOf(
  item: Pick<LibraryItem, 'domain' | 'text'>,
): readonly Prescription[] {
  const known = read.get(item)
  if (known !== undefined) return known
  const found = item.text === undefined ? [] : readPrescriptions(item.text, item.domain)
  read.set(item, found)
  return found
}
