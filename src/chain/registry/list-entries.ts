import type { Hex, RegistryEntry } from '../../protocol/ports.ts'
import { experienceRegistryAbi } from '../generated/experience-registry.ts'
import type { ChainSession } from '../open-session.ts'
import { readEntries } from './read-entry.ts'

/** A stretch of the registry. */
export interface EntryStretch {
  /** Most entries. */
  limit: number
  /** Only those with smaller ids; from the newest on where it is left out. */
  before?: bigint
}

/** Reads entries, the newest first. @throws DsoError `CHAIN_UNREACHABLE` when the endpoint does not serve a log */
export async function listEntries(
  session: ChainSession,
  registry: Hex,
  { limit, before }: EntryStretch,
): Promise<RegistryEntry[]> {
  const at = { address: registry, abi: experienceRegistryAbi } as const
  const count = await session.read({ ...at, functionName: 'entryCount', args: [] })
  const newest = before === undefined || before > count ? count : before - 1n
  const length = Number(newest < BigInt(limit) ? newest : BigInt(limit))
  const ids = Array.from({ length: Math.max(0, length) }, (_, place) => newest - BigInt(place))
  return await readEntries(session, registry, ids)
}
