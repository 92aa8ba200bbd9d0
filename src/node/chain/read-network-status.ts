import { readBondAccount, type BondAccount } from '../../chain/bonds/read-bond-account.ts'
import { dsoTokenAbi } from '../../chain/generated/dso-token.ts'
import { type LockAccount, readLockAccount } from '../../chain/locks/read-lock-account.ts'
import { readEpoch, type RegistryEpoch } from '../../chain/registry/read-epoch.ts'
import { readRegistry, type RegistryOverview } from '../../chain/registry/read-registry.ts'
import { readVoter, type Voter } from '../../chain/registry/read-voter.ts'
import type { AddressBook } from '../../chain/address-book.ts'
import type { Hex } from '../../protocol/ports.ts'
import type { OpenedNetwork } from './open-network.ts'

/** What an account has on a network, in wei. */
export interface AccountStatus {
  address: Hex
  /** The chain's own coin, for gas. */
  coinWei: bigint
  /** $AI in the wallet. */
  aiWei: bigint
  /** $ZOO in the wallet. */
  zooWei: bigint
  /** $AI in the vault of bonds. */
  bonds: BondAccount
  /** $ZOO in the vault of the voters' bonds. */
  voterBonds: BondAccount
  /** Bond and commitment as a voter. */
  voter: Voter
  /** $ZOO that weighs in votes. */
  weight: LockAccount
}

/** Where a network stands. */
export interface NetworkStatus {
  chainId: number
  /** Newest block. */
  block: bigint
  /** Its Unix second. */
  timestamp: bigint
  contracts: AddressBook['contracts']
  /** Null where the deployer still governs. */
  governance: AddressBook['governance'] | null
  registry: RegistryOverview
  epoch: RegistryEpoch
  /** Null where no key was given. */
  account: AccountStatus | null
}

/** Reads what the registry is governed by, how large it is, and what the account has. */
export async function readNetworkStatus(network: OpenedNetwork): Promise<NetworkStatus> {
  const { session, at, book } = network
  const { number: block, timestamp } = await session.query((client) => client.getBlock())
  return {
    chainId: book.chainId,
    block,
    timestamp,
    contracts: book.contracts,
    governance: book.governance ?? null,
    registry: await readRegistry(session, at.registry),
    epoch: await readEpoch(session, at.registry),
    account: network.account === undefined ? null : await readAccount(network, network.account),
  }
}

async function readAccount({ session, at }: OpenedNetwork, address: Hex): Promise<AccountStatus> {
  const holding = { abi: dsoTokenAbi, functionName: 'balanceOf', args: [address] } as const
  const [coinWei, aiWei, zooWei, bonds, voterBonds, voter, weight] = await Promise.all([
    session.query((client) => client.getBalance({ address })),
    session.read({ address: at.token, ...holding }),
    session.read({ address: at.governanceToken, ...holding }),
    readBondAccount(session, at.bonds),
    readBondAccount(session, at.voterBonds),
    readVoter(session, at.registry),
    readLockAccount(session, at.locks),
  ])
  return { address, coinWei, aiWei, zooWei, bonds, voterBonds, voter, weight }
}
