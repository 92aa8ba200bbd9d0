import {
  type Abi,
  type Address,
  type Client,
  decodeErrorResult,
  decodeFunctionResult,
  encodeAbiParameters,
  encodeDeployData,
  encodeFunctionData,
  getAddress,
  getContractAddress,
  type Hex,
  numberToHex,
  zeroAddress,
} from 'viem'
import type { CompiledContract } from '../../fixtures/compile-contracts.ts'
import {
  type Mode,
  DEPOSIT,
  firstParameters,
  LOCKED,
  PLAYERS,
  TOKEN,
  UNBONDING,
  VOTER_BOND,
  VOTER_DEPOSIT,
} from './settings.ts'

/** The contracts of a game. */
export const CONTRACTS = {
  token: 'contracts/src/DsoToken.sol:DsoToken',
  bonds: 'contracts/src/BondVault.sol:BondVault',
  locks: 'contracts/src/LockVault.sol:LockVault',
  registry: 'contracts/src/ExperienceRegistry.sol:ExperienceRegistry',
  court: 'contracts/test/support/Stubs.sol:CourtStub',
} as const
type ContractName = keyof typeof CONTRACTS

/** Contracts of one game by what they are. */
export type Place = 'ai' | 'zoo' | 'bonds' | 'voterBonds' | 'locks' | 'registry' | 'court'

/** A registry with all that it needs, on a chain, with its players funded. */
export interface RegistryWorld {
  mode: Mode
  /** Second in which the registry was constructed. */
  genesis: number
  /** Second by which all players had locked their tokens. */
  lockedAt: number
  addresses: Readonly<Record<Place, Address>>
  /** Accounts of the players; the authority comes after them. */
  players: readonly Address[]
  authority: Address
  insurance: Address
  /** Second of the newest block. */
  now: () => number
  /** Makes a block without transactions `seconds` later. */
  wait: (seconds: number) => Promise<void>
  /** Tries a call in the next second: undefined where it is accepted, and then it was made; else the error's name. */
  attempt: (
    from: Address,
    place: Place,
    functionName: string,
    args?: readonly unknown[],
  ) => Promise<string | undefined>
  /** What a view returns in the newest block. */
  read: <T>(place: Place, functionName: string, args?: readonly unknown[]) => Promise<T>
  /** The whole state, to come back to once. */
  save: () => Promise<() => Promise<void>>
}

const GAS = 20_000_000

/** Deploys the contracts of a game and gives the players what they begin with. */
export async function createWorld(
  client: Client,
  mode: Mode,
  compiled: Readonly<Record<ContractName, CompiledContract>>,
): Promise<RegistryWorld> {
  const accounts = (await request<Address[]>(client, 'eth_accounts')).map((each) =>
    getAddress(each),
  )
  const [authority, insurance, ...players] = accounts as [Address, Address, ...Address[]]
  if (players.length !== PLAYERS) throw new Error(`the chain needs ${PLAYERS + 2} accounts`)
  const errors = Object.values(compiled).flatMap(({ abi }) =>
    abi.filter(({ type }) => type === 'error'),
  )
  let now = Number(
    (await request<{ timestamp: Hex }>(client, 'eth_getBlockByNumber', 'latest', false)).timestamp,
  )

  async function send(transaction: { from: Address; to?: Address; data: Hex }): Promise<Address> {
    await setNextTime(now + 1)
    const hash = await request<Hex>(client, 'eth_sendTransaction', {
      ...transaction,
      gas: numberToHex(GAS),
    })
    await request(client, 'evm_mine')
    const receipt = await request<{ status: Hex; contractAddress: Address }>(
      client,
      'eth_getTransactionReceipt',
      hash,
    )
    now++
    if (receipt.status !== '0x1')
      throw new Error(`a transaction failed: ${JSON.stringify(transaction).slice(0, 300)}`)
    return receipt.contractAddress
  }

  async function setNextTime(time: number): Promise<void> {
    await request(client, 'evm_setNextBlockTimestamp', time)
  }

  async function wait(seconds: number): Promise<void> {
    await setNextTime(now + seconds)
    await request(client, 'evm_mine')
    now += seconds
  }

  async function deploy(name: ContractName, args: readonly unknown[] = []): Promise<Address> {
    const { abi, bytecode } = compiled[name]
    return await send({ from: authority, data: encodeDeployData({ abi, bytecode, args }) })
  }

  const amounts = players.map(() => 10_000n * TOKEN)
  const ai = await deploy('token', ['DSO AI', 'AI', players, amounts])
  const zoo = await deploy('token', ['DSO ZOO', 'ZOO', players, amounts])
  const locks = await deploy('locks', [zoo, 100n])
  const court = await deploy('court')
  const nonce = Number(await request<Hex>(client, 'eth_getTransactionCount', authority, 'latest'))
  const later = getContractAddress({ from: authority, nonce: BigInt(nonce + 2) })
  const bonds = await deploy('bonds', [ai, BigInt(UNBONDING), insurance, [later]])
  const voterBonds = await deploy('bonds', [zoo, BigInt(UNBONDING), insurance, [later]])
  const setup = {
    authority,
    bonds,
    voterBonds: mode.name === 'batch' ? voterBonds : zeroAddress,
    locks,
    court,
    oracle: zeroAddress,
    epochLength: BigInt(mode.epochLength),
    commitWindow: BigInt(mode.commitWindow),
    revealWindow: BigInt(mode.revealWindow),
    schemas: [numberToHex(1, { size: 32 })],
  }
  const registry = await deploy('registry', [setup, firstParameters(mode)])
  const genesis = now
  const addresses = { ai, zoo, bonds, voterBonds, locks, registry, court }
  const abis: Readonly<Record<Place, Abi>> = {
    ai: compiled.token.abi,
    zoo: compiled.token.abi,
    bonds: compiled.bonds.abi,
    voterBonds: compiled.bonds.abi,
    locks: compiled.locks.abi,
    registry: compiled.registry.abi,
    court: compiled.court.abi,
  }

  const encode = (place: Place, functionName: string, args: readonly unknown[]) => {
    return {
      to: addresses[place],
      data: encodeFunctionData({ abi: abis[place], functionName, args }),
    }
  }

  for (const player of players) {
    const approve = async (token: Place, spender: Place) =>
      await send({
        from: player,
        ...encode(token, 'approve', [addresses[spender], 2n ** 256n - 1n]),
      })
    await approve('ai', 'bonds')
    await approve('zoo', 'voterBonds')
    await approve('zoo', 'locks')
    await send({ from: player, ...encode('bonds', 'deposit', [DEPOSIT]) })
    if (mode.name === 'batch') {
      await send({ from: player, ...encode('voterBonds', 'deposit', [VOTER_DEPOSIT]) })
      await send({ from: player, ...encode('registry', 'addVoterBond', [VOTER_BOND]) })
    }
  }
  for (const [place, tokens] of LOCKED.entries()) {
    if (tokens === 0n) continue
    await send({
      from: players[place] as Address,
      ...encode('locks', 'lock', [tokens * TOKEN, 0n]),
    })
  }
  const lockedAt = now
  // The weights of an epoch's entries are those before it.
  await wait(mode.epochLength)

  return {
    mode,
    genesis,
    lockedAt,
    addresses,
    players,
    authority,
    insurance,
    now: () => now,
    wait,
    async attempt(from, place, functionName, args = []) {
      const transaction = { from, ...encode(place, functionName, args) }
      await setNextTime(now + 1)
      try {
        await request(client, 'eth_call', { ...transaction, gas: numberToHex(GAS) }, 'pending')
      } catch (error) {
        return decodeErrorResult({ abi: errors, data: revertDataOf(error) }).errorName
      }
      await send(transaction)
      return undefined
    },
    async read<T>(place: Place, functionName: string, args: readonly unknown[] = []): Promise<T> {
      const data = await request<Hex>(
        client,
        'eth_call',
        encode(place, functionName, args),
        'latest',
      )
      return decodeFunctionResult({ abi: abis[place], functionName, data }) as T
    },
    async save() {
      const id = await request<Hex>(client, 'evm_snapshot')
      const then = now
      return async () => {
        if (!(await request<boolean>(client, 'evm_revert', id)))
          throw new Error('the state is gone')
        now = then
      }
    },
  }
}

/** A list as the registry takes it. */
export function encodeBallots(ballots: readonly { id: number; score: number }[]) {
  return ballots.map(({ id, score }) => ({ id: BigInt(id), score }))
}

/** Bytes that a case was decided on. */
export function proofOf(text: string): Hex {
  return encodeAbiParameters([{ type: 'string' }], [text])
}

async function request<T>(
  client: Client,
  method: string,
  ...params: readonly unknown[]
): Promise<T> {
  return (await client.request({ method, params } as never)) as T
}

/** Bytes that a call was reverted with, wherever the client puts them. @throws the error itself if it is no revert */
function revertDataOf(error: unknown): Hex {
  for (let each: unknown = error; typeof each === 'object' && each !== null; ) {
    const { data, cause } = each as { data?: unknown; cause?: unknown }
    if (typeof data === 'string' && data.startsWith('0x')) return data as Hex
    each = cause
  }
  throw error
}
