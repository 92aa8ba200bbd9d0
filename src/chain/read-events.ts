import { DsoError } from '../protocol/errors.ts'
import type { CallOptions, Hex, LedgerCursor, LedgerEvent } from '../protocol/ports.ts'
import { experienceRegistryAbi } from './generated/experience-registry.ts'
import type { ChainClient } from './open-session.ts'
import { decodeRegistryEvents } from './registry-events.ts'

/** Which registry's events, and how far. */
export interface ReadEventsOptions extends CallOptions {
  registry: Hex
  /** Block of its construction. */
  deployedBlock: bigint
  /** Position after the last handled event. */
  cursor: LedgerCursor | undefined
  /** Blocks below the head that are left for later. */
  confirmations: number
}

const BLOCKS_PER_QUERY = 2000n

/**
 * Reads the registry's events after a cursor. Endpoints forget logs and disagree about blocks, so that what is read is
 * checked against the contract: entries are numbered without a gap, and the newest one at the last block must be there.
 *
 * @throws DsoError `CHAIN_REORGANISED` when the block before the cursor is another one now, `CHAIN_UNREACHABLE` when the
 *   endpoint serves incomplete logs or the blocks changed while they were read
 */
export async function readEvents(
  client: ChainClient,
  options: ReadEventsOptions,
): Promise<{ events: LedgerEvent[]; cursor: LedgerCursor }> {
  const { registry, deployedBlock, cursor } = options
  const last = await lastConfirmed(client, options.confirmations)
  const start = cursor ?? { block: deployedBlock, logIndex: 0 }
  if (start.block > last) return { events: [], cursor: start }
  await checkHandled(client, start)
  const { hash } = await client.getBlock({ blockNumber: last })
  const events: LedgerEvent[] = []
  for (let fromBlock = start.block; fromBlock <= last; fromBlock += BLOCKS_PER_QUERY) {
    options.signal?.throwIfAborted()
    const toBlock = smaller(fromBlock + BLOCKS_PER_QUERY - 1n, last)
    const logs = await client.getLogs({ address: registry, fromBlock, toBlock })
    events.push(...decodeRegistryEvents(logs).filter((event) => !isBefore(event, start)))
  }
  await checkComplete(client, events, { ...options, start, last })
  if ((await client.getBlock({ blockNumber: last })).hash !== hash) {
    throw unusable('the blocks changed while they were read')
  }
  return { events, cursor: { block: last + 1n, logIndex: 0, hash } }
}

/** The newest block that is not expected to be replaced. */
export async function lastConfirmed(client: ChainClient, confirmations: number): Promise<bigint> {
  const last = (await client.getBlockNumber()) - BigInt(confirmations)
  return last < 0n ? 0n : last
}

/** Whether an event lies before a position, so that it was handled already. */
export function isBefore(
  { block, logIndex }: { block: bigint; logIndex: number },
  position: LedgerCursor,
): boolean {
  return block < position.block || (block === position.block && logIndex < position.logIndex)
}

async function checkHandled(client: ChainClient, { block, hash }: LedgerCursor): Promise<void> {
  if (hash === undefined || block === 0n) return
  const found = await client.getBlock({ blockNumber: block - 1n })
  if (found.hash === hash) return
  throw new DsoError('CHAIN_REORGANISED', {
    details: { block: String(block - 1n), expected: hash, found: found.hash },
  })
}

async function checkComplete(
  client: ChainClient,
  events: readonly LedgerEvent[],
  { start, last, ...options }: ReadEventsOptions & { start: LedgerCursor; last: bigint },
): Promise<void> {
  const countAt = async (blockNumber: bigint) =>
    await client.readContract({
      address: options.registry,
      abi: experienceRegistryAbi,
      functionName: 'entryCount',
      blockNumber,
    })
  const ids = events.filter(({ kind }) => kind === 'submitted').map(({ entryId }) => entryId)
  const newest = await countAt(last)
  const first = newest - BigInt(ids.length) + 1n
  const isGapless = ids.every((id, index) => id === first + BigInt(index))
  const before = await countBefore(start, options.cursor === undefined, countAt)
  if (!isGapless || (before !== undefined && before + 1n !== first)) {
    throw unusable('the endpoint serves incomplete logs')
  }
}

/** Entries before a position; undefined inside a block, and where the endpoint does not keep states that old. */
async function countBefore(
  { block, logIndex }: LedgerCursor,
  isBeginning: boolean,
  countAt: (block: bigint) => Promise<bigint>,
): Promise<bigint | undefined> {
  if (isBeginning) return 0n
  if (logIndex > 0) return undefined
  return await countAt(block - 1n).catch(() => undefined)
}

function unusable(reason: string): DsoError {
  return new DsoError('CHAIN_UNREACHABLE', { details: { reason } })
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
