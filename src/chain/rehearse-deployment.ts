import { createPublicClient, createTestClient, http, publicActions } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { CallOptions, Hex } from '../protocol/ports.ts'
import { mapChainError } from './map-chain-error.ts'
import { runAnvil } from './run-anvil.ts'
import { sumGas } from './sum-gas.ts'

/** Where a deployment will be made, and by whom. */
export interface RehearsedDeployment {
  rpcUrl: string
  chainId: number
  /** Private key of the deployer. */
  account: Hex
}

const COIN_FOR_GAS = 10n ** 24n

/**
 * Deploys to a chain of this machine's own that is thrown away, with the real one's id, time and nonce, so that addresses
 * and refusals are those of the real deployment. Nothing is sent to the real chain.
 *
 * @param deploy makes the deployment on the endpoint that it is given
 * @returns what `deploy` gave, and the gas of all its transactions
 * @throws DsoError `RUNTIME_MISSING` without anvil, `CHAIN_UNREACHABLE`, what `deploy` throws
 */
export async function rehearseDeployment<T>(
  { rpcUrl, chainId, account }: RehearsedDeployment,
  deploy: (rpcUrl: string) => Promise<T>,
  { signal }: CallOptions = {},
): Promise<{ result: T; gas: bigint }> {
  const { address } = privateKeyToAccount(account)
  const real = createPublicClient({ transport: http(rpcUrl, { retryCount: 2 }) })
  const [nonce, { timestamp }] = await Promise.all([
    real.getTransactionCount({ address }),
    real.getBlock(),
  ]).catch((error: unknown) => {
    throw mapChainError(error)
  })
  await using anvil = await runAnvil({ chainId, timestamp: Number(timestamp), port: 0, signal })
  const client = createTestClient({ mode: 'anvil', transport: http(anvil.rpcUrl) })
  await client.setLoggingEnabled(false)
  await client.setBalance({ address, value: COIN_FOR_GAS })
  await client.setNonce({ address, nonce })
  const from = await client.extend(publicActions).getBlockNumber()
  const result = await deploy(anvil.rpcUrl)
  const { gas } = await sumGas({ rpcUrl: anvil.rpcUrl, fromBlock: from + 1n })
  return { result, gas }
}
