import type { ContractFunctionReturnType } from 'viem'
import type { EntryStatus, Hex, RegistryEntry } from '../../protocol/ports.ts'
import { experienceRegistryAbi } from '../generated/experience-registry.ts'
import type { ChainSession } from '../open-session.ts'
import { accountOrNone } from '../registry-events.ts'
import { findCids } from './find-cids.ts'

const STATUSES: readonly (EntryStatus | undefined)[] = [
  undefined,
  'open',
  'open',
  'scored',
  'disputed',
  'final',
  'slashed',
  'expired',
]

/**
 * Reads one entry, its CID from the submission's log; undefined when the id is not known.
 *
 * @throws DsoError `CHAIN_UNREACHABLE` when the endpoint does not serve the log
 */
export async function readEntry(
  session: ChainSession,
  registry: Hex,
  entryId: bigint,
): Promise<RegistryEntry | undefined> {
  const at = { address: registry, abi: experienceRegistryAbi } as const
  const count = await session.read({ ...at, functionName: 'entryCount', args: [] })
  if (entryId < 1n || entryId > count) return undefined
  const [entry] = await readEntries(session, registry, [entryId])
  return entry
}

/**
 * Reads entries that there are, in the order of their ids as given.
 *
 * @throws DsoError `CHAIN_UNREACHABLE` when the endpoint does not serve a log
 */
export async function readEntries(
  session: ChainSession,
  registry: Hex,
  ids: readonly bigint[],
): Promise<RegistryEntry[]> {
  const at = { address: registry, abi: experienceRegistryAbi } as const
  const views = await Promise.all(
    ids.map(async (entryId) => {
      const view = await session.read({ ...at, functionName: 'getEntry', args: [entryId] })
      return { entryId, ...view }
    }),
  )
  const cids = await session.query((client) => findCids(client, registry, views))
  return views.flatMap((view) => {
    const status = STATUSES[view.status]
    if (status === undefined) return []
    return [toEntry(view, { status, cid: cids.get(view.entryId) ?? '' })]
  })
}

type EntryView = { entryId: bigint } & ContractFunctionReturnType<
  typeof experienceRegistryAbi,
  'view',
  'getEntry'
>

function toEntry(
  view: EntryView,
  { status, cid }: Pick<RegistryEntry, 'status' | 'cid'>,
): RegistryEntry {
  const { entryId: id, merkleRoot, schema, submitter, votingEndsAt, challengeEndsAt } = view
  return {
    id,
    merkleRoot,
    cid,
    schema,
    quality: view.scored ? Number(view.quality) : undefined,
    submitter,
    bondWei: view.bond,
    challenger: accountOrNone(view.challenger),
    status,
    votingEndsAt,
    challengeEndsAt,
  }
}
