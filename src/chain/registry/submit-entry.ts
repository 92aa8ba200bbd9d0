import { parseEventLogs, zeroAddress } from 'viem'
import type { CallOptions, Hex } from '../../protocol/ports.ts'
import type { BondVaultAt } from '../bonds/deposit-bond.ts'
import { transactBonded } from '../bonds/transact-bonded.ts'
import { checkSubmission } from '../check-arguments.ts'
import { experienceRegistryAbi } from '../generated/experience-registry.ts'
import type { ChainSession } from '../open-session.ts'

/** A registry and the vault of its bonds. */
export interface BondedRegistryAt {
  registry: Hex
  bonds: BondVaultAt
}

/**
 * Registers a shard and locks its bond; what the free deposit lacks is deposited first.
 *
 * @returns the entry's id
 * @throws DsoError `FORMAT_INVALID`, `TRANSACTION_REVERTED` (`RootTaken`, `RootZero`, `CidLengthInvalid`, `SchemaUnknown`,
 *   `SubmissionsPausedUntil`, `ERC20InsufficientBalance`)
 */
export async function submitEntry(
  session: ChainSession,
  { registry, bonds }: BondedRegistryAt,
  entry: { merkleRoot: Hex; cid: string; schema: bigint },
  options?: CallOptions,
): Promise<bigint> {
  checkSubmission(entry)
  const { merkleRoot, cid, schema } = entry
  const filled = { merkleRoot, cid, schema, quality: 0n, submitter: zeroAddress, bond: 0n }
  const call = { abi: experienceRegistryAbi, functionName: 'submit', args: [filled] } as const
  const receipt = await session.run(
    async (transact) =>
      await transactBonded(session, transact, bonds, { address: registry, ...call }),
    options,
  )
  const [submitted] = parseEventLogs({
    abi: experienceRegistryAbi,
    eventName: 'Submitted',
    logs: receipt.logs,
  })
  if (submitted === undefined) throw new Error('a submission without its event')
  return submitted.args.id
}
