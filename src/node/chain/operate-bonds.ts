import { claimCredits } from '../../chain/bonds/claim-credits.ts'
import { depositBond } from '../../chain/bonds/deposit-bond.ts'
import { readBondAccount } from '../../chain/bonds/read-bond-account.ts'
import { requestBondWithdrawal } from '../../chain/bonds/request-bond-withdrawal.ts'
import { withdrawBond } from '../../chain/bonds/withdraw-bond.ts'
import { addJurorBond } from '../../chain/jurors/add-juror-bond.ts'
import { reduceJurorBond } from '../../chain/jurors/reduce-juror-bond.ts'
import { withdrawJurorBond } from '../../chain/jurors/withdraw-juror-bond.ts'
import { lockTokens } from '../../chain/locks/lock-tokens.ts'
import { requestLockWithdrawal } from '../../chain/locks/request-lock-withdrawal.ts'
import { withdrawLocked } from '../../chain/locks/withdraw-locked.ts'
import { addVoterBond } from '../../chain/registry/add-voter-bond.ts'
import { removeVoterBond } from '../../chain/registry/remove-voter-bond.ts'
import type { OpenedNetwork } from './open-network.ts'

/**
 * What money on a network is for. `entries`: $AI for submissions, challenges and aggregates; `votes`: the bond of a voter;
 * `jury`: the bond of a juror; `weight`: $ZOO that weighs in votes, locked or not.
 */
export type BondPurpose = 'entries' | 'votes' | 'jury' | 'weight'

const WEEK = 604_800

/** How much is put in. */
export interface NetworkDeposit {
  purpose: BondPurpose
  amountWei: bigint
  /** For `weight`: weeks that it stays locked, up to 208. */
  weeks: number
}

/** Puts money in for a purpose; approves the vault on the way. @throws DsoError `FORMAT_INVALID`, `TRANSACTION_REVERTED` */
export async function depositOnNetwork(
  { session, at, bonds, voterBonds }: OpenedNetwork,
  { purpose, amountWei, weeks }: NetworkDeposit,
): Promise<void> {
  const token = at.governanceToken
  switch (purpose) {
    case 'entries':
      return await depositBond(session, bonds, amountWei)
    case 'votes':
      return await addVoterBond(session, { registry: at.registry, voterBonds }, amountWei)
    case 'jury':
      return await addJurorBond(session, { jurors: at.jurors, token }, amountWei)
    case 'weight': {
      const vault = { vault: at.locks, token }
      return await lockTokens(session, vault, { amountWei, seconds: weeks * WEEK })
    }
  }
}

/** Asks for money back; it can be paid out after the purpose's delay. @throws DsoError `TRANSACTION_REVERTED` */
export async function requestOnNetwork(
  { session, at }: OpenedNetwork,
  { purpose, amountWei }: { purpose: BondPurpose; amountWei: bigint },
): Promise<void> {
  switch (purpose) {
    case 'entries':
      return await requestBondWithdrawal(session, at.bonds, amountWei)
    case 'votes':
      await removeVoterBond(session, at.registry, amountWei)
      return await requestBondWithdrawal(session, at.voterBonds, amountWei)
    case 'jury':
      return await reduceJurorBond(session, at.jurors, amountWei)
    case 'weight':
      return await requestLockWithdrawal(session, at.locks, amountWei)
  }
}

/**
 * Pays out what is due: money whose delay is over, and for `entries` and `votes` what slashes have earned as well.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (`NothingDue`, or that the delay runs)
 */
export async function payOutOnNetwork(
  { session, at }: OpenedNetwork,
  purpose: BondPurpose,
): Promise<void> {
  if (purpose === 'jury') return await withdrawJurorBond(session, at.jurors)
  if (purpose === 'weight') return await withdrawLocked(session, at.locks)
  const vault = purpose === 'entries' ? at.bonds : at.voterBonds
  const { creditWei, unbonding } = await readBondAccount(session, vault)
  const { timestamp } = await session.query((client) => client.getBlock())
  const isDue = unbonding.wei > 0n && BigInt(unbonding.releaseAt) <= timestamp
  if (creditWei > 0n) await claimCredits(session, vault)
  if (creditWei === 0n || isDue) await withdrawBond(session, vault)
}
