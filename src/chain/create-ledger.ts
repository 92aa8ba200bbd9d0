import {
  createPublicClient,
  createWalletClient,
  defineChain,
  hexToBytes,
  http,
  keccak256,
  maxUint256,
  parseEventLogs,
  toBytes,
  type Abi,
  type TransactionReceipt,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { DsoError } from '../protocol/errors.ts'
import type {
  CallOptions,
  EntryStatus,
  Hex,
  LedgerCursor,
  LedgerEvent,
  RegistryEntry,
  StakingLedger,
} from '../protocol/ports.ts'
import { checkRoot, checkScore, checkSubmission, checkUnsigned } from './check-arguments.ts'
import { dsoTokenAbi } from './generated/dso-token.ts'
import { experienceRegistryAbi } from './generated/experience-registry.ts'
import { mapChainError } from './map-chain-error.ts'
import { accountOrNone, decodeRegistryEvents } from './registry-events.ts'

/** Where the registry is and who speaks to it. */
export interface CreateLedgerOptions {
  /** HTTP JSON-RPC endpoint. */
  rpcUrl: string
  /** Expected EIP-155 chain id. */
  chainId: number
  /** Address of the ExperienceRegistry. */
  registry: Hex
  /** Address of the DsoToken. */
  token: Hex
  /** Private key of the account, 32 bytes. Never logged. */
  account: Hex
  /** How often a pending transaction is looked up, in ms. Default 500. */
  pollMs?: number
  /** How long one transaction may stay pending, in ms. Default 120,000. */
  timeoutMs?: number
  /** Blocks below the head that events are read up to; 0 (default) only where blocks are never replaced. */
  confirmations?: number
}

// A revert inside the token surfaces through the registry, so its errors are decoded too.
const REGISTRY_ABI: Abi = [
  ...experienceRegistryAbi,
  ...dsoTokenAbi.filter((item) => item.type === 'error'),
]
const STATUSES: readonly (EntryStatus | undefined)[] = [undefined, 'open', 'final', 'slashed']
const BLOCKS_PER_QUERY = 2000n

/**
 * One account's view of the experience registry on an EVM chain.
 *
 * Writes of one ledger are sent one after the other and settle when their receipt is there. The contract's refusal is
 * `TRANSACTION_REVERTED` with the name of its error in `details.reason`. The first bond or stake approves the registry
 * for any amount, once: it pulls tokens only in calls of the account itself. Aborting a write that was already sent
 * stops the wait, not the transaction. The first call checks chain id and contract.
 *
 * @throws DsoError from every call: `CHAIN_MISMATCH`, `CHAIN_UNREACHABLE`
 */
export function createLedger(options: CreateLedgerOptions): StakingLedger {
  const { registry, token } = options
  const chain = defineChain({
    id: options.chainId,
    name: 'dso',
    nativeCurrency: { name: 'coin', symbol: 'COIN', decimals: 18 },
    rpcUrls: { default: { http: [options.rpcUrl] } },
  })
  const transport = http(options.rpcUrl, { retryCount: 2 })
  const account = privateKeyToAccount(options.account)
  const client = createPublicClient({
    chain,
    transport,
    cacheTime: 0,
    pollingInterval: options.pollMs ?? 500,
  })
  const wallet = createWalletClient({ chain, transport, account })
  const registryAt = { address: registry, abi: experienceRegistryAbi } as const
  const tokenAt = { address: token, abi: dsoTokenAbi } as const

  let deployedBlock: Promise<bigint> | undefined
  let lastWrite: Promise<unknown> = Promise.resolve()

  /** Checks the chain once, and again after a fault. */
  async function connect(): Promise<bigint> {
    deployedBlock ??= check().catch((error: unknown) => {
      deployedBlock = undefined
      throw error
    })
    return await deployedBlock
  }

  async function check(): Promise<bigint> {
    const found = await client.getChainId()
    if (found !== options.chainId) {
      throw new DsoError('CHAIN_MISMATCH', { details: { expected: options.chainId, found } })
    }
    if ((await client.getCode({ address: registry })) === undefined) {
      throw new DsoError('CHAIN_MISMATCH', { details: { registry, found: 'no contract' } })
    }
    const expected = await client.readContract({ ...registryAt, functionName: 'token' })
    if (expected.toLowerCase() !== token.toLowerCase()) {
      throw new DsoError('CHAIN_MISMATCH', { details: { token, expected } })
    }
    return await client.readContract({ ...registryAt, functionName: 'deployedBlock' })
  }

  async function read<T>(query: () => Promise<T>): Promise<T> {
    try {
      await connect()
      return await query()
    } catch (error) {
      throw mapChainError(error)
    }
  }

  /** Runs `task` after this ledger's earlier writes; nonces would collide otherwise. */
  async function write<T>(options: CallOptions | undefined, task: () => Promise<T>): Promise<T> {
    const run = lastWrite.then(async () => {
      options?.signal?.throwIfAborted()
      return await read(task)
    })
    lastWrite = run.catch(() => undefined)
    return await untilAborted(run, options?.signal)
  }

  async function transact(
    functionName: string,
    args: readonly unknown[],
    target: { address: Hex; abi: Abi } = { address: registry, abi: REGISTRY_ABI },
  ): Promise<TransactionReceipt> {
    const call = { ...target, account, functionName, args }
    // As the next block would see it: the window of an entry may end between two blocks.
    const { request } = await client.simulateContract({ ...call, blockTag: 'pending' })
    const hash = await wallet.writeContract(request)
    const receipt = await client.waitForTransactionReceipt({
      hash,
      timeout: options.timeoutMs ?? 120_000,
    })
    if (receipt.status === 'reverted') {
      // Something came between; asking again names the reason.
      await client.simulateContract({ ...call, blockNumber: receipt.blockNumber })
      throw new DsoError('TRANSACTION_REVERTED', { details: { reason: 'unknown', hash } })
    }
    return receipt
  }

  async function approve(amountWei: bigint): Promise<void> {
    const args = [account.address, registry] as const
    const allowed = await client.readContract({ ...tokenAt, functionName: 'allowance', args })
    if (allowed < amountWei) await transact('approve', [registry, maxUint256], tokenAt)
  }

  /** The newest block that is not expected to be replaced. */
  async function lastConfirmed(): Promise<bigint> {
    const last = (await client.getBlockNumber()) - BigInt(options.confirmations ?? 0)
    return last < 0n ? 0n : last
  }

  async function cidOf(id: bigint, block: bigint, cidHash: Hex): Promise<string> {
    const [log] = await client.getContractEvents({
      ...registryAt,
      eventName: 'Submitted',
      args: { id },
      fromBlock: block,
      toBlock: block,
      strict: true,
    })
    if (log === undefined || keccak256(toBytes(log.args.cid)) !== cidHash) {
      throw new DsoError('CHAIN_UNREACHABLE', {
        details: { entry: id, reason: 'the endpoint does not serve the log of this entry' },
      })
    }
    return log.args.cid
  }

  async function readEntry(entryId: bigint): Promise<RegistryEntry | undefined> {
    const count = await client.readContract({ ...registryAt, functionName: 'entryCount' })
    if (entryId < 1n || entryId > count) return undefined
    const args = [entryId] as const
    const entry = await client.readContract({ ...registryAt, functionName: 'getEntry', args })
    const status = STATUSES[entry.status]
    if (status === undefined) return undefined
    return {
      id: entryId,
      merkleRoot: entry.merkleRoot,
      cid: await cidOf(entryId, entry.submittedBlock, entry.cidHash),
      schema: entry.schema,
      quality: entry.scored ? Number(entry.quality) : undefined,
      submitter: entry.submitter,
      bondWei: entry.bond,
      challenger: accountOrNone(entry.challenger),
      status,
      votingEndsAt: entry.votingEndsAt,
    }
  }

  return {
    account: account.address,

    async submit(entry, callOptions) {
      checkSubmission(entry)
      return await write(callOptions, async () => {
        await approve(await client.readContract({ ...registryAt, functionName: 'bond' }))
        const receipt = await transact('submit', [
          { ...entry, quality: 0n, submitter: account.address, bond: 0n },
        ])
        const [submitted] = parseEventLogs({
          abi: experienceRegistryAbi,
          eventName: 'Submitted',
          logs: receipt.logs,
        })
        if (submitted === undefined) throw new Error('a submission without its event')
        return submitted.args.id
      })
    },

    async voteQuality(entryId, score, callOptions) {
      checkScore(score)
      checkUnsigned('entryId', entryId, 256)
      await write(callOptions, () => transact('voteQuality', [entryId, BigInt(score)]))
    },

    async challenge(entryId, callOptions) {
      checkUnsigned('entryId', entryId, 256)
      await write(callOptions, async () => {
        await approve(await client.readContract({ ...registryAt, functionName: 'challengeBond' }))
        await transact('challenge', [entryId])
      })
    },

    async finalise(entryId, callOptions) {
      checkUnsigned('entryId', entryId, 256)
      await write(callOptions, () => transact('finalise', [entryId]))
    },

    async stake(amountWei, callOptions) {
      checkUnsigned('amountWei', amountWei, 256)
      await write(callOptions, async () => {
        await approve(amountWei)
        await transact('stake', [amountWei])
      })
    },

    async requestUnstake(amountWei, callOptions) {
      checkUnsigned('amountWei', amountWei, 256)
      await write(callOptions, () => transact('requestUnstake', [amountWei]))
    },

    async withdraw(callOptions) {
      await write(callOptions, () => transact('withdraw', []))
    },

    async claim(callOptions) {
      await write(callOptions, () => transact('claim', []))
    },

    async getEntry(entryId) {
      return await read(() => readEntry(entryId))
    },

    async findEntry(merkleRoot) {
      checkRoot(merkleRoot)
      const args = [merkleRoot] as const
      return await read(async () =>
        readEntry(await client.readContract({ ...registryAt, functionName: 'idByRoot', args })),
      )
    },

    async getBalances() {
      return await read(async () => {
        const args = [account.address] as const
        const [freeWei, stakedWei, creditWei] = await Promise.all([
          client.readContract({ ...tokenAt, functionName: 'balanceOf', args }),
          client.readContract({ ...registryAt, functionName: 'stakeOf', args }),
          client.readContract({ ...registryAt, functionName: 'credits', args }),
        ])
        return { freeWei, stakedWei, creditWei }
      })
    },

    async getAnchor(callOptions) {
      callOptions?.signal?.throwIfAborted()
      return await read(async () => {
        const blockNumber = await lastConfirmed()
        const { hash } = await client.getBlock({ blockNumber })
        return { chainId: options.chainId, block: Number(blockNumber), hash: hexToBytes(hash) }
      })
    },

    async readEvents(cursor, callOptions) {
      return await read(async () => {
        const last = await lastConfirmed()
        let next: LedgerCursor = cursor ?? { block: await connect(), logIndex: 0 }
        const events: LedgerEvent[] = []
        while (next.block <= last) {
          callOptions?.signal?.throwIfAborted()
          const toBlock = smaller(next.block + BLOCKS_PER_QUERY - 1n, last)
          const logs = await client.getLogs({ address: registry, fromBlock: next.block, toBlock })
          const { block, logIndex } = next
          events.push(
            ...decodeRegistryEvents(logs).filter(
              (event) => event.block > block || event.logIndex >= logIndex,
            ),
          )
          next = { block: toBlock + 1n, logIndex: 0 }
        }
        return { events, cursor: next }
      })
    },
  }
}

/** Settles as `promise` does, or rejects with the signal's reason when that comes first. */
async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return await promise
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const onAbort = () => reject(signal.reason as Error)
  if (signal.aborted) onAbort()
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
