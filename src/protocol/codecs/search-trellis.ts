/** Bits of a state. */
const MEMORY = 8

/** States of the trellis, and values of its table. */
export const STATES = 1 << MEMORY

/** The state after one more bit. */
export function nextState(state: number, bit: number): number {
  return ((state << 1) | bit) & (STATES - 1)
}

/**
 * The bits whose states, from state 0, stand for values closest to the given ones: the path of least squared error
 * (Viterbi). Of two equal paths into a state the one from the lower state wins, of equal ends the lowest state.
 *
 * @param table the value of each of 256 states
 * @returns ⌈values / 8⌉ bytes, bit 0 of byte 0 first
 */
export function searchTrellis(values: Float64Array, table: Float64Array): Uint8Array<ArrayBuffer> {
  let costs = new Float64Array(STATES).fill(Number.POSITIVE_INFINITY)
  let extended = new Float64Array(STATES)
  costs[0] = 0
  /** Whether the better way into a state came from the upper half of the states. */
  const fromUpper = new Uint8Array(values.length * STATES)
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    for (let state = 0; state < STATES; state++) {
      const lower = costs[state >> 1]!
      const upper = costs[(state >> 1) | (STATES >> 1)]!
      const error = value - table[state]!
      if (upper < lower) {
        fromUpper[i * STATES + state] = 1
        extended[state] = upper + error * error
      } else {
        extended[state] = lower + error * error
      }
    }
    ;[costs, extended] = [extended, costs]
  }
  let state = 0
  for (let end = 1; end < STATES; end++) if (costs[end]! < costs[state]!) state = end
  const bits = new Uint8Array(Math.ceil(values.length / 8))
  for (let i = values.length - 1; i >= 0; i--) {
    bits[i >> 3]! |= (state & 1) << (i & 7)
    state = (state >> 1) | (fromUpper[i * STATES + state]! << (MEMORY - 1))
  }
  return bits
}
