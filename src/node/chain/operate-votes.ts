import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { commitVotes } from '../../chain/registry/commit-votes.ts'
import { readEpoch } from '../../chain/registry/read-epoch.ts'
import { revealVotes } from '../../chain/registry/reveal-votes.ts'
import { voteQuality } from '../../chain/registry/vote-quality.ts'
import { type Ballot, sortBallots } from '../../protocol/chain/sort-ballots.ts'
import { DsoError } from '../../protocol/errors.ts'
import type { Hex } from '../../protocol/ports.ts'
import type { OpenedNetwork } from './open-network.ts'

/** A list that was sealed, or opened. */
export interface VotedList {
  epoch: bigint
  ballots: Ballot[]
}

/**
 * Seals one list of scores, and keeps the list in the data folder for its opening. The salt is kept nowhere: it comes out
 * of the wallet.
 *
 * @throws DsoError `FORMAT_INVALID`, `SCORE_OUT_OF_RANGE`, `TRANSACTION_REVERTED`
 */
export async function commitOnNetwork(
  network: OpenedNetwork,
  dataFolder: string,
  ballots: readonly Ballot[],
): Promise<VotedList & { commitment: Hex }> {
  const { session, at, dryRun } = network
  // Kept first: a list that is lost after its commitment costs the penalty.
  const { epoch: present } = await readEpoch(session, at.registry)
  const sorted = sortBallots(ballots)
  if (!dryRun) await keepList(network, dataFolder, { epoch: present, ballots: sorted })
  const { epoch, commitment } = await commitVotes(session, at.registry, sorted)
  if (!dryRun && epoch !== present) await keepList(network, dataFolder, { epoch, ballots: sorted })
  return { epoch, ballots: sorted, commitment }
}

/**
 * Opens the list of the present epoch, whole.
 *
 * @param ballots undefined: what {@link commitOnNetwork} kept
 * @throws DsoError `OPTION_INVALID` where no list of this epoch is kept, `TRANSACTION_REVERTED`
 */
export async function revealOnNetwork(
  network: OpenedNetwork,
  dataFolder: string,
  ballots: readonly Ballot[] | undefined,
): Promise<VotedList> {
  const { session, at } = network
  const { epoch } = await readEpoch(session, at.registry)
  const list = ballots ?? (await readList(network, dataFolder, epoch))
  await revealVotes(session, at.registry, { ballots: list })
  return { epoch, ballots: sortBallots(list) }
}

/** Votes in the open, on registries that take such votes. @throws DsoError `SCORE_OUT_OF_RANGE`, `TRANSACTION_REVERTED` */
export async function castOnNetwork(
  { session, at }: OpenedNetwork,
  ballots: readonly Ballot[],
): Promise<void> {
  for (const { id, score } of sortBallots(ballots)) {
    await voteQuality(session, at.registry, { entryId: id, score })
  }
}

const kept = z.strictObject({
  ballots: z.array(z.strictObject({ id: z.string().regex(/^\d+$/), score: z.int() })),
})

async function keepList(
  network: OpenedNetwork,
  dataFolder: string,
  { epoch, ballots }: VotedList,
): Promise<void> {
  const file = listPath(network, dataFolder, epoch)
  await mkdir(join(dataFolder, 'chain'), { recursive: true })
  const list = ballots.map(({ id, score }) => ({ id: String(id), score }))
  // Until they are opened, votes are nobody else's business.
  await writeFile(file, `${JSON.stringify({ ballots: list }, null, 2)}\n`, { mode: 0o600 })
}

async function readList(
  network: OpenedNetwork,
  dataFolder: string,
  epoch: bigint,
): Promise<Ballot[]> {
  const file = listPath(network, dataFolder, epoch)
  try {
    const { ballots } = kept.parse(JSON.parse(await readFile(file, 'utf8')))
    return ballots.map(({ id, score }) => ({ id: BigInt(id), score }))
  } catch (cause) {
    const reason = 'no list of this epoch is kept here: give the scores that were sealed'
    throw new DsoError('OPTION_INVALID', { details: { epoch, file, reason }, cause })
  }
}

function listPath({ session, at }: OpenedNetwork, dataFolder: string, epoch: bigint): string {
  const parts = [session.chainId, at.registry, session.account, epoch].map((part) =>
    String(part).toLowerCase(),
  )
  return join(dataFolder, 'chain', `votes-${parts.join('-')}.json`)
}
