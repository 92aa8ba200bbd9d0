interface SharedCall<T> {
  promise: Promise<T>
  abort: AbortController
  waiting: number
}

/** Lets callers who ask for the same thing at the same time share one call. */
export class SharedCalls<T> {
  readonly #calls = new Map<string, SharedCall<T>>()

  /**
   * Joins the call under `key`, or begins it. One caller's abort rejects that caller only; the call itself is aborted
   * when nobody waits for it any more.
   */
  async join(
    key: string,
    signal: AbortSignal | undefined,
    begin: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    signal?.throwIfAborted()
    const call = this.#calls.get(key) ?? this.#begin(key, begin)
    call.waiting++
    const left = Promise.withResolvers<never>()
    const onAbort = (): void => left.reject(signal?.reason)
    signal?.addEventListener('abort', onAbort, { once: true })
    try {
      return await Promise.race([call.promise, left.promise])
    } finally {
      signal?.removeEventListener('abort', onAbort)
      if (--call.waiting === 0 && signal?.aborted === true) {
        // Nobody can join a call that is being aborted.
        if (this.#calls.get(key) === call) this.#calls.delete(key)
        call.abort.abort(signal.reason)
      }
    }
  }

  #begin(key: string, begin: (signal: AbortSignal) => Promise<T>): SharedCall<T> {
    const abort = new AbortController()
    const promise = begin(abort.signal)
    const call = { promise, abort, waiting: 0 }
    this.#calls.set(key, call)
    const forget = (): void => {
      if (this.#calls.get(key) === call) this.#calls.delete(key)
    }
    promise.then(forget, forget)
    return call
  }
}
