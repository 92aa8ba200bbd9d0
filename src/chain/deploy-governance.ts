import { type Abi, getContractAddress, zeroAddress } from 'viem'
import type { Hex } from '../protocol/ports.ts'
import type { ContractAddresses, GovernanceAddresses } from './address-book.ts'
import { accessWiringAbi } from './generated/access-wiring.ts'
import { dsoGovernorAbi, dsoGovernorBytecode } from './generated/dso-governor.ts'
import { revenueSplitterAbi, revenueSplitterBytecode } from './generated/revenue-splitter.ts'
import { rewardDistributorAbi, rewardDistributorBytecode } from './generated/reward-distributor.ts'
import {
  timelockControllerAbi,
  timelockControllerBytecode,
} from './generated/timelock-controller.ts'
import { zooFacadeAbi, zooFacadeBytecode } from './generated/zoo-facade.ts'
import type { ChainSession } from './open-session.ts'
import { WEI_PER_AI } from './registry-parameters.ts'

/** Who holds the roles, and who is paid. */
export interface GovernanceHolders {
  /** May stop, and nothing else. */
  guardian: Hex
  /** May propose reward roots. */
  rewards: Hex
  /** Who takes which share of the revenue; the treasury is the timelock where it is left out. */
  revenue: { treasury?: Hex; contributors: Hex; operators: Hex; research: Hex }
}

const DAY = 86_400n

/** Weight of one $ZOO that is not locked, in the units of the lock vault. */
const WEIGHT_PER_ZOO = 10n ** 7n

/** What open networks are governed with; bounds are the contracts'. Times in seconds. */
const SETTINGS = {
  timelockDelay: 2n * DAY,
  /** Largest weight that may ever be asked of a proposer. */
  maxProposalThreshold: 1_000_000n * WEIGHT_PER_ZOO,
  governor: {
    votingDelay: Number(DAY),
    votingPeriod: 7 * Number(DAY),
    proposalThreshold: 10_000n * WEIGHT_PER_ZOO,
    quorumPercent: 10n,
    lateQuorumExtension: 2 * Number(DAY),
  },
  facade: { votingPeriod: 7n * DAY, lateExtension: DAY, quorumBps: 1000n },
  rewards: { disputePeriod: 3n * DAY, rulingPeriod: 7n * DAY, bondWei: 250n * WEI_PER_AI },
}

/**
 * Deploys what governs a network and hands all roles over to it. Afterwards its deployer can do nothing more: schemas and
 * parameters change by proposals alone. The deployer must send nothing else meanwhile.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (`AlreadyWired`, `NotDeployer`, `HolderZero`, `PayeeInvalid`), `CHAIN_UNREACHABLE`
 */
export async function deployGovernance(
  session: ChainSession,
  at: ContractAddresses,
  holders: GovernanceHolders,
): Promise<GovernanceAddresses> {
  const from = session.account
  const first = await session.query((client) => client.getTransactionCount({ address: from }))
  const governorAt = getContractAddress({ from, nonce: BigInt(first + 1) })
  const deploy = async (abi: Abi, bytecode: Hex, args: readonly unknown[]): Promise<Hex> =>
    await session.deploy({ abi, bytecode, args })

  const { governor: voting, facade: curation, rewards } = SETTINGS
  // Only the governor proposes; whoever wants to executes.
  const timelock = await deploy(timelockControllerAbi, timelockControllerBytecode, [
    SETTINGS.timelockDelay,
    [governorAt],
    [zeroAddress],
    zeroAddress,
  ])
  const governor = await deploy(dsoGovernorAbi, dsoGovernorBytecode, [
    at.locks,
    timelock,
    voting,
    SETTINGS.maxProposalThreshold,
  ])
  const facade = await deploy(zooFacadeAbi, zooFacadeBytecode, [
    at.authority,
    at.registry,
    at.locks,
    curation.votingPeriod,
    curation.lateExtension,
    curation.quorumBps,
  ])
  const distributor = await deploy(rewardDistributorAbi, rewardDistributorBytecode, [
    at.authority,
    at.token,
    rewards.disputePeriod,
    rewards.rulingPeriod,
    rewards.bondWei,
  ])
  const { treasury = timelock, contributors, operators, research } = holders.revenue
  const splitter = await deploy(revenueSplitterAbi, revenueSplitterBytecode, [
    treasury,
    contributors,
    operators,
    research,
    [at.token, at.governanceToken],
  ])
  const targets = {
    registry: at.registry,
    court: at.court,
    schemas: at.schemas,
    facade,
    distributor,
  }
  await session.write({
    address: at.wiring,
    abi: accessWiringAbi,
    functionName: 'wire',
    args: [timelock, holders.guardian, holders.rewards, targets],
  })
  return { timelock, governor, facade, distributor, splitter }
}
