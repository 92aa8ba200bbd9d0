import { createPublicClient, http } from 'viem'
import { mapChainError } from './map-chain-error.ts'

/** Which blocks are summed. */
export interface SumGasOptions {
  /** HTTP JSON-RPC endpoint. */
  rpcUrl: string
  /** First block; everything from there to the newest one counts. */
  fromBlock: bigint
}

/**
 * Gas used by every transaction since a block, and the newest block's number: for development chains, which are short.
 * @throws DsoError `CHAIN_UNREACHABLE`
 */
export async function sumGas({
  rpcUrl,
  fromBlock,
}: SumGasOptions): Promise<{ gas: bigint; head: bigint }> {
  const client = createPublicClient({ transport: http(rpcUrl), cacheTime: 0 })
  try {
    const head = await client.getBlockNumber()
    let gas = 0n
    for (let blockNumber = fromBlock; blockNumber <= head; blockNumber++) {
      gas += (await client.getBlock({ blockNumber })).gasUsed
    }
    return { gas, head }
  } catch (cause) {
    throw mapChainError(cause)
  }
}
