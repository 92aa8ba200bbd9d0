/**
 * One at a time: contexts of one model that evaluate at once would share the cores with threads that wait by spinning, and
 * both would take many times as long.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()

  /** Does the work when everything before it has ended, however that ended. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => undefined)
    return await done
  }
}
