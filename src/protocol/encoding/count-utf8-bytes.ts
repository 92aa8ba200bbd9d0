const encoder = new TextEncoder()

/** Bytes that a text takes in UTF-8. */
export function countUtf8Bytes(text: string): number {
  return encoder.encode(text).length
}
