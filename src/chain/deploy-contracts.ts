import { createPublicClient, createWalletClient, defineChain, http, type Abi } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { DsoError } from '../protocol/errors.ts'
import type { Hex } from '../protocol/ports.ts'
import { dsoTokenAbi, dsoTokenBytecode } from './generated/dso-token.ts'
import {
  experienceRegistryAbi,
  experienceRegistryBytecode,
} from './generated/experience-registry.ts'
import { mapChainError } from './map-chain-error.ts'
import type { RegistryParameters } from './registry-parameters.ts'

/** Where to deploy, who pays, and with what. */
export interface DeployContractsOptions {
  /** HTTP JSON-RPC endpoint. */
  rpcUrl: string
  /** EIP-155 chain id. */
  chainId: number
  /** Private key of the deployer; it gets no rights. */
  account: Hex
  /** Who receives the token's whole supply. */
  holders: readonly { address: Hex; amountWei: bigint }[]
  parameters: RegistryParameters
  /** How often a pending transaction is looked up, in ms. Default 500. */
  pollMs?: number
}

/** The two contracts of a registry. */
export interface ContractAddresses {
  token: Hex
  registry: Hex
}

/**
 * Deploys a token and a registry that uses it. The addresses follow from the deployer's address and nonce.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (parameters out of bounds, no coin for gas), `CHAIN_UNREACHABLE`
 */
export async function deployContracts(options: DeployContractsOptions): Promise<ContractAddresses> {
  const chain = defineChain({
    id: options.chainId,
    name: 'dso',
    nativeCurrency: { name: 'coin', symbol: 'COIN', decimals: 18 },
    rpcUrls: { default: { http: [options.rpcUrl] } },
  })
  const transport = http(options.rpcUrl)
  const client = createPublicClient({ chain, transport, pollingInterval: options.pollMs ?? 500 })
  const wallet = createWalletClient({
    chain,
    transport,
    account: privateKeyToAccount(options.account),
  })

  async function deploy(abi: Abi, bytecode: Hex, args: readonly unknown[]): Promise<Hex> {
    try {
      const hash = await wallet.deployContract({ abi, bytecode, args })
      const receipt = await client.waitForTransactionReceipt({ hash })
      if (receipt.status === 'success' && typeof receipt.contractAddress === 'string') {
        return receipt.contractAddress
      }
      throw new DsoError('TRANSACTION_REVERTED', { details: { reason: 'unknown', hash } })
    } catch (error) {
      throw mapChainError(error)
    }
  }

  const { holders, parameters } = options
  const token = await deploy(dsoTokenAbi, dsoTokenBytecode, [
    holders.map(({ address }) => address),
    holders.map(({ amountWei }) => amountWei),
  ])
  const registry = await deploy(experienceRegistryAbi, experienceRegistryBytecode, [
    token,
    parameters.bondWei,
    BigInt(parameters.votingWindowSeconds),
    BigInt(parameters.qMin),
    BigInt(parameters.sigma),
  ])
  return { token, registry }
}
