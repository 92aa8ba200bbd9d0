import { MAX_TEXT_WORDS } from '../../protocol/experience/check-text.ts'
import { DsoError } from '../../protocol/errors.ts'
import { compareProof } from './compare-proof.ts'
import type { LibraryItem } from './library-item.ts'

/** What a library may hold. */
export interface LibraryCaps {
  /** Words of a sentence. */
  maxWords: number
  /** Experiences. */
  maxItems: number
  /** Tokens of all experiences together, estimated. */
  maxTokens: number
}

/** The caps unless others are given. */
const DEFAULT_CAPS: LibraryCaps = {
  maxWords: MAX_TEXT_WORDS,
  maxItems: 100,
  maxTokens: 2000,
}

/** Fills in the defaults. @throws DsoError `OPTION_INVALID` unless every cap is an integer ≥ 1 */
export function readCaps(given: Partial<LibraryCaps> = {}): LibraryCaps {
  const caps = { ...DEFAULT_CAPS, ...given }
  for (const [option, value] of Object.entries(caps)) {
    if (!Number.isSafeInteger(value) || value < 1) {
      throw new DsoError('OPTION_INVALID', { details: { option, value } })
    }
  }
  return caps
}

/** Whether one item alone fits. */
export function fitsAlone({ text = '', tokens }: LibraryItem, caps: LibraryCaps): boolean {
  const words = text.split(' ').filter((word) => word !== '').length
  return words <= caps.maxWords && tokens <= caps.maxTokens
}

/** An item that had to go. */
export interface DroppedItem {
  item: LibraryItem
  why: 'cap-items' | 'cap-tokens'
}

/**
 * Chooses what stays within the caps: the least proved ones go first, of equals the later ones. Pinned items stay in any
 * case, even where they alone exceed the caps.
 */
export function dropOverCaps(
  items: readonly LibraryItem[],
  pinned: ReadonlySet<string>,
  { maxItems, maxTokens }: LibraryCaps,
): DroppedItem[] {
  let count = items.length
  let tokens = items.reduce((sum, item) => sum + item.tokens, 0)
  if (count <= maxItems && tokens <= maxTokens) return []
  const worstFirst = items
    .map((item, index) => ({ item, index }))
    .filter(({ item }) => !pinned.has(item.cid))
    .toSorted((a, b) => compareProof(b.item.evidence, a.item.evidence) || b.index - a.index)
  const dropped: DroppedItem[] = []
  for (const { item } of worstFirst) {
    if (count <= maxItems && tokens <= maxTokens) break
    dropped.push({ item, why: count > maxItems ? 'cap-items' : 'cap-tokens' })
    count--
    tokens -= item.tokens
  }
  return dropped
}
