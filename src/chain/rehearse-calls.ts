import { DsoError } from '../protocol/errors.ts'
import type { Hex } from '../protocol/ports.ts'
import { mapChainError } from './map-chain-error.ts'
import type { ChainClient, Effects, LooseCall } from './open-session.ts'

/**
 * Tries calls on the chain's newest state without sending them, each after those before it: an approval that was
 * rehearsed lets the rehearsed deposit through. Each call gets a block of its own.
 *
 * @returns tries one more call; a refusal is `TRANSACTION_REVERTED` as if it had been sent, and then the call counts as
 *   not made; `OPTION_INVALID` where the endpoint does not offer `eth_simulateV1`
 */
export function createRehearsal(
  client: ChainClient,
  account: Hex,
): (call: LooseCall) => Promise<Effects> {
  const made: LooseCall[] = []
  return async (call) => {
    const blocks = [...made, call].map(({ address: to, abi, functionName, args }) => {
      return { calls: [{ account, to, abi, functionName, args }] }
    })
    const results = await client.simulateBlocks({ blocks }).catch((error: unknown) => {
      throw isMissing(error) ? notOffered(error) : mapChainError(error)
    })
    const last = results.at(-1)?.calls[0] as SimulatedCall | undefined
    if (last === undefined) throw new DsoError('CHAIN_UNREACHABLE')
    if (last.status !== 'success') throw mapChainError(last.error)
    made.push(call)
    return { logs: last.logs ?? [], gasUsed: last.gasUsed, hash: undefined }
  }
}

type SimulatedCall = Pick<Effects, 'gasUsed'> &
  ({ status: 'success'; logs?: Effects['logs'] } | { status: 'failure'; error: unknown })

/** JSON-RPC's code for a method that is not there, and what is not supported of EIP-1474. */
const MISSING = [-32_601, -32_004]

function isMissing(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    if ('code' in each && MISSING.includes(each.code as number)) return true
  }
  return false
}

function notOffered(cause: unknown): DsoError {
  const reason = 'the endpoint does not offer eth_simulateV1'
  return new DsoError('OPTION_INVALID', { details: { option: '--dry-run', reason }, cause })
}
