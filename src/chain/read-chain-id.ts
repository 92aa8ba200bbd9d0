import { createPublicClient, http } from 'viem'
import { mapChainError } from './map-chain-error.ts'

/** Asks an endpoint which chain it serves. @throws DsoError `CHAIN_UNREACHABLE` */
export async function readChainId(rpcUrl: string): Promise<number> {
  try {
    return await createPublicClient({ transport: http(rpcUrl, { retryCount: 2 }) }).getChainId()
  } catch (error) {
    throw mapChainError(error)
  }
}
