import type { Hex } from '../../protocol/ports.ts'
import { experienceRegistryAbi } from '../generated/experience-registry.ts'
import type { ChainSession } from '../open-session.ts'
import type { RegistryParameters, RegistryTiming } from '../registry-parameters.ts'

/** A registry as a whole. */
export interface RegistryOverview {
  entries: bigint
  schemas: bigint
  timing: RegistryTiming
  /** Version of the parameters that a submission gets now. */
  version: bigint
  parameters: RegistryParameters
}

/** Reads what governs a registry, and how large it is. */
export async function readRegistry(
  session: ChainSession,
  registry: Hex,
): Promise<RegistryOverview> {
  const at = { address: registry, abi: experienceRegistryAbi, args: [] } as const
  const [entries, schemas, version, epoch, commit, reveal] = await Promise.all([
    session.read({ ...at, functionName: 'entryCount' }),
    session.read({ ...at, functionName: 'schemaCount' }),
    session.read({ ...at, functionName: 'parameterVersion' }),
    session.read({ ...at, functionName: 'epochLength' }),
    session.read({ ...at, functionName: 'commitWindow' }),
    session.read({ ...at, functionName: 'revealWindow' }),
  ])
  const p = await session.read({ ...at, functionName: 'parametersAt', args: [version] })
  return {
    entries,
    schemas,
    version,
    timing: {
      epochSeconds: Number(epoch),
      commitSeconds: Number(commit),
      revealSeconds: Number(reveal),
    },
    parameters: {
      bondWei: p.bond,
      challengeSeconds: p.challengeWindow,
      disputeSeconds: p.disputeTime,
      qMin: p.qMin,
      participationBps: p.participationBps,
      agreementDelta: p.agreementDelta,
      agreementBps: p.agreementBps,
      weightCapBps: p.weightCapBps,
      maxRolls: p.maxRolls,
      bountyCapWei: p.bountyCap,
      burnShare: p.burnShare,
      bountyShare: p.bountyShare,
      lowQualityShare: p.lowQualityShare,
      voterBondWei: p.voterBond,
      missPenaltyWei: p.missPenalty,
    },
  }
}
