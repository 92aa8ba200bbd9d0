/** What a message says about the value it refused: that it was missing, or the value as JSON. */
const VALUE = / \((?:missing|got (?:"(?:[^"\\]|\\.)*"|[^")]*))\)/g

/** An environment's message without the values that it refused: what it wants, and nothing about one request. */
export function stripValues(message: string): string {
  return message.replaceAll(VALUE, '')
}
