import type { Hex } from '../../protocol/ports.ts'
import { disputeCourtAbi } from '../generated/dispute-court.ts'
import { faultJudgeAbi } from '../generated/fault-judge.ts'
import type { ChainSession } from '../open-session.ts'

/** A court and its judge. */
export interface JudgingAt {
  court: Hex
  judge: Hex
}

/**
 * Places of the accused entry whose leaves must be shown, in order.
 *
 * @param count leaves of the accused entry, as claimed
 * @throws DsoError `TRANSACTION_REVERTED` (`DrawUnknown`) before the block of the draw and 256 blocks after it
 */
export async function readDrawnPlaces(
  session: ChainSession,
  { court, judge }: JudgingAt,
  caseId: bigint,
  count: number,
): Promise<number[]> {
  const seed = await session.read({
    address: court,
    abi: disputeCourtAbi,
    functionName: 'drawSeed',
    args: [caseId],
  })
  const args = [seed, count] as const
  const at = { address: judge, abi: faultJudgeAbi } as const
  return [...(await session.read({ ...at, functionName: 'drawPlaces', args }))]
}
