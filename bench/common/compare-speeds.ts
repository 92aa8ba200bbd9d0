/** How {@link compareSpeeds} measures. */
export interface CompareSpeedsOptions {
  /** Samples of each candidate. @defaultValue 21 */
  rounds?: number
  /** The least milliseconds that one sample lasts; a call is repeated until it does. @defaultValue 10 */
  minMs?: number
}

/** A call that is repeated this often is too short to be told from the loop around it. */
const MAX_REPEATS = 2 ** 26

/**
 * Times candidates against each other: every round takes one sample of each, the order rotates from round to round, so
 * that what disturbs the machine meets all of them. Only ratios of the results mean much.
 *
 * @param candidates what to call, by name; each does one unit of work and must not be optimised away
 * @returns the median nanoseconds of one call, by the same names
 * @throws RangeError when a call is too short to be measured
 */
export function compareSpeeds(
  candidates: Readonly<Record<string, () => void>>,
  { rounds = 21, minMs = 10 }: CompareSpeedsOptions = {},
): Record<string, number> {
  const measured = Object.entries(candidates).map(([name, call]) => ({
    name,
    call,
    repeats: calibrate(name, call, minMs),
    samples: [] as number[],
  }))
  for (let round = 0; round < rounds; round++) {
    for (let place = 0; place < measured.length; place++) {
      const { call, repeats, samples } = measured[(round + place) % measured.length]!
      samples.push(time(call, repeats) / repeats)
    }
  }
  return Object.fromEntries(
    measured.map(({ name, samples }) => [name, 1e6 * medianOf(samples)] as const),
  )
}

/** The middle of a list, or the mean of the two in the middle. @throws RangeError for an empty list */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[sorted.length >> 1]
  const lower = sorted[(sorted.length - 1) >> 1]
  if (upper === undefined || lower === undefined) throw new RangeError('a median of nothing')
  return (lower + upper) / 2
}

/** How often a call is repeated to fill a sample; the calls on the way there are the warm-up. */
function calibrate(name: string, call: () => void, minMs: number): number {
  let repeats = 1
  // What is fast enough to be repeated is by then compiled; what is not gets two calls more.
  time(call, 2)
  for (;;) {
    const elapsed = time(call, repeats)
    if (elapsed >= minMs) break
    if (repeats >= MAX_REPEATS) throw new RangeError(`${name} is too short to be measured`)
    const wanted = Math.ceil((1.2 * repeats * minMs) / Math.max(elapsed, minMs / 64))
    repeats = Math.min(MAX_REPEATS, Math.max(repeats + 1, wanted))
  }
  return repeats
}

function time(call: () => void, repeats: number): number {
  const start = performance.now()
  for (let i = 0; i < repeats; i++) call()
  return performance.now() - start
}
