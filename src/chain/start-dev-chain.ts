import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createTestClient, http, publicActions, type TestClient } from 'viem'
import { DsoError } from '../protocol/errors.ts'
import { createLedger } from './create-ledger.ts'
import { deployContracts, type ContractAddresses } from './deploy-contracts.ts'
import { deriveDevAccount, deriveDevDeployer, type DevAccount } from './derive-dev-account.ts'
import { findAnvil } from './find-anvil.ts'
import { mapChainError } from './map-chain-error.ts'
import {
  DEFAULT_REGISTRY_PARAMETERS,
  WEI_PER_AI,
  type RegistryParameters,
} from './registry-parameters.ts'

/** What a development chain starts with. */
export interface StartDevChainOptions {
  /** All keys and addresses follow from it. */
  seed: Uint8Array
  /** Accounts to fund, by unique name; 1000 AI free and no stake unless told otherwise. */
  accounts?: readonly { name: string; fundWei?: bigint; stakeWei?: bigint }[]
  /** Seconds an entry takes votes. Default 60. */
  votingWindowSeconds?: number
  /** Bond, floor and burned share; seed A's defaults. */
  parameters?: Partial<Omit<RegistryParameters, 'votingWindowSeconds'>>
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
const POLL_MS = 25
const START_TIMEOUT_MS = 30_000
const STOP_TIMEOUT_MS = 5000
const GUARD = fileURLToPath(new URL('./dev-chain-guard.ts', import.meta.url))

/**
 * Starts an EVM chain as a child process on 127.0.0.1, deploys token and registry, funds and stakes the accounts.
 * The same options give the same keys, addresses, block times and entry ids. The child ends with this process, however
 * this process ends; Ctrl-C in the terminal does not reach it before `stop` does.
 *
 * @throws DsoError `RUNTIME_MISSING`, `PORT_TAKEN`, `CHAIN_EXITED`, `OPTION_INVALID`
 */
export async function startDevChain(options: StartDevChainOptions): Promise<DevChain> {
  const chainId = options.chainId ?? 31337
  const holdings = (options.accounts ?? []).map(({ name, fundWei, stakeWei }) => ({
    account: deriveDevAccount(options.seed, name),
    fundWei: fundWei ?? 1000n * WEI_PER_AI,
    stakeWei: stakeWei ?? 0n,
  }))
  const accounts = new Map(holdings.map(({ account }) => [account.name, account]))
  if (accounts.size !== holdings.length) {
    throw new DsoError('OPTION_INVALID', { details: { accounts: 'names must be unique' } })
  }
  options.signal?.throwIfAborted()
  const child = spawnChain(options.port ?? 0, chainId)
  const exit = watchExit(child)
  const onAbort = () => void stop()
  options.signal?.addEventListener('abort', onAbort, { once: true })

  async function stop(): Promise<void> {
    child.stdin.destroy()
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
    await exit.promise
    clearTimeout(timer)
  }

  try {
    const port = await listening(child, options.logger)
    const rpcUrl = `http://127.0.0.1:${port}`
    const client = createTestClient({ mode: 'anvil', transport: http(rpcUrl, { retryCount: 0 }) })
    // One second a block instead of the machine's clock: window ends do not depend on the machine's speed.
    await client.setLoggingEnabled(false)
    await client.setBlockTimestampInterval({ interval: 1 })
    const addresses = await populate(options, { rpcUrl, chainId, client, holdings })
    return {
      rpcUrl,
      chainId,
      addresses,
      accounts,
      pid: child.pid ?? 0,
      exited: exit.promise,
      increaseTime: async (seconds) => {
        if (exit.ended) throw new DsoError('CHAIN_EXITED', { details: { rpcUrl } })
        await increaseTime(client, seconds).catch((cause: unknown) => {
          throw exit.ended ? new DsoError('CHAIN_EXITED', { cause }) : mapChainError(cause)
        })
      },
      stop,
      [Symbol.asyncDispose]: stop,
    }
  } catch (error) {
    const ended = exit.ended
    await stop()
    options.signal?.throwIfAborted()
    if (DsoError.is(error) && !(ended && error.code === 'CHAIN_UNREACHABLE')) throw error
    throw ended ? new DsoError('CHAIN_EXITED', { cause: error }) : mapChainError(error)
  } finally {
    options.signal?.removeEventListener('abort', onAbort)
  }
}

function spawnChain(port: number, chainId: number): ChildProcessWithoutNullStreams {
  const anvil = [findAnvil(), '--host', '127.0.0.1', '--port', String(port), '--no-cors']
  const genesis = ['--chain-id', String(chainId), '--timestamp', String(GENESIS_TIMESTAMP)]
  return spawn(process.execPath, [GUARD, ...anvil, ...genesis, '--accounts', '0'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // A process group of its own: Ctrl-C must not end the chain under a run that still wants to finish its writes.
    detached: true,
  })
}

interface Exit {
  ended: boolean
  promise: Promise<void>
}

function watchExit(child: ChildProcessWithoutNullStreams): Exit {
  const { promise, resolve } = Promise.withResolvers<void>()
  const exit: Exit = { ended: false, promise }
  const onEnd = () => {
    exit.ended = true
    resolve()
  }
  child.once('exit', onEnd)
  child.once('error', onEnd)
  child.stdin.on('error', () => undefined) // the pipe of a process that is already gone
  return exit
}

interface Holding {
  account: DevAccount
  fundWei: bigint
  stakeWei: bigint
}

/** Waits for the line that names the port. */
async function listening(
  child: ChildProcessWithoutNullStreams,
  logger: StartDevChainOptions['logger'],
): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      logger?.debug(line)
      if (said.length < 100) said.push(line)
      const port = /^Listening on 127\.0\.0\.1:(\d+)$/.exec(line.trim())?.[1]
      if (port !== undefined) resolve(Number(port))
    })
  }
  child.once('close', () => {
    const output = said.join('\n')
    reject(
      /address already in use|os error 98|os error 48|os error 10048/i.test(output)
        ? new DsoError('PORT_TAKEN', { details: { host: '127.0.0.1' } })
        : new DsoError('CHAIN_EXITED', { details: { output: output.slice(-500) } }),
    )
  })
  const timer = setTimeout(() => {
    reject(new DsoError('CHAIN_UNREACHABLE', { details: { waitedMs: START_TIMEOUT_MS } }))
  }, START_TIMEOUT_MS)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
  }
}

/** Coin, contracts, tokens and stakes, always in the same order. */
async function populate(
  options: StartDevChainOptions,
  chain: {
    rpcUrl: string
    chainId: number
    client: TestClient
    holdings: readonly Holding[]
  },
): Promise<ContractAddresses> {
  const { rpcUrl, chainId, client, holdings } = chain
  const deployer = deriveDevDeployer(options.seed)
  for (const { address } of [deployer, ...holdings.map(({ account }) => account)]) {
    await client.setBalance({ address, value: COIN_FOR_GAS })
  }
  const addresses = await deployContracts({
    rpcUrl,
    chainId,
    account: deployer.privateKey,
    holders: holdings.map(({ account, fundWei, stakeWei }) => ({
      address: account.address,
      amountWei: fundWei + stakeWei,
    })),
    parameters: {
      ...DEFAULT_REGISTRY_PARAMETERS,
      ...options.parameters,
      votingWindowSeconds: options.votingWindowSeconds ?? 60,
    },
    pollMs: POLL_MS,
  })
  for (const { account, stakeWei } of holdings) {
    if (stakeWei === 0n) continue
    const ledger = createLedger({
      rpcUrl,
      chainId,
      ...addresses,
      account: account.privateKey,
      pollMs: POLL_MS,
    })
    await ledger.stake(stakeWei)
  }
  return addresses
}

async function increaseTime(client: TestClient, seconds: number): Promise<void> {
  const { timestamp } = await client.extend(publicActions).getBlock()
  await client.setNextBlockTimestamp({ timestamp: timestamp + BigInt(seconds) })
  await client.mine({ blocks: 1 })
}
