import type { Hex } from '../../protocol/ports.ts'
import { experienceRegistryAbi } from '../generated/experience-registry.ts'
import type { ChainSession } from '../open-session.ts'

/** Where the present epoch of a registry stands, by the newest block's time. Times are Unix seconds. */
export interface RegistryEpoch {
  /** From 1. */
  epoch: bigint
  startsAt: bigint
  /** End of the commitments, and beginning of the openings. */
  commitEndsAt: bigint
  revealEndsAt: bigint
}

/** Reads the present epoch of a registry. */
export async function readEpoch(session: ChainSession, registry: Hex): Promise<RegistryEpoch> {
  const at = { address: registry, abi: experienceRegistryAbi } as const
  const { timestamp } = await session.query((client) => client.getBlock())
  const epoch = await session.read({ ...at, functionName: 'epochAt', args: [timestamp] })
  const [startsAt, commitWindow, revealWindow] = await Promise.all([
    session.read({ ...at, functionName: 'epochStart', args: [epoch] }),
    session.read({ ...at, functionName: 'commitWindow', args: [] }),
    session.read({ ...at, functionName: 'revealWindow', args: [] }),
  ])
  const commitEndsAt = startsAt + commitWindow
  return { epoch, startsAt, commitEndsAt, revealEndsAt: commitEndsAt + revealWindow }
}
