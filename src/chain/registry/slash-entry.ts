import { encodeProof } from '../../protocol/chain/hash-challenge.ts'
import type { CallOptions, Fault, Hex } from '../../protocol/ports.ts'
import { checkUnsigned } from '../check-arguments.ts'
import { experienceRegistryAbi } from '../generated/experience-registry.ts'
import type { ChainSession } from '../open-session.ts'

/** A case that the court has decided for good. */
export interface DecidedCase {
  entryId: bigint
  challenger: Hex
  fault: Fault
  /** The proof that was opened. */
  payload: Hex
}

/**
 * Executes what the court decided: the whole bond is slashed. Anybody may.
 *
 * @throws DsoError `FORMAT_INVALID`, `TRANSACTION_REVERTED` (`NotDecided`, `WrongChallenger`, `WrongProof`, `EntrySettled`)
 */
export async function slashEntry(
  session: ChainSession,
  registry: Hex,
  { entryId, challenger, fault, payload }: DecidedCase,
  options?: CallOptions,
): Promise<void> {
  checkUnsigned('entryId', entryId, 256)
  const args = [entryId, challenger, encodeProof(fault, payload)] as const
  const call = { abi: experienceRegistryAbi, functionName: 'slash', args } as const
  await session.write({ address: registry, ...call }, options)
}
