import type { Hex } from '../../protocol/ports.ts'
import { experienceRegistryAbi } from '../generated/experience-registry.ts'
import type { ChainSession } from '../open-session.ts'

/** A voter's bond and latest commitment. */
export interface Voter {
  bondWei: bigint
  /** Epoch of the latest commitment; 0 where there is none. */
  epoch: bigint
  /** Whether that waits for its opening, or was missed. */
  pending: boolean
}

/** Reads one voter of a registry. */
export async function readVoter(
  session: ChainSession,
  registry: Hex,
  voter: Hex = session.account,
): Promise<Voter> {
  const at = { address: registry, abi: experienceRegistryAbi } as const
  const [bondWei, epoch, pending] = await session.read({
    ...at,
    functionName: 'voterOf',
    args: [voter],
  })
  return { bondWei, epoch, pending }
}
