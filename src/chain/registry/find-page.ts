import { EMPTY_SET_HASH, hashMember, type SetMember } from '../../protocol/chain/hash-member.ts'
import { DsoError } from '../../protocol/errors.ts'
import type { Hex } from '../../protocol/ports.ts'
import { experienceRegistryAbi } from '../generated/experience-registry.ts'
import type { ChainClient, ChainSession } from '../open-session.ts'
import { type FinalSetPage, readFinalSet, readMembers } from './read-final-set.ts'

/** A page by its place, or by the hash of all its members. */
export type PageQuery = FinalSetPage | { schema: bigint; setHash: Hex }

/** A page with its members in its order. */
export interface FoundPage {
  page: FinalSetPage
  setHash: Hex
  members: SetMember[]
}

const BLOCKS_PER_QUERY = 2000n

/**
 * The members of a page, from the `Finalised` events, checked against the page's hash. Empty for a place where no entry
 * became final.
 *
 * @throws DsoError `CHAIN_UNREACHABLE` when the endpoint does not serve all events
 */
export async function findPage(
  session: ChainSession,
  registry: Hex,
  query: PageQuery,
): Promise<FoundPage> {
  const { schema } = query
  const log = await session.query((client) => readFinalised(client, registry, schema))
  const page = 'setHash' in query ? log.find(({ setHash }) => setHash === query.setHash) : query
  if (page === undefined) throw incomplete(query)
  const place = { schema, epoch: page.epoch, page: page.page }
  const setHash =
    'setHash' in query ? query.setHash : (await readFinalSet(session, registry, place)).setHash
  const ids = log
    .filter((each) => each.epoch === place.epoch && each.page === place.page)
    .map(({ id }) => id)
  const members = await readMembers(session, registry, ids)
  if (members.reduce(hashMember, EMPTY_SET_HASH) !== setHash) throw incomplete(query)
  return { page: place, setHash, members }
}

interface FinalisedEntry {
  id: bigint
  epoch: bigint
  page: bigint
  /** Of the page up to this entry. */
  setHash: Hex
}

async function readFinalised(
  client: ChainClient,
  registry: Hex,
  schema: bigint,
): Promise<FinalisedEntry[]> {
  const at = { address: registry, abi: experienceRegistryAbi } as const
  const first = await client.readContract({ ...at, functionName: 'deployedBlock' })
  const last = await client.getBlockNumber()
  const found: FinalisedEntry[] = []
  for (let fromBlock = first; fromBlock <= last; fromBlock += BLOCKS_PER_QUERY) {
    const end = fromBlock + BLOCKS_PER_QUERY - 1n
    const logs = await client.getContractEvents({
      ...at,
      eventName: 'Finalised',
      args: { schema },
      fromBlock,
      toBlock: end < last ? end : last,
      strict: true,
    })
    found.push(...logs.map(({ args }) => args))
  }
  return found
}

function incomplete(query: PageQuery): DsoError {
  const fields = Object.fromEntries(
    Object.entries(query).map(([name, field]) => [name, `${field}`]),
  )
  const reason = 'the endpoint does not serve all events of this page'
  return new DsoError('CHAIN_UNREACHABLE', { details: { ...fields, reason } })
}
