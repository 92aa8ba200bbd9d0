/** Measures how fast something advances, from its last stretch only: the beginning says little about the end. */
export interface RateMeter {
  /** Notes how much is done now. */
  add(done: number): void
  /** Units a second; undefined until there is enough to say. */
  perSecond(): number | undefined
}

const WINDOW_MS = 20_000
const LEAST_MS = 1000

/** Creates a meter that reads the given clock, in milliseconds. */
export function createRateMeter(nowMs: () => number): RateMeter {
  let samples: { at: number; done: number }[] = []
  return {
    add(done) {
      const at = nowMs()
      const last = samples.at(-1)
      // It went back: something else is being counted.
      if (last !== undefined && done < last.done) samples = []
      samples.push({ at, done })
      // One sample before the window stays, so that the window is full.
      while (samples.length > 2 && at - (samples[1]?.at ?? at) >= WINDOW_MS) samples.shift()
    },
    perSecond() {
      const [first] = samples
      const last = samples.at(-1)
      if (first === undefined || last === undefined || last.at - first.at < LEAST_MS)
        return undefined
      return ((last.done - first.done) * 1000) / (last.at - first.at)
    },
  }
}
