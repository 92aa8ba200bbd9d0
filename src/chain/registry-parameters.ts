/** What a registry is constructed with; immutable afterwards. */
export interface RegistryParameters {
  /** Bond D of a submission in wei of $AI, 2 … 2^96 − 1. A challenge costs half of it, rounded up. */
  bondWei: bigint
  /** Seconds during which an entry takes votes, 1 … 2,592,000 (30 days). */
  votingWindowSeconds: number
  /** Quality floor in per mille, 1 … 1000; an entry whose median is below it is slashed. */
  qMin: number
  /** Share σ of a slashed bond that is burned although somebody challenged, in per mille, 500 … 1000. */
  sigma: number
}

/** Wei of one $AI. */
export const WEI_PER_AI = 10n ** 18n

/** The defaults of seed A §6.3 and §7.2, with a window of three days. */
export const DEFAULT_REGISTRY_PARAMETERS: RegistryParameters = {
  bondWei: 25n * WEI_PER_AI,
  votingWindowSeconds: 259_200,
  qMin: 300,
  sigma: 500,
}
