/** What {@link contextProgram} hands to the program around it. Only texts cross from here to there. */
export interface ContextTools {
  /**
   * Calls a function with arguments given as a JSON array.
   * @returns a character that says how it went, and a text: `v` and the value as JSON, `t` and what was thrown, `n` and
   * what JSON cannot say, or `o` when the value takes more than `room` characters
   */
  call(fn: unknown, args: string, room: number): string
  /** What an uncaught error says. */
  tell(error: unknown): string
}

/**
 * Prepares the realm in which model-written code will run, before it runs. Its source text is compiled inside that
 * realm, so it refers to nothing outside itself. It keeps the built-ins that it needs, since the code may replace them.
 */
export function contextProgram(): ContextTools {
  const { stringify, parse } = JSON
  const { apply, deleteProperty, defineProperty } = Reflect
  const { isArray } = Array
  const { keys, getPrototypeOf, prototype: plain } = Object
  const { isFinite } = Number
  const deepest = 64
  let refusal: string | undefined

  // Shared memory, waiting on it, foreign code, callbacks of the garbage collector: no function task needs them.
  for (const name of ['SharedArrayBuffer', 'Atomics', 'WebAssembly', 'FinalizationRegistry'])
    deleteProperty(globalThis, name)
  const quiet: Record<string, () => void> = {}
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'table']) quiet[name] = () => {}
  defineProperty(globalThis, 'console', { value: quiet, writable: true, configurable: true })

  function stop(text: string): never {
    refusal = text
    throw text
  }

  // A writer of its own: JSON.stringify would make NaN a null, a Map an empty object, and ask toJSON for anything.
  function write(value: unknown, room: number, depth: number): string {
    if (value === null || typeof value === 'boolean') return `${value}`
    if (typeof value === 'string') return stringify(value)
    if (typeof value === 'number') return isFinite(value) ? `${value}` : stop(`n${value}`)
    if (typeof value !== 'object') return stop(`n${typeof value}`)
    if (depth === deepest) return stop('nnested too deeply')
    return isArray(value) ? writeArray(value, room, depth) : writeObject(value, room, depth)
  }

  function writeArray(value: unknown[], room: number, depth: number): string {
    let text = '['
    for (let i = 0; i < value.length; i++) {
      if (text.length > room) stop('o')
      text += (i === 0 ? '' : ',') + write(value[i], room - text.length, depth + 1)
    }
    return `${text}]`
  }

  function writeObject(value: object, room: number, depth: number): string {
    const prototype: unknown = getPrototypeOf(value)
    if (prototype !== plain && prototype !== null) stop('nan object that is not plain')
    const names = keys(value)
    let text = '{'
    for (let i = 0; i < names.length; i++) {
      if (text.length > room) stop('o')
      const name = names[i] as string
      const field = write((value as Record<string, unknown>)[name], room - text.length, depth + 1)
      text += `${i === 0 ? '' : ','}${stringify(name)}:${field}`
    }
    return `${text}}`
  }

  function tell(error: unknown): string {
    try {
      const message = typeof error === 'object' && error !== null ? (error as Error).message : error
      return typeof message === 'string' ? message : typeof message
    } catch {
      return 'an error that cannot be read'
    }
  }

  function call(fn: unknown, args: string, room: number): string {
    refusal = undefined
    try {
      const value: unknown = apply(fn as () => unknown, undefined, parse(args) as unknown[])
      const text = write(value, room, 0)
      return text.length > room ? 'o' : `v${text}`
    } catch (error) {
      return refusal ?? `t${tell(error)}`
    }
  }

  return { call, tell }
}
