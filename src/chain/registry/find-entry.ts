import type { Hex, RegistryEntry } from '../../protocol/ports.ts'
import { checkRoot } from '../check-arguments.ts'
import { experienceRegistryAbi } from '../generated/experience-registry.ts'
import type { ChainSession } from '../open-session.ts'
import { readEntry } from './read-entry.ts'

/** An account's entry under a Merkle root; undefined where it has none. @throws DsoError `FORMAT_INVALID` */
export async function findEntry(
  session: ChainSession,
  registry: Hex,
  merkleRoot: Hex,
  submitter: Hex = session.account,
): Promise<RegistryEntry | undefined> {
  checkRoot(merkleRoot)
  const at = { address: registry, abi: experienceRegistryAbi } as const
  const id = await session.read({ ...at, functionName: 'idOf', args: [submitter, merkleRoot] })
  return await readEntry(session, registry, id)
}
