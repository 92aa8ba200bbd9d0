import type { SetMember } from '../../protocol/chain/hash-member.ts'
import type { Hex } from '../../protocol/ports.ts'
import { experienceRegistryAbi } from '../generated/experience-registry.ts'
import type { ChainSession } from '../open-session.ts'

/** A page of the entries of a schema that became final in an epoch. */
export interface FinalSetPage {
  schema: bigint
  epoch: bigint
  /** From 0, 128 entries each. */
  page: bigint
}

/** What the registry holds about a page. */
export interface FinalSet {
  setHash: Hex
  count: number
  /** Whether no entry can join any more. */
  closed: boolean
}

/** Reads hash and size of a page. */
export async function readFinalSet(
  session: ChainSession,
  registry: Hex,
  { schema, epoch, page }: FinalSetPage,
): Promise<FinalSet> {
  const at = { address: registry, abi: experienceRegistryAbi } as const
  const args = [schema, epoch, page] as const
  const [setHash, count, closed] = await session.read({ ...at, functionName: 'finalSet', args })
  return { setHash, count: Number(count), closed }
}

/** Reads the members of a page by their ids, in the page's order: that of the `Finalised` events. */
export async function readMembers(
  session: ChainSession,
  registry: Hex,
  ids: readonly bigint[],
): Promise<SetMember[]> {
  const at = { address: registry, abi: experienceRegistryAbi } as const
  const members: SetMember[] = []
  for (const id of ids) {
    const found = await session.read({ ...at, functionName: 'memberOf', args: [id] })
    members.push({ id, merkleRoot: found.merkleRoot, bondWei: found.bond, quality: found.quality })
  }
  return members
}

/** The final root of the aggregate of a page. @throws DsoError `TRANSACTION_REVERTED` (`AggregateNotFinal`, `NotFinal`) */
export async function readAggregateRoot(
  session: ChainSession,
  registry: Hex,
  ids: readonly bigint[],
): Promise<Hex> {
  const at = { address: registry, abi: experienceRegistryAbi } as const
  return await session.read({ ...at, functionName: 'aggregate', args: [[...ids]] })
}
