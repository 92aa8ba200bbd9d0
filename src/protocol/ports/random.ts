/** Randomness, injected so that simulations and replays repeat exactly. */
export interface Random {
  /** A uniform number in [0, 1). */
  next(): number
  /** A uniform integer in [0, `bound`), `bound` ≥ 1. */
  integer(bound: number): number
  /** `length` uniform bytes. Only a cryptographic source may make keys. */
  bytes(length: number): Uint8Array
}
