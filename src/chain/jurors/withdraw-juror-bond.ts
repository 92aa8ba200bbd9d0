import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { jurorBondsAbi } from '../generated/juror-bonds.ts'
import type { ChainSession } from '../open-session.ts'

/** Pays out a juror's bond whose wait is over. @throws DsoError `TRANSACTION_REVERTED` (`NothingDue`, `StillUnbonding`) */
export async function withdrawJurorBond(
  session: ChainSession,
  jurors: Hex,
  options?: CallOptions,
): Promise<void> {
  const call = { address: jurors, abi: jurorBondsAbi, functionName: 'withdraw', args: [] } as const
  await session.write(call, options)
}
