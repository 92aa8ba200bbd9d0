import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { generatePrivateKey } from 'viem/accounts'
import {
  type AddressBook,
  type ContractAddresses,
  parseAddressBook,
} from '../../chain/address-book.ts'
import type { BondVaultAt } from '../../chain/bonds/deposit-bond.ts'
import { experienceRegistryAbi } from '../../chain/generated/experience-registry.ts'
import {
  type ChainClient,
  type ChainSession,
  openSession,
  type SentCall,
} from '../../chain/open-session.ts'
import { DsoError } from '../../protocol/errors.ts'
import type { Hex } from '../../protocol/ports.ts'

/** Which network, and who speaks to it. */
export interface OpenNetworkOptions {
  /** HTTP JSON-RPC endpoint. */
  rpcUrl: string
  /** JSON of the network's addresses, as {@link AddressBook}. */
  bookFile: string
  /** Private key of the account; undefined where nothing will be sent. Never logged. */
  account: Hex | undefined
  /** Sends nothing: every call is tried on the chain's present state. */
  dryRun: boolean
  /** How often a pending transaction is looked up, in ms. Default 500. */
  pollMs?: number
}

/** A network with one account on it. */
export interface OpenedNetwork {
  /** @throws DsoError `OPTION_INVALID` where the account's key is missing */
  session: ChainSession
  /** The account; undefined where there is no key. */
  account: Hex | undefined
  book: AddressBook
  at: ContractAddresses
  /** Vault of the bonds in $AI. */
  bonds: BondVaultAt
  /** Vault of the voters' bonds in $ZOO. */
  voterBonds: BondVaultAt
  dryRun: boolean
  /** Every call so far that was accepted, or would be. */
  sent: SentCall[]
}

/**
 * Opens a network by its address book; nothing is sent yet. The first call checks that the chain is the book's and that
 * the book's contracts are on it and know each other.
 *
 * @throws DsoError `OPTION_INVALID` for a book that is not there, `FORMAT_INVALID` for a damaged one; from every call
 *   `CHAIN_MISMATCH`, `CHAIN_UNREACHABLE`
 */
export async function openNetwork(options: OpenNetworkOptions): Promise<OpenedNetwork> {
  const { rpcUrl, bookFile, account, dryRun, pollMs } = options
  const book = parseAddressBook(await readBook(bookFile))
  const { chainId, contracts: at } = book
  const sent: SentCall[] = []
  const session = openSession({
    rpcUrl,
    chainId,
    // A key of nobody, which only reads.
    account: account ?? generatePrivateKey(),
    rehearse: dryRun,
    onSent: (call) => sent.push(call),
    verify: async (client) => await checkContracts(client, at),
    ...(pollMs === undefined ? {} : { pollMs }),
  })
  return {
    session: account === undefined ? withoutKey(session) : session,
    account: account && session.account,
    book,
    at,
    bonds: { vault: at.bonds, token: at.token },
    voterBonds: { vault: at.voterBonds, token: at.governanceToken },
    dryRun,
    sent,
  }
}

async function readBook(bookFile: string): Promise<string> {
  const file = resolve(bookFile)
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    const reason = 'there is no such file; `dso chain deploy` writes one'
    throw new DsoError('OPTION_INVALID', { details: { option: '--book', file, reason }, cause })
  }
}

/** A book of another network must not be written to. */
async function checkContracts(client: ChainClient, at: ContractAddresses): Promise<void> {
  const { registry } = at
  if ((await client.getCode({ address: registry })) === undefined) {
    throw new DsoError('CHAIN_MISMATCH', { details: { registry, found: 'no contract' } })
  }
  const names = ['bonds', 'voterBonds', 'locks', 'court', 'oracle', 'authority'] as const
  for (const name of names) {
    const call = { address: registry, abi: experienceRegistryAbi, functionName: name } as const
    const found = await client.readContract(call)
    if (found.toLowerCase() !== at[name].toLowerCase()) {
      throw new DsoError('CHAIN_MISMATCH', { details: { contract: name, book: at[name], found } })
    }
  }
}

function withoutKey(session: ChainSession): ChainSession {
  const refuse = async (): Promise<never> => {
    const reason = 'the private key of the account that signs is needed'
    throw new DsoError('OPTION_INVALID', { details: { variable: 'DSO_CHAIN_KEY', reason } })
  }
  return { ...session, run: refuse, write: refuse, deploy: refuse, sign: refuse }
}
