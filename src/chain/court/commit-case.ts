import { parseEventLogs } from 'viem'
import { hashChallenge } from '../../protocol/chain/hash-challenge.ts'
import type { CallOptions, Fault, Hex } from '../../protocol/ports.ts'
import type { BondVaultAt } from '../bonds/deposit-bond.ts'
import { transactBonded } from '../bonds/transact-bonded.ts'
import { checkUnsigned } from '../check-arguments.ts'
import { disputeCourtAbi } from '../generated/dispute-court.ts'
import type { ChainSession } from '../open-session.ts'

/** A court and the vault of its bonds. */
export interface CourtAt {
  court: Hex
  bonds: BondVaultAt
}

/** What an entry is accused of, not shown yet. */
export interface Accusation {
  entryId: bigint
  fault: Fault
  /** The proof, ABI-encoded as the judge takes it. */
  payload: Hex
  /** 32 bytes that nobody can guess; needed to open the case. */
  salt: Hex
}

/**
 * Commits to a proof against an entry, with half of the entry's bond; what the free deposit lacks is deposited first.
 *
 * @returns the case's id
 * @throws DsoError `FORMAT_INVALID`, `TRANSACTION_REVERTED` (`OwnEntry`, `EntryUnknown`, `EntrySettled`, `ChallengeClosed`,
 *   `Invalidated`, `ERC20InsufficientBalance`)
 */
export async function commitCase(
  session: ChainSession,
  { court, bonds }: CourtAt,
  accusation: Accusation,
  options?: CallOptions,
): Promise<bigint> {
  const { entryId } = accusation
  checkUnsigned('entryId', entryId, 64)
  const place = { chainId: session.chainId, verifyingContract: court }
  const commitment = hashChallenge(place, { ...accusation, challenger: session.account })
  const args = [entryId, commitment] as const
  const call = { abi: disputeCourtAbi, functionName: 'commit', args } as const
  const receipt = await session.run(
    async (transact) => await transactBonded(session, transact, bonds, { address: court, ...call }),
    options,
  )
  const [committed] = parseEventLogs({
    abi: disputeCourtAbi,
    eventName: 'CaseCommitted',
    logs: receipt.logs,
  })
  if (committed === undefined) throw new Error('a commitment without its event')
  return committed.args.caseId
}
