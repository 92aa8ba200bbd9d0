/** Parameters of the registry, as the contract takes them. */
export interface Parameters {
  bond: bigint
  challengeWindow: number
  disputeTime: number
  qMin: number
  participationBps: number
  agreementDelta: number
  agreementBps: number
  weightCapBps: number
  maxRolls: number
  bountyCap: bigint
  burnShare: number
  bountyShare: number
  lowQualityShare: number
  voterBond: bigint
  missPenalty: bigint
}

/** How a registry takes votes, with its time geometry in seconds. */
export interface Mode {
  name: 'direct' | 'batch'
  epochLength: number
  commitWindow: number
  revealWindow: number
}

/** Votes count at once; voters need no bond. */
export const DIRECT: Mode = {
  name: 'direct',
  epochLength: 1000,
  commitWindow: 0,
  revealWindow: 60,
}
/** Votes are committed to and opened. */
export const BATCH: Mode = {
  name: 'batch',
  epochLength: 1000,
  commitWindow: 300,
  revealWindow: 400,
}

/** One whole token in wei. */
export const TOKEN = 10n ** 18n
/** Seconds from a withdrawal's request to its payment. */
export const UNBONDING = 10 * 86_400
/** What everybody has deposited for bonds when a game begins. */
export const DEPOSIT = 80n * TOKEN
/** What everybody has deposited for bonds of voters. */
export const VOTER_DEPOSIT = 60n * TOKEN
/** Bond that everybody has as a voter when a game begins, in batch mode. */
export const VOTER_BOND = 21n * TOKEN
/** What everybody has locked when a game begins, in whole tokens: somebody has nothing. */
export const LOCKED = [0n, 100n, 100n, 300n, 20n] as const
/** Weight of a whole token without a lock. */
export const WEIGHT_PER_TOKEN = 10n ** 7n
/** Players of a game. */
export const PLAYERS = LOCKED.length

/** The first version of the parameters. */
export function firstParameters({ name }: Mode): Parameters {
  const batch = name === 'batch'
  return {
    bond: 25n * TOKEN,
    challengeWindow: 30,
    disputeTime: 86_400,
    qMin: 300,
    participationBps: 1000,
    agreementDelta: 100,
    agreementBps: 5000,
    weightCapBps: 4000,
    maxRolls: 1,
    bountyCap: 3n * TOKEN,
    burnShare: 500,
    bountyShare: 150,
    lowQualityShare: 600,
    voterBond: batch ? 10n * TOKEN : 0n,
    missPenalty: batch ? 4n * TOKEN : 0n,
  }
}

/** Versions that the authority may set in a game; the last one is outside the bounds. */
export function laterParameters(mode: Mode): readonly Parameters[] {
  const first = firstParameters(mode)
  return [
    { ...first, bond: 10n * TOKEN + 1n, lowQualityShare: 333 },
    { ...first, bountyShare: 500, bountyCap: 100n * TOKEN, lowQualityShare: 1000, maxRolls: 0 },
    { ...first, participationBps: 0, agreementBps: 0, qMin: 1, challengeWindow: 5000 },
    { ...first, weightCapBps: 10_000, missPenalty: 0n, voterBond: 0n, disputeTime: 4000 },
    { ...first, burnShare: 499 },
  ]
}
