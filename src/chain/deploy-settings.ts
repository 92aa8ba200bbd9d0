import { WEI_PER_AI } from './registry-parameters.ts'

const HOUR = 3600
const DAY = 24 * HOUR

/** What the contracts beside the registry are built with; none of it ever changes. Times in seconds. */
export interface DeploySettings {
  /** Bond vaults: from the request to the withdrawal, longer than every path to a slash, at most 180 days. */
  unbondingSeconds: number
  /** Lock vault: from the request to the withdrawal, at most 60 days. */
  lockWithdrawalSeconds: number
  /** Bonds of jurors. */
  jurors: {
    /** In wei of $ZOO, whole units of 10^12. */
    minBondWei: bigint
    /** How far back weights are known; also the shortest time between two changes of one bond. */
    lookbackSeconds: number
    unbondingSeconds: number
  }
  /** Phases of a case. */
  court: {
    reveal: number
    response: number
    verdict: number
    appeal: number
    governance: number
    veto: number
    escrow: number
  }
  /** Aggregates. */
  oracle: {
    /** Largest weight of one entry, in units of 10^9 wei. */
    cap: bigint
    /** Quality below which a weight falls no further, in per mille. */
    qLow: number
    window: number
    shortWindow: number
    responsePeriod: number
    /** A proposer bonds this many times the largest entry bond. */
    bondMultiple: number
    requestBondWei: bigint
  }
}

/** For open networks: a case lasts 38 days at most, so bonds wait for 60. */
export const PRODUCTION_SETTINGS: DeploySettings = {
  unbondingSeconds: 60 * DAY,
  lockWithdrawalSeconds: 7 * DAY,
  jurors: {
    minBondWei: 10_000n * WEI_PER_AI,
    lookbackSeconds: 14 * DAY,
    unbondingSeconds: 30 * DAY,
  },
  court: {
    reveal: DAY,
    response: 3 * DAY,
    verdict: 3 * DAY,
    appeal: 2 * DAY,
    governance: 14 * DAY,
    veto: 3 * DAY,
    escrow: 4 * DAY,
  },
  oracle: {
    cap: 10n ** 11n,
    qLow: 500,
    window: 2 * DAY,
    shortWindow: 6 * HOUR,
    responsePeriod: DAY,
    bondMultiple: 10,
    requestBondWei: 5n * WEI_PER_AI,
  },
}

/** For development chains: hours instead of days. */
export const DEV_SETTINGS: DeploySettings = {
  unbondingSeconds: 60 * DAY,
  lockWithdrawalSeconds: 2 * HOUR,
  jurors: {
    minBondWei: 10_000n * WEI_PER_AI,
    lookbackSeconds: DAY,
    unbondingSeconds: DAY,
  },
  court: {
    reveal: HOUR,
    response: HOUR,
    verdict: HOUR,
    appeal: HOUR,
    governance: HOUR,
    veto: HOUR,
    escrow: HOUR,
  },
  oracle: {
    ...PRODUCTION_SETTINGS.oracle,
    window: 2 * HOUR,
    shortWindow: HOUR,
    responsePeriod: HOUR,
  },
}
