import {
  type Abi,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionReturnType,
  createPublicClient,
  createWalletClient,
  defineChain,
  getAddress,
  http,
  type Log,
  type TransactionReceipt,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { TypedField } from '../protocol/chain/hash-typed-data.ts'
import { DsoError } from '../protocol/errors.ts'
import type { SigningDomain } from '../protocol/chain/hash-domain.ts'
import type { CallOptions, Hex } from '../protocol/ports.ts'
import { CONTRACT_ERRORS } from './contract-errors.ts'
import { mapChainError } from './map-chain-error.ts'
import { createRehearsal } from './rehearse-calls.ts'
import { untilAborted } from './until-aborted.ts'

/** Which chain, and who speaks to it. */
export interface OpenSessionOptions {
  /** HTTP JSON-RPC endpoint. */
  rpcUrl: string
  /** Expected EIP-155 chain id. */
  chainId: number
  /** Private key of the account, 32 bytes. Never logged. */
  account: Hex
  /** How often a pending transaction is looked up, in ms. Default 500. */
  pollMs?: number
  /** How long one transaction may stay pending, in ms. Default 120,000. */
  timeoutMs?: number
  /** Sends nothing: every write is tried on the chain's present state, together with the writes before it. */
  rehearse?: boolean
  /** Told of every call that was accepted, or would be. */
  onSent?: (call: SentCall) => void
  /** Checks more than the chain's id before the first call, and again after a fault. */
  verify?: (client: ChainClient) => Promise<void>
}

/** The client underneath. */
export type ChainClient = ReturnType<typeof openClients>['client']

type Reads = 'pure' | 'view'
type Writes = 'nonpayable' | 'payable'

/** A call of a contract that changes nothing. */
export interface ReadCall<
  A extends Abi,
  F extends ContractFunctionName<A, Reads>,
  Args extends ContractFunctionArgs<A, Reads, F>,
> {
  address: Hex
  abi: A
  functionName: F
  args: Args
}

/** A call of a contract that changes something. */
export interface WriteCall<A extends Abi, F extends ContractFunctionName<A, Writes>> {
  address: Hex
  abi: A
  functionName: F
  args: ContractFunctionArgs<A, Writes, F>
}

/** What a transaction did, or would do. */
export interface Effects {
  logs: Log[]
  gasUsed: bigint
  /** Undefined where it was only rehearsed. */
  hash: Hex | undefined
}

/** A call that was sent, or rehearsed. */
export interface SentCall {
  to: Hex
  functionName: string
  args: readonly unknown[]
  gasUsed: bigint
  /** Undefined where it was only rehearsed. */
  hash: Hex | undefined
}

/** Simulates a call, sends it, and waits for its receipt. @throws DsoError `TRANSACTION_REVERTED`, `CHAIN_UNREACHABLE` */
export type Transact = <const A extends Abi, F extends ContractFunctionName<A, Writes>>(
  call: WriteCall<A, F>,
) => Promise<Effects>

/** What an account signs: an EIP-712 structure. */
export interface SignRequest {
  domain: SigningDomain
  types: Readonly<Record<string, readonly TypedField[]>>
  primaryType: string
  message: Readonly<Record<string, unknown>>
}

/**
 * One account on one chain. Writes are sent one after the other and settle when their receipt is there. A contract's
 * refusal is `TRANSACTION_REVERTED` with the name of its error in `details.reason`. Aborting a write that was already sent
 * stops the wait, not the transaction. The first call checks the chain's id.
 *
 * @throws DsoError from every call: `CHAIN_MISMATCH`, `CHAIN_UNREACHABLE`
 */
export interface ChainSession {
  readonly account: Hex
  readonly chainId: number
  /** Calls a contract without a transaction. @throws DsoError `TRANSACTION_REVERTED` where it refuses */
  read<
    const A extends Abi,
    F extends ContractFunctionName<A, Reads>,
    const Args extends ContractFunctionArgs<A, Reads, F>,
  >(call: ReadCall<A, F, Args>): Promise<ContractFunctionReturnType<A, Reads, F, Args>>
  /** Asks the endpoint whatever else is needed. */
  query<T>(task: (client: ChainClient) => Promise<T>): Promise<T>
  /** Several transactions that belong together, after the earlier writes. */
  run<T>(task: (transact: Transact) => Promise<T>, options?: CallOptions): Promise<T>
  /** One transaction. @throws DsoError `TRANSACTION_REVERTED` */
  write<const A extends Abi, F extends ContractFunctionName<A, Writes>>(
    call: WriteCall<A, F>,
    options?: CallOptions,
  ): Promise<Effects>
  /**
   * Deploys a contract; not in a rehearsal.
   * @throws DsoError `TRANSACTION_REVERTED` where its constructor refuses
   */
  deploy(
    contract: { abi: Abi; bytecode: Hex; args: readonly unknown[] },
    options?: CallOptions,
  ): Promise<Hex>
  /** Signs without sending anything. The same request gives the same signature. */
  sign(request: SignRequest): Promise<Hex>
}

/** Opens a session; nothing is sent before its first call. */
export function openSession(options: OpenSessionOptions): ChainSession {
  const { client, wallet, account } = openClients(options)
  let checked: Promise<void> | undefined
  let lastWrite: Promise<unknown> = Promise.resolve()

  async function connect(): Promise<void> {
    checked ??= check().catch((error: unknown) => {
      checked = undefined
      throw error
    })
    await checked
  }

  async function check(): Promise<void> {
    const found = await client.getChainId()
    if (found !== options.chainId) {
      throw new DsoError('CHAIN_MISMATCH', { details: { expected: options.chainId, found } })
    }
    await options.verify?.(client).catch((cause: unknown) => {
      const error = mapChainError(cause)
      if (error.code !== 'TRANSACTION_REVERTED') throw error
      throw new DsoError('CHAIN_MISMATCH', { details: { found: 'another contract' }, cause })
    })
  }

  async function guarded<T>(task: () => Promise<T>): Promise<T> {
    try {
      await connect()
      return await task()
    } catch (error) {
      throw mapChainError(error)
    }
  }

  /** Runs `task` after the earlier writes; nonces would collide otherwise. */
  async function inTurn<T>(call: CallOptions | undefined, task: () => Promise<T>): Promise<T> {
    const turn = lastWrite.then(async () => {
      call?.signal?.throwIfAborted()
      return await guarded(task)
    })
    lastWrite = turn.catch(() => undefined)
    return await untilAborted(turn, call?.signal)
  }

  async function receiptOf(hash: Hex): Promise<TransactionReceipt> {
    return await client.waitForTransactionReceipt({ hash, timeout: options.timeoutMs ?? 120_000 })
  }

  const send = async ({ address, abi, functionName, args }: LooseCall): Promise<Effects> => {
    const call = { address, abi, functionName, args, account }
    try {
      // As the next block would see it: the window of an entry may end between two blocks.
      const { request } = await client.simulateContract({ ...call, blockTag: 'pending' })
      const hash = await wallet.writeContract(request)
      const receipt = await receiptOf(hash)
      if (receipt.status === 'success') {
        return { logs: receipt.logs, gasUsed: receipt.gasUsed, hash }
      }
      // Something came between; asking again names the reason.
      await client.simulateContract({ ...call, blockNumber: receipt.blockNumber })
      throw new DsoError('TRANSACTION_REVERTED', { details: { reason: 'unknown', hash } })
    } catch (error) {
      throw mapChainError(error)
    }
  }

  const carryOut = options.rehearse === true ? createRehearsal(client, account.address) : send

  const transact: Transact = async (typed) => {
    const { address: to, abi, functionName, args } = typed as unknown as LooseCall
    const complete = [...abi, ...CONTRACT_ERRORS]
    const effects = await carryOut({ address: to, abi: complete, functionName, args })
    const { gasUsed, hash } = effects
    options.onSent?.({ to, functionName, args, gasUsed, hash })
    return effects
  }

  return {
    account: account.address,
    chainId: options.chainId,

    read: async (typed) => {
      const { address, abi, functionName, args } = typed as unknown as LooseCall
      const call = { address, abi: [...abi, ...CONTRACT_ERRORS], functionName, args }
      return (await guarded(() => client.readContract(call))) as never
    },

    query: async (task) => await guarded(() => task(client)),

    run: async (task, call) => await inTurn(call, () => task(transact)),

    write: async (typed, call) => await inTurn(call, () => transact(typed)),

    deploy: async ({ abi, bytecode, args }, call) =>
      await inTurn(call, async () => {
        const complete = [...abi, ...CONTRACT_ERRORS]
        const hash = await wallet.deployContract({ abi: complete, bytecode, args })
        const { status, contractAddress } = await receiptOf(hash)
        if (status === 'success' && typeof contractAddress === 'string') {
          return getAddress(contractAddress)
        }
        throw new DsoError('TRANSACTION_REVERTED', { details: { reason: 'unknown', hash } })
      }),

    sign: async ({ domain, types, primaryType, message }) =>
      await account.signTypedData({ domain, types: { ...types }, primaryType, message }),
  }
}

/** What viem takes where the types of a call are not known. */
export interface LooseCall {
  address: Hex
  abi: Abi
  functionName: string
  args: readonly unknown[]
}

function openClients(options: OpenSessionOptions) {
  const chain = defineChain({
    id: options.chainId,
    name: 'dso',
    nativeCurrency: { name: 'coin', symbol: 'COIN', decimals: 18 },
    rpcUrls: { default: { http: [options.rpcUrl] } },
  })
  const transport = http(options.rpcUrl, { retryCount: 2 })
  const account = privateKeyToAccount(options.account)
  const pollingInterval = options.pollMs ?? 500
  const client = createPublicClient({ chain, transport, cacheTime: 0, pollingInterval })
  const wallet = createWalletClient({ chain, transport, account })
  return { client, wallet, account }
}
