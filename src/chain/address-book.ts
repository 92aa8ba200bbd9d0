import { isAddress } from 'viem'
import { DsoError } from '../protocol/errors.ts'
import type { Hex } from '../protocol/ports.ts'

/** The contracts of one network. */
export interface ContractAddresses {
  /** $AI, which bonds are paid in. */
  token: Hex
  /** $ZOO, which votes are weighed by. */
  governanceToken: Hex
  /** Vault of locks. */
  locks: Hex
  /** Vault of the bonds of submissions, challenges, cases and aggregates. */
  bonds: Hex
  /** Vault of the voters' bonds. */
  voterBonds: Hex
  /** Bonds of jurors. */
  jurors: Hex
  /** Leaf rules of the schemas. */
  schemas: Hex
  judge: Hex
  court: Hex
  oracle: Hex
  registry: Hex
  /** Passes the deployer's set-up calls on until the roles are wired. */
  wiring: Hex
  /** Access manager: authority of everything that is governed. */
  authority: Hex
}

/** The contracts that govern a network, and share out what it earns. */
export interface GovernanceAddresses {
  /** Executes what the governor has passed, after a delay. */
  timelock: Hex
  governor: Hex
  /** Seed B's ABI over the registry. */
  facade: Hex
  /** Rewards by epoch. */
  distributor: Hex
  /** Revenue to treasury, contributors, operators and research. */
  splitter: Hex
}

/** What a client needs to know of a network. */
export interface AddressBook {
  /** EIP-155 chain id. */
  chainId: number
  contracts: ContractAddresses
  /** Undefined where the deployer still governs, as on development networks. */
  governance?: GovernanceAddresses
}

const NAMES = [
  'token',
  'governanceToken',
  'locks',
  'bonds',
  'voterBonds',
  'jurors',
  'schemas',
  'judge',
  'court',
  'oracle',
  'registry',
  'wiring',
  'authority',
] as const satisfies readonly (keyof ContractAddresses)[]

const GOVERNANCE = [
  'timelock',
  'governor',
  'facade',
  'distributor',
  'splitter',
] as const satisfies readonly (keyof GovernanceAddresses)[]

/** The book as JSON, one contract a line, always in the same order. */
export function formatAddressBook({ chainId, contracts, governance }: AddressBook): string {
  const ordered = Object.fromEntries(NAMES.map((name) => [name, contracts[name]]))
  const governing =
    governance && Object.fromEntries(GOVERNANCE.map((name) => [name, governance[name]]))
  const book = { v: 1, chainId, contracts: ordered, governance: governing }
  return `${JSON.stringify(book, null, 2)}\n`
}

/** Reads what {@link formatAddressBook} wrote. @throws DsoError `FORMAT_INVALID`, naming the first field that is wrong */
export function parseAddressBook(text: string): AddressBook {
  const book = parseJson(text)
  const { v, chainId, contracts, governance } = book as Partial<Record<string, unknown>>
  if (v !== 1) throw invalid('v')
  if (typeof chainId !== 'number' || !Number.isSafeInteger(chainId) || chainId < 1) {
    throw invalid('chainId')
  }
  return {
    chainId,
    contracts: readAddresses('contracts', contracts, NAMES),
    ...(governance === undefined
      ? {}
      : { governance: readAddresses('governance', governance, GOVERNANCE) }),
  }
}

function readAddresses<N extends string>(
  field: string,
  value: unknown,
  names: readonly N[],
): Record<N, Hex> {
  if (typeof value !== 'object' || value === null) throw invalid(field)
  const found = value as Partial<Record<string, unknown>>
  const entries = names.map((name) => {
    const address = found[name]
    if (typeof address !== 'string' || !isAddress(address)) throw invalid(`${field}.${name}`)
    return [name, address]
  })
  return Object.fromEntries(entries) as Record<N, Hex>
}

function parseJson(text: string): object {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new DsoError('FORMAT_INVALID', { details: { field: 'address book' }, cause })
  }
  if (typeof value !== 'object' || value === null) throw invalid('address book')
  return value
}

function invalid(field: string): DsoError {
  return new DsoError('FORMAT_INVALID', { details: { field } })
}
