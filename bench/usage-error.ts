/** Something typed that makes no sense; the message says what. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
