/** A part of a text: what it says, and how it is written. Parts with the same content may be written differently. */
export interface StyledPart {
  /** What is said, e.g. `heading 1: Tea`; does not depend on the style. */
  content: string
  /** How it is written, by aspect, e.g. `{ heading: '#' }`. */
  style: Readonly<Record<string, string>>
}

/** What came of reading a text: its parts in order, or why it is none of its format. */
export type StyledText = { parts: StyledPart[] } | { fault: string }
