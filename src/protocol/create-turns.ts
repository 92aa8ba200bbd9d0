/** Runs steps one after another in the order of the calls, whatever becomes of those before. */
export type Turns = <T>(step: () => Promise<T>) => Promise<T>

/** Creates an empty queue of steps. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return (step) => {
    const result = last.then(step, step)
    last = result
    return result
  }
}
