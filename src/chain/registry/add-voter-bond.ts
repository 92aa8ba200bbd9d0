import type { CallOptions, Hex } from '../../protocol/ports.ts'
import type { BondVaultAt } from '../bonds/deposit-bond.ts'
import { transactBonded } from '../bonds/transact-bonded.ts'
import { checkUnsigned } from '../check-arguments.ts'
import { experienceRegistryAbi } from '../generated/experience-registry.ts'
import type { ChainSession } from '../open-session.ts'

/** A registry and the vault of its voters' bonds. */
export interface VoterBondsAt {
  registry: Hex
  voterBonds: BondVaultAt
}

/**
 * Adds to this account's bond as a voter; what the free deposit lacks is deposited first.
 *
 * @throws DsoError `FORMAT_INVALID`, `TRANSACTION_REVERTED` (`NoVoterBonds`, `ERC20InsufficientBalance`)
 */
export async function addVoterBond(
  session: ChainSession,
  { registry, voterBonds }: VoterBondsAt,
  amountWei: bigint,
  options?: CallOptions,
): Promise<void> {
  checkUnsigned('amountWei', amountWei, 128)
  const call = {
    abi: experienceRegistryAbi,
    functionName: 'addVoterBond',
    args: [amountWei],
  } as const
  await session.run(
    (transact) => transactBonded(session, transact, voterBonds, { address: registry, ...call }),
    options,
  )
}
