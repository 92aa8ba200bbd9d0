import {
  hardenSlashing,
  SEED_SLASHING,
  type SlashingProfile,
} from '../protocol/chain/split-slash.ts'

/** Wei of one $AI, and of one $ZOO. */
export const WEI_PER_AI = 10n ** 18n

const HOUR = 3600
const DAY = 24 * HOUR

/** The registry's clock; it never changes. */
export interface RegistryTiming {
  /** Length of an epoch, 1 s … 30 days. */
  epochSeconds: number
  /** Time for commitments at the beginning of an epoch; 0: votes are direct, which suits tests and private networks. */
  commitSeconds: number
  /** Time for openings after it; in direct mode the time from a submission in which it takes votes. 1 s … 30 days. */
  revealSeconds: number
}

/** What governs one submission: the parameters in force when it is made. Bounds are the contract's. */
export interface RegistryParameters extends SlashingProfile {
  /** Bond D of a submission in wei of $AI, 2 … 2^96 − 1. A challenge costs half of it, rounded up. */
  bondWei: bigint
  /** From the end of the voting to the earliest settlement, at most 30 days; above 0 with commitments. */
  challengeSeconds: number
  /** Longest time that a dispute holds an entry up, at most 60 days; at least the court's longest case. */
  disputeSeconds: number
  /** Quality floor in per mille, 1 … 1000; an entry whose median is below it is slashed. */
  qMin: number
  /** Weight that must vote, in 1/10000 of the total, 0 … 5000. */
  participationBps: number
  /** Votes no further than this from the median agree with it, whole lanes of 32 scores, 0 … 1000. */
  agreementDelta: number
  /** Weight that must agree, in 1/10000 of what voted, 0 … 10000. */
  agreementBps: number
  /** Most weight of one vote, in 1/10000 of the total, 100 … 10000. */
  weightCapBps: number
  /** How often an entry that misses a floor is voted on again, 0 … 8. */
  maxRolls: number
  /** Share of the bond that an entry below the floor loses, in per mille, 0 … 1000. */
  lowQualityShare: number
  /** Bond of a voter in wei of $ZOO; 0: none. */
  voterBondWei: bigint
  /** What a voter loses who does not open a commitment, in wei of $ZOO, at most the bond. */
  missPenaltyWei: bigint
}

/** The defaults of seed A §6.3 and §7.2: every vote counts, low quality costs the whole bond, half of it is burned. */
export const SEED_PARAMETERS: RegistryParameters = {
  ...SEED_SLASHING,
  bondWei: 25n * WEI_PER_AI,
  challengeSeconds: 0,
  disputeSeconds: 2 * DAY,
  qMin: 300,
  participationBps: 0,
  agreementDelta: 1000,
  agreementBps: 0,
  weightCapBps: 10_000,
  maxRolls: 0,
  lowQualityShare: 1000,
  voterBondWei: 0n,
  missPenaltyWei: 0n,
}

/**
 * For open networks: floors of participation and agreement, a cap on one voter's weight, a small fee for low quality and
 * the whole bond only for what the court found; a fixed bounty, the rest to the insurance.
 */
export const HARDENED_PARAMETERS: RegistryParameters = {
  ...SEED_PARAMETERS,
  ...hardenSlashing(3n * WEI_PER_AI),
  challengeSeconds: 2 * DAY,
  disputeSeconds: 40 * DAY,
  participationBps: 1000,
  agreementDelta: 100,
  agreementBps: 5000,
  weightCapBps: 500,
  maxRolls: 3,
  lowQualityShare: 100,
  voterBondWei: 10_000n * WEI_PER_AI,
  missPenaltyWei: 100n * WEI_PER_AI,
}

/** An epoch a week, two days to commit and two to open. */
export const WEEKLY_TIMING: RegistryTiming = {
  epochSeconds: 7 * DAY,
  commitSeconds: 2 * DAY,
  revealSeconds: 2 * DAY,
}

/** Votes in the open for so many seconds from each submission; epochs then only order the final entries, by days. */
export function directTiming(revealSeconds: number): RegistryTiming {
  return { epochSeconds: DAY, commitSeconds: 0, revealSeconds }
}

/** The struct that the registry takes. */
export function encodeParameters(p: RegistryParameters) {
  return {
    bond: p.bondWei,
    challengeWindow: p.challengeSeconds,
    disputeTime: p.disputeSeconds,
    qMin: p.qMin,
    participationBps: p.participationBps,
    agreementDelta: p.agreementDelta,
    agreementBps: p.agreementBps,
    weightCapBps: p.weightCapBps,
    maxRolls: p.maxRolls,
    bountyCap: p.bountyCapWei,
    burnShare: p.burnShare,
    bountyShare: p.bountyShare,
    lowQualityShare: p.lowQualityShare,
    voterBond: p.voterBondWei,
    missPenalty: p.missPenaltyWei,
  }
}
