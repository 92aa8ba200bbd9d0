import { DsoError } from '../../protocol/errors.ts'
import type { Hex } from '../../protocol/ports.ts'
import { experienceRegistryAbi } from '../generated/experience-registry.ts'
import type { ChainClient } from '../open-session.ts'

/** An entry as its submission's log is looked for. */
export interface SubmissionPlace {
  entryId: bigint
  merkleRoot: Hex
  /** Unix second. */
  submittedAt: bigint
}

const BLOCKS_PER_QUERY = 2000n

/**
 * CIDs of entries, by id. They stand in the submissions' logs alone, and those in blocks of the submissions' seconds.
 *
 * @throws DsoError `CHAIN_UNREACHABLE` when the endpoint does not serve a log
 */
export async function findCids(
  client: ChainClient,
  registry: Hex,
  entries: readonly SubmissionPlace[],
): Promise<ReadonlyMap<bigint, string>> {
  if (entries.length === 0) return new Map()
  const seconds = entries.map(({ submittedAt }) => submittedAt)
  const first = await firstBlockAt(client, least(seconds))
  const last = (await firstBlockAt(client, -least(seconds.map((second) => -second)) + 1n)) - 1n
  const found = new Map<bigint, { cid: string; merkleRoot: Hex }>()
  for (let fromBlock = first; fromBlock <= last; fromBlock += BLOCKS_PER_QUERY) {
    const logs = await client.getContractEvents({
      address: registry,
      abi: experienceRegistryAbi,
      eventName: 'Submitted',
      args: { id: entries.map(({ entryId }) => entryId) },
      fromBlock,
      toBlock: least([fromBlock + BLOCKS_PER_QUERY - 1n, last]),
      strict: true,
    })
    for (const { args } of logs) found.set(args.id, args)
  }
  const missing = entries.find((entry) => found.get(entry.entryId)?.merkleRoot !== entry.merkleRoot)
  if (missing === undefined) return new Map([...found].map(([id, { cid }]) => [id, cid]))
  throw new DsoError('CHAIN_UNREACHABLE', {
    details: {
      entry: String(missing.entryId),
      reason: 'the endpoint does not serve the log of this entry',
    },
  })
}

/** Number of the first block whose time is not before `timestamp`, by bisection; one past the head if there is none. */
async function firstBlockAt(client: ChainClient, timestamp: bigint): Promise<bigint> {
  let low = 0n
  let high = (await client.getBlockNumber()) + 1n
  while (low < high) {
    const middle = (low + high) / 2n
    const block = await client.getBlock({ blockNumber: middle })
    if (block.timestamp < timestamp) low = middle + 1n
    else high = middle
  }
  return low
}

function least(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => (a < b ? a : b))
}
