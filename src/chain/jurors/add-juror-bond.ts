import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { checkUnsigned } from '../check-arguments.ts'
import { jurorBondsAbi } from '../generated/juror-bonds.ts'
import type { ChainSession } from '../open-session.ts'
import { approveSpending } from '../tokens/approve-spending.ts'

/** The bonds of jurors and their token. */
export interface JurorBondsAt {
  jurors: Hex
  token: Hex
}

/**
 * Adds to this account's bond as a juror, which weighs from the next second on; at most one change in the lookback time.
 *
 * @throws DsoError `FORMAT_INVALID`, `TRANSACTION_REVERTED` (`BondTooSmall`, `ChangedRecently`, `AmountInvalid`)
 */
export async function addJurorBond(
  session: ChainSession,
  { jurors, token }: JurorBondsAt,
  amountWei: bigint,
  options?: CallOptions,
): Promise<void> {
  checkUnsigned('amountWei', amountWei, 256)
  await session.run(async (transact) => {
    await approveSpending(session, transact, { token, spender: jurors, amountWei })
    const call = { abi: jurorBondsAbi, functionName: 'addBond', args: [amountWei] } as const
    await transact({ address: jurors, ...call })
  }, options)
}
