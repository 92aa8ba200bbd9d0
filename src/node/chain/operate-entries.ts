import { challengeQuality } from '../../chain/registry/challenge-quality.ts'
import { finaliseEntry } from '../../chain/registry/finalise-entry.ts'
import { type EntryStretch, listEntries } from '../../chain/registry/list-entries.ts'
import { readEntry } from '../../chain/registry/read-entry.ts'
import { submitEntry } from '../../chain/registry/submit-entry.ts'
import { DsoError } from '../../protocol/errors.ts'
import type { Hex, RegistryEntry } from '../../protocol/ports.ts'
import type { OpenedNetwork } from './open-network.ts'

/** Registers a shard. @returns the entry's id. @throws DsoError `FORMAT_INVALID`, `TRANSACTION_REVERTED` */
export async function submitToNetwork(
  { session, at, bonds }: OpenedNetwork,
  entry: { merkleRoot: Hex; cid: string; schema: bigint },
): Promise<bigint> {
  return await submitEntry(session, { registry: at.registry, bonds }, entry)
}

/** Reads one entry. @throws DsoError `OPTION_INVALID` for an id that is not known */
export async function showNetworkEntry(
  { session, at }: OpenedNetwork,
  entryId: bigint,
): Promise<RegistryEntry> {
  const entry = await readEntry(session, at.registry, entryId)
  if (entry !== undefined) return entry
  const details = { entry: entryId, reason: 'the registry has no such entry' }
  throw new DsoError('OPTION_INVALID', { details })
}

/** Reads entries, the newest first. */
export async function listNetworkEntries(
  { session, at }: OpenedNetwork,
  stretch: EntryStretch,
): Promise<RegistryEntry[]> {
  return await listEntries(session, at.registry, stretch)
}

/** Settles an entry whose windows are over. @returns how it stands afterwards; as before in a dry run */
export async function finaliseOnNetwork(
  network: OpenedNetwork,
  entryId: bigint,
): Promise<RegistryEntry> {
  await finaliseEntry(network.session, network.at.registry, entryId)
  return await showNetworkEntry(network, entryId)
}

/** Challenges the quality of an entry with half a bond. */
export async function challengeOnNetwork(
  { session, at, bonds }: OpenedNetwork,
  entryId: bigint,
): Promise<void> {
  await challengeQuality(session, { registry: at.registry, bonds }, entryId)
}
