/** One parameter of a call as a call of its own; undefined where the answer has no such thing. */
export function keepField(answer: string, field: string): string | undefined {
  try {
    const { [field]: value } = JSON.parse(answer) as Record<string, unknown>
    return value === undefined ? undefined : JSON.stringify({ [field]: value })
  } catch {
    return undefined
  }
}

/** What a message says about one parameter, where it names parameters one after the other; otherwise all of it. */
export function keepComplaint(message: string, field: string): string {
  const about = message.split('; ').filter((part) => part.startsWith(`${field}:`))
  return about.length === 0 ? message : about.join('; ')
}
