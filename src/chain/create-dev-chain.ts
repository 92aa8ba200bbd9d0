import { createTestClient, http, publicActions, type TestClient } from 'viem'
import { DsoError } from '../protocol/errors.ts'
import { PROFILE_SCHEMAS, type SchemaSpec } from './add-schema.ts'
import type { ContractAddresses } from './address-book.ts'
import { depositBond } from './bonds/deposit-bond.ts'
import { deployContracts } from './deploy-contracts.ts'
import { DEV_SETTINGS, type DeploySettings } from './deploy-settings.ts'
import { deriveDevAccount, deriveDevDeployer, type DevAccount } from './derive-dev-account.ts'
import { lockTokens } from './locks/lock-tokens.ts'
import { mapChainError } from './map-chain-error.ts'
import { openSession } from './open-session.ts'
import {
  directTiming,
  type RegistryParameters,
  type RegistryTiming,
  SEED_PARAMETERS,
  WEI_PER_AI,
} from './registry-parameters.ts'
import { runAnvil } from './run-anvil.ts'
import { approveSpending } from './tokens/approve-spending.ts'

/** An account that a development chain funds. */
export interface DevAccountSpec {
  /** Unique on its chain. */
  name: string
  /** $AI, deposited for bonds. Default 1000. */
  fundWei?: bigint
  /** $ZOO that weighs in votes from the start. Default 0. */
  stakeWei?: bigint
  /** $ZOO in the wallet. Default 1000. */
  zooWei?: bigint
}

/** What a development chain starts with. */
export interface CreateDevChainOptions {
  /** All keys and addresses follow from it. */
  seed: Uint8Array
  /** Accounts to fund. */
  accounts?: readonly DevAccountSpec[]
  /** Seconds an entry takes votes, in the open. Default 60. */
  votingWindowSeconds?: number
  /** Clock of a registry that takes sealed votes, instead of `votingWindowSeconds`; the chain starts in its second epoch. */
  timing?: RegistryTiming
  /** What governs submissions; seed A's defaults. */
  parameters?: Partial<RegistryParameters>
  /** What the other contracts are built with; hours where production has days. */
  settings?: Partial<DeploySettings>
  /** Schemas after those of the three embedding profiles, which are 1, 2 and 3. */
  schemas?: readonly SchemaSpec[]
  /** Port on 127.0.0.1; 0 (default) takes a free one. */
  port?: number
  /** EIP-155 chain id. Default 31337. */
  chainId?: number
  /** Called with every line the chain process writes. */
  logger?: {
    /** Takes one line. */
    debug(message: string): void
  }
  /** Aborting ends the start, and the process with it. */
  signal?: AbortSignal
}

/** A running development chain. */
export interface DevChain extends AsyncDisposable {
  rpcUrl: string
  chainId: number
  addresses: ContractAddresses
  /** By name. */
  accounts: ReadonlyMap<string, DevAccount>
  /** Process that holds the chain; ending it ends the chain. */
  pid: number
  /** Deployed the contracts, and can still set parameters and add schemas. */
  deployer: DevAccount
  /** Resolves when the process has ended, for whatever reason. */
  exited: Promise<void>
  /**
   * Lets time pass and makes a block. Without it every block is one second after the one before.
   * @throws DsoError `CHAIN_EXITED`
   */
  increaseTime(seconds: number): Promise<void>
  /** Ends the process and waits for its end. Idempotent. */
  stop(): Promise<void>
}

const GENESIS_TIMESTAMP = 1_767_225_600 // 2026-01-01; fixed, so that runs repeat
const COIN_FOR_GAS = 10n ** 24n
const POLL_MS = 5
const DEFAULT_HOLDING_WEI = 1000n * WEI_PER_AI
const DEFAULT_WINDOW_SECONDS = 60
/** Who takes the insurance share; nobody has its key. */
const INSURANCE = `0x${'1125'.padStart(40, '0')}` as const

/**
 * Starts an EVM chain as a child process on 127.0.0.1, deploys the contracts, funds and stakes the accounts and lets the
 * vaults pull their tokens. The same options give the same keys, addresses, block times and entry ids. The child ends with
 * this process, however this process ends; Ctrl-C in the terminal does not reach it before `stop` does.
 *
 * @throws DsoError `RUNTIME_MISSING`, `PORT_TAKEN`, `CHAIN_EXITED`, `OPTION_INVALID`
 */
export async function createDevChain(options: CreateDevChainOptions): Promise<DevChain> {
  const chainId = options.chainId ?? 31337
  const deployer = deriveDevDeployer(options.seed)
  const holdings = (options.accounts ?? []).map(({ name, fundWei, stakeWei, zooWei }) => ({
    account: deriveDevAccount(options.seed, name),
    fundWei: fundWei ?? DEFAULT_HOLDING_WEI,
    stakeWei: stakeWei ?? 0n,
    zooWei: zooWei ?? DEFAULT_HOLDING_WEI,
  }))
  const accounts = new Map(holdings.map(({ account }) => [account.name, account]))
  if (accounts.size !== holdings.length) {
    throw new DsoError('OPTION_INVALID', { details: { accounts: 'names must be unique' } })
  }
  const genesis = { chainId, timestamp: GENESIS_TIMESTAMP, port: options.port ?? 0 }
  const { logger, signal } = options
  const anvil = await runAnvil({ ...genesis, logger, signal })
  try {
    const { rpcUrl } = anvil
    const client = createTestClient({ mode: 'anvil', transport: http(rpcUrl, { retryCount: 0 }) })
    // One second a block instead of the machine's clock: window ends do not depend on the machine's speed.
    await client.setLoggingEnabled(false)
    await client.setBlockTimestampInterval({ interval: 1 })
    const addresses = await populate(options, { rpcUrl, chainId, client, deployer, holdings })
    anvil.release()
    return {
      rpcUrl,
      chainId,
      addresses,
      accounts,
      deployer,
      pid: anvil.pid,
      exited: anvil.exited,
      increaseTime: async (seconds) => {
        if (anvil.hasExited()) throw new DsoError('CHAIN_EXITED', { details: { rpcUrl } })
        await increaseTime(client, seconds).catch((cause: unknown) => {
          throw anvil.hasExited() ? new DsoError('CHAIN_EXITED', { cause }) : mapChainError(cause)
        })
      },
      stop: anvil.stop,
      [Symbol.asyncDispose]: anvil.stop,
    }
  } catch (error) {
    const ended = anvil.hasExited()
    await anvil.stop()
    signal?.throwIfAborted()
    if (DsoError.is(error) && !(ended && error.code === 'CHAIN_UNREACHABLE')) throw error
    throw ended ? new DsoError('CHAIN_EXITED', { cause: error }) : mapChainError(error)
  }
}

interface Holding {
  account: DevAccount
  fundWei: bigint
  stakeWei: bigint
  zooWei: bigint
}

interface EmptyChain {
  rpcUrl: string
  chainId: number
  client: TestClient
  deployer: DevAccount
  holdings: readonly Holding[]
}

/** Coin, contracts, deposits and stakes, always in the same order. */
async function populate(
  options: CreateDevChainOptions,
  { rpcUrl, chainId, client, deployer, holdings }: EmptyChain,
): Promise<ContractAddresses> {
  for (const { address } of [deployer, ...holdings.map(({ account }) => account)]) {
    await client.setBalance({ address, value: COIN_FOR_GAS })
  }
  const addresses = await deployContracts({
    rpcUrl,
    chainId,
    account: deployer.privateKey,
    holders: holdings.map(({ account, fundWei, stakeWei, zooWei }) => ({
      address: account.address,
      amountWei: fundWei,
      zooWei: stakeWei + zooWei,
    })),
    timing: options.timing ?? directTiming(options.votingWindowSeconds ?? DEFAULT_WINDOW_SECONDS),
    parameters: { ...SEED_PARAMETERS, ...options.parameters },
    settings: { ...DEV_SETTINGS, ...options.settings },
    insurance: INSURANCE,
    schemas: [...PROFILE_SCHEMAS, ...(options.schemas ?? [])],
    pollMs: POLL_MS,
  })
  for (const holding of holdings) await furnish({ rpcUrl, chainId }, addresses, holding)
  // Sealed votes weigh what was locked before their entry's epoch, so nobody could vote on entries of the first.
  const { epochSeconds, commitSeconds } = options.timing ?? { epochSeconds: 0, commitSeconds: 0 }
  if (commitSeconds > 0) await increaseTime(client, epochSeconds)
  return addresses
}

/** Deposits the bonds' money and the stake, and lets the vaults pull what comes later. */
async function furnish(
  chain: { rpcUrl: string; chainId: number },
  { bonds, locks, token, governanceToken }: ContractAddresses,
  { account, fundWei, stakeWei }: Holding,
): Promise<void> {
  const session = openSession({ ...chain, account: account.privateKey, pollMs: POLL_MS })
  await session.run(async (transact) => {
    await approveSpending(session, transact, { token, spender: bonds, amountWei: 1n })
    const zoo = { token: governanceToken, spender: locks, amountWei: 1n }
    await approveSpending(session, transact, zoo)
  })
  if (fundWei > 0n) await depositBond(session, { vault: bonds, token }, fundWei)
  const at = { vault: locks, token: governanceToken }
  if (stakeWei > 0n) await lockTokens(session, at, { amountWei: stakeWei })
}

async function increaseTime(client: TestClient, seconds: number): Promise<void> {
  const { timestamp } = await client.extend(publicActions).getBlock()
  await client.setNextBlockTimestamp({ timestamp: timestamp + BigInt(seconds) })
  await client.mine({ blocks: 1 })
}
