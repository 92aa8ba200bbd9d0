import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { checkUnsigned } from '../check-arguments.ts'
import { jurorBondsAbi } from '../generated/juror-bonds.ts'
import type { ChainSession } from '../open-session.ts'

/**
 * Takes from this account's bond as a juror; it leaves the weight at once and withdrawJurorBond pays it later.
 *
 * @throws DsoError `FORMAT_INVALID`, `TRANSACTION_REVERTED` (`BondExceeded`, `BondTooSmall`, `ChangedRecently`)
 */
export async function reduceJurorBond(
  session: ChainSession,
  jurors: Hex,
  amountWei: bigint,
  options?: CallOptions,
): Promise<void> {
  checkUnsigned('amountWei', amountWei, 256)
  const call = { abi: jurorBondsAbi, functionName: 'reduceBond', args: [amountWei] } as const
  await session.write({ address: jurors, ...call }, options)
}
