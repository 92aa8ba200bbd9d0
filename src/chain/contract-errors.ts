import type { Abi } from 'viem'
import { accessWiringAbi } from './generated/access-wiring.ts'
import { aggregateOracleAbi } from './generated/aggregate-oracle.ts'
import { bondVaultAbi } from './generated/bond-vault.ts'
import { disputeCourtAbi } from './generated/dispute-court.ts'
import { dsoGovernorAbi } from './generated/dso-governor.ts'
import { dsoTokenAbi } from './generated/dso-token.ts'
import { experienceRegistryAbi } from './generated/experience-registry.ts'
import { faultJudgeAbi } from './generated/fault-judge.ts'
import { jurorBondsAbi } from './generated/juror-bonds.ts'
import { lockVaultAbi } from './generated/lock-vault.ts'
import { revenueSplitterAbi } from './generated/revenue-splitter.ts'
import { rewardDistributorAbi } from './generated/reward-distributor.ts'
import { schemaBookAbi } from './generated/schema-book.ts'
import { zooFacadeAbi } from './generated/zoo-facade.ts'

/** Every error of the contracts: a refusal of one surfaces through the others that call it. */
export const CONTRACT_ERRORS: Abi = [
  ...accessWiringAbi,
  ...aggregateOracleAbi,
  ...bondVaultAbi,
  ...disputeCourtAbi,
  ...dsoGovernorAbi,
  ...dsoTokenAbi,
  ...experienceRegistryAbi,
  ...faultJudgeAbi,
  ...jurorBondsAbi,
  ...lockVaultAbi,
  ...revenueSplitterAbi,
  ...rewardDistributorAbi,
  ...schemaBookAbi,
  ...zooFacadeAbi,
].filter((item) => item.type === 'error')
