import { open, readFile, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { type AddressBook, formatAddressBook } from '../../chain/address-book.ts'
import { PROFILE_SCHEMAS } from '../../chain/add-schema.ts'
import { deployContracts } from '../../chain/deploy-contracts.ts'
import { deployGovernance } from '../../chain/deploy-governance.ts'
import { DEV_SETTINGS, PRODUCTION_SETTINGS } from '../../chain/deploy-settings.ts'
import { openSession } from '../../chain/open-session.ts'
import { readChainId } from '../../chain/read-chain-id.ts'
import {
  directTiming,
  HARDENED_PARAMETERS,
  SEED_PARAMETERS,
  WEEKLY_TIMING,
} from '../../chain/registry-parameters.ts'
import { rehearseDeployment } from '../../chain/rehearse-deployment.ts'
import { parseTokens } from '../../protocol/chain/tokens.ts'
import { DsoError } from '../../protocol/errors.ts'
import type { CallOptions, Hex } from '../../protocol/ports.ts'

const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'an address of 20 bytes in hex')
  .transform((text) => text as Hex)

const amount = z
  .string()
  .refine((text) => parseTokens(text) !== undefined, 'a decimal number of whole tokens as text')
  .transform((text) => parseTokens(text) ?? 0n)

const rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opaque'), maxBytes: z.int() }),
  z.strictObject({ kind: z.enum(['signs', 'scores']), leafCount: z.int(), lanes: z.int() }),
  z.strictObject({ kind: z.literal('task-score') }),
])

const format = z.strictObject({
  /** `open`: sealed votes by week, the hardened parameters, days. `private`: open votes, seed A's parameters, hours. */
  profile: z.enum(['open', 'private']),
  /** With `private`: seconds in which an entry takes votes. */
  voteSeconds: z.int().optional(),
  /** Who receives the whole supply of both tokens, in whole tokens. */
  holders: z
    .array(z.strictObject({ address, ai: amount.default(0n), zoo: amount.default(0n) }))
    .min(1),
  /** Who takes the insurance share of slashes. */
  insurance: address,
  /** Schemas after those of the three embedding profiles. */
  schemas: z.array(z.strictObject({ description: z.string(), rule })).default([]),
  /** Who holds the roles; without it the deployer goes on governing. */
  governance: z
    .strictObject({
      guardian: address,
      rewards: address,
      revenue: z.strictObject({
        treasury: address.optional(),
        contributors: address,
        operators: address,
        research: address,
      }),
    })
    .optional(),
})

/** What a network begins with. */
export type DeployPlan = z.infer<typeof format>

/** Where a network is deployed, by whom, and with what. */
export interface DeployNetworkOptions extends CallOptions {
  rpcUrl: string
  /** Private key of the deployer. Never logged. */
  account: Hex
  plan: DeployPlan
  /** Gets the address book. */
  bookFile: string
  /** Whether a book that is there may be replaced. */
  force: boolean
  /** Deploys to a chain of this machine's own that is thrown away, and writes nothing. */
  dryRun: boolean
  /** How often a pending transaction is looked up, in ms. Default 500. */
  pollMs?: number
}

/** What was deployed, or would be. */
export interface DeployedNetwork {
  book: AddressBook
  /** Null in a dry run. */
  bookFile: string | null
  /** Gas of all transactions; null where they were sent. */
  gas: bigint | null
}

const DEFAULT_VOTE_SECONDS = 3600

/** Reads a plan. @throws DsoError `OPTION_INVALID`, naming the first field that is wrong */
export async function readDeployPlan(path: string): Promise<DeployPlan> {
  const file = resolve(path)
  const refuse = (reason: string, cause: unknown) =>
    new DsoError('OPTION_INVALID', { details: { plan: file, reason }, cause })
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw refuse('there is no such file', cause)
  })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw refuse('it is no JSON', cause)
  }
  const { data, error } = format.safeParse(json)
  if (data !== undefined) return data
  const [issue] = error.issues
  throw refuse(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`, error)
}

/**
 * Deploys a network and writes its address book.
 *
 * @throws DsoError `OPTION_INVALID` for a book that is there, `TRANSACTION_REVERTED`, `CHAIN_UNREACHABLE`; in a dry run
 *   `RUNTIME_MISSING` without anvil
 */
export async function deployNetwork(options: DeployNetworkOptions): Promise<DeployedNetwork> {
  const { rpcUrl, account, dryRun, force, signal } = options
  const bookFile = resolve(options.bookFile)
  const chainId = await readChainId(rpcUrl)
  const deploy = async (endpoint: string) => await deployPlan(endpoint, chainId, options)
  if (dryRun) {
    const { result, gas } = await rehearseDeployment({ rpcUrl, chainId, account }, deploy, {
      signal,
    })
    return { book: result, bookFile: null, gas }
  }
  // Taken before anything is paid for.
  const taken = await open(bookFile, force ? 'a' : 'wx').catch((cause: unknown) => {
    const reason = 'the file is there, or cannot be written; --force replaces it'
    throw new DsoError('OPTION_INVALID', { details: { option: '--book', bookFile, reason }, cause })
  })
  await taken.close()
  try {
    const book = await deploy(rpcUrl)
    await writeFile(bookFile, formatAddressBook(book))
    return { book, bookFile, gas: null }
  } catch (error) {
    if (!force) await rm(bookFile)
    throw error
  }
}

async function deployPlan(
  rpcUrl: string,
  chainId: number,
  { account, plan, pollMs }: DeployNetworkOptions,
): Promise<AddressBook> {
  const isOpen = plan.profile === 'open'
  const polling = pollMs === undefined ? {} : { pollMs }
  const contracts = await deployContracts({
    rpcUrl,
    chainId,
    account,
    holders: plan.holders.map(({ address: holder, ai, zoo }) => {
      return { address: holder, amountWei: ai, zooWei: zoo }
    }),
    timing: isOpen ? WEEKLY_TIMING : directTiming(plan.voteSeconds ?? DEFAULT_VOTE_SECONDS),
    parameters: isOpen ? HARDENED_PARAMETERS : SEED_PARAMETERS,
    settings: isOpen ? PRODUCTION_SETTINGS : DEV_SETTINGS,
    insurance: plan.insurance,
    schemas: [...PROFILE_SCHEMAS, ...plan.schemas],
    ...polling,
  })
  if (plan.governance === undefined) return { chainId, contracts }
  const { treasury, ...payees } = plan.governance.revenue
  const revenue = treasury === undefined ? payees : { treasury, ...payees }
  const session = openSession({ rpcUrl, chainId, account, ...polling })
  const governance = await deployGovernance(session, contracts, { ...plan.governance, revenue })
  return { chainId, contracts, governance }
}
