import { type Abi, getContractAddress } from 'viem'
import { DsoError } from '../protocol/errors.ts'
import type { Hex } from '../protocol/ports.ts'
import { addSchema, type SchemaSpec } from './add-schema.ts'
import type { ContractAddresses } from './address-book.ts'
import type { DeploySettings } from './deploy-settings.ts'
import { accessWiringAbi, accessWiringBytecode } from './generated/access-wiring.ts'
import { aggregateOracleAbi, aggregateOracleBytecode } from './generated/aggregate-oracle.ts'
import { bondVaultAbi, bondVaultBytecode } from './generated/bond-vault.ts'
import { disputeCourtAbi, disputeCourtBytecode } from './generated/dispute-court.ts'
import { dsoTokenAbi, dsoTokenBytecode } from './generated/dso-token.ts'
import {
  experienceRegistryAbi,
  experienceRegistryBytecode,
} from './generated/experience-registry.ts'
import { faultJudgeAbi, faultJudgeBytecode } from './generated/fault-judge.ts'
import { jurorBondsAbi, jurorBondsBytecode } from './generated/juror-bonds.ts'
import { lockVaultAbi, lockVaultBytecode } from './generated/lock-vault.ts'
import { schemaBookAbi, schemaBookBytecode } from './generated/schema-book.ts'
import { type ChainSession, openSession } from './open-session.ts'
import {
  encodeParameters,
  type RegistryParameters,
  type RegistryTiming,
} from './registry-parameters.ts'

/** Who receives how much of each token's whole supply, in wei. */
export interface TokenHolder {
  address: Hex
  /** $AI. */
  amountWei: bigint
  /** $ZOO. */
  zooWei: bigint
}

/** Where to deploy, who pays, and with what. */
export interface DeployContractsOptions {
  /** HTTP JSON-RPC endpoint. */
  rpcUrl: string
  /** EIP-155 chain id. */
  chainId: number
  /**
   * Private key of the deployer. It can add schemas and set parameters until the roles are wired, and nothing afterwards.
   */
  account: Hex
  holders: readonly TokenHolder[]
  timing: RegistryTiming
  parameters: RegistryParameters
  settings: DeploySettings
  /** Who takes the insurance share of slashes. */
  insurance: Hex
  /** First schemas, numbered from 1 in this order. */
  schemas: readonly SchemaSpec[]
  /** How often a pending transaction is looked up, in ms. Default 500. */
  pollMs?: number
}

/** In the order of their deployment; each takes one nonce of the deployer. */
const ORDER = [
  'token',
  'governanceToken',
  'locks',
  'wiring',
  'jurors',
  'schemas',
  'judge',
  'bonds',
  'voterBonds',
  'court',
  'oracle',
  'registry',
] as const satisfies readonly (keyof ContractAddresses)[]

const NOBODY: Hex = `0x${'00'.repeat(20)}`

/**
 * Deploys all contracts of a network and its first schemas. The contracts name each other, so their addresses are computed
 * first: they follow from the deployer's address and nonce. The deployer must send nothing else meanwhile.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (parameters out of bounds, no coin for gas), `CHAIN_UNREACHABLE`,
 *   `CHAIN_MISMATCH`
 */
export async function deployContracts(options: DeployContractsOptions): Promise<ContractAddresses> {
  const { rpcUrl, chainId, account, pollMs } = options
  const polling = pollMs === undefined ? {} : { pollMs }
  const session = openSession({ rpcUrl, chainId, account, ...polling })
  const addresses = await predictAddresses(session)
  const deployments = planDeployments(options, addresses)
  for (const name of ORDER) {
    const found = await session.deploy(deployments[name])
    if (found.toLowerCase() !== addresses[name].toLowerCase()) {
      throw new DsoError('TRANSACTION_REVERTED', {
        details: { reason: 'NonceTaken', contract: name, expected: addresses[name], found },
      })
    }
  }
  for (const [index, schema] of options.schemas.entries()) {
    await addSchema(session, addresses, { number: BigInt(index + 1), ...schema })
  }
  return addresses
}

async function predictAddresses(session: ChainSession): Promise<ContractAddresses> {
  const from = session.account
  const first = await session.query((client) => client.getTransactionCount({ address: from }))
  const predicted = Object.fromEntries(
    ORDER.map((name, index) => [name, getContractAddress({ from, nonce: BigInt(first + index) })]),
  ) as Omit<ContractAddresses, 'authority'>
  // The wiring creates the access manager in its constructor.
  const authority = getContractAddress({ from: predicted.wiring, nonce: 1n })
  return { ...predicted, authority }
}

interface Deployment {
  abi: Abi
  bytecode: Hex
  args: readonly unknown[]
}

function planDeployments(
  options: DeployContractsOptions,
  at: ContractAddresses,
): Record<(typeof ORDER)[number], Deployment> {
  const { holders, settings, timing, parameters, insurance } = options
  const token = (
    name: string,
    symbol: string,
    amountOf: (holder: TokenHolder) => bigint,
  ): Deployment => ({
    abi: dsoTokenAbi,
    bytecode: dsoTokenBytecode,
    args: [name, symbol, holders.map(({ address }) => address), holders.map(amountOf)],
  })
  const vault = (paidIn: Hex, modules: readonly Hex[]): Deployment => ({
    abi: bondVaultAbi,
    bytecode: bondVaultBytecode,
    args: [paidIn, BigInt(settings.unbondingSeconds), insurance, modules],
  })
  const { jurors, court, oracle } = settings
  const setup = {
    authority: at.authority,
    bonds: at.bonds,
    voterBonds: at.voterBonds,
    locks: at.locks,
    court: at.court,
    oracle: at.oracle,
    epochLength: BigInt(timing.epochSeconds),
    commitWindow: BigInt(timing.commitSeconds),
    revealWindow: BigInt(timing.revealSeconds),
    schemas: [],
  }
  return {
    token: token('DSO AI', 'AI', ({ amountWei }) => amountWei),
    governanceToken: token('DSO ZOO', 'ZOO', ({ zooWei }) => zooWei),
    locks: {
      abi: lockVaultAbi,
      bytecode: lockVaultBytecode,
      args: [at.governanceToken, BigInt(settings.lockWithdrawalSeconds)],
    },
    wiring: { abi: accessWiringAbi, bytecode: accessWiringBytecode, args: [] },
    jurors: {
      abi: jurorBondsAbi,
      bytecode: jurorBondsBytecode,
      args: [
        at.governanceToken,
        jurors.minBondWei,
        BigInt(jurors.lookbackSeconds),
        BigInt(jurors.unbondingSeconds),
      ],
    },
    schemas: {
      abi: schemaBookAbi,
      bytecode: schemaBookBytecode,
      args: [at.authority, at.registry],
    },
    judge: {
      abi: faultJudgeAbi,
      bytecode: faultJudgeBytecode,
      args: [at.registry, at.schemas, NOBODY],
    },
    bonds: vault(at.token, [at.registry, at.court, at.oracle]),
    voterBonds: vault(at.governanceToken, [at.registry]),
    court: {
      abi: disputeCourtAbi,
      bytecode: disputeCourtBytecode,
      args: [at.authority, at.registry, at.bonds, at.judge, at.jurors, court],
    },
    oracle: {
      abi: aggregateOracleAbi,
      bytecode: aggregateOracleBytecode,
      args: [
        at.registry,
        at.bonds,
        at.schemas,
        at.jurors,
        { ...oracle, requestBond: oracle.requestBondWei },
      ],
    },
    registry: {
      abi: experienceRegistryAbi,
      bytecode: experienceRegistryBytecode,
      args: [setup, encodeParameters(parameters)],
    },
  }
}
