import { type Log, parseEventLogs, zeroAddress } from 'viem'
import type { Hex, LedgerEvent } from '../protocol/ports.ts'
import { faultOf } from './court/case.ts'
import { experienceRegistryAbi } from './generated/experience-registry.ts'

type RegistryLog = ReturnType<typeof parseLogs>[number]

type EventBody<T = LedgerEvent> = T extends LedgerEvent ? Omit<T, 'block' | 'logIndex'> : never

/** The registry's logs as ledger events, in the order given. Logs of other kinds are left out. */
export function decodeRegistryEvents(logs: Log<bigint, number, false>[]): LedgerEvent[] {
  return parseLogs(logs).flatMap((log) => {
    const body = decode(log)
    if (body === undefined) return []
    return [{ ...body, block: log.blockNumber, logIndex: log.logIndex } as LedgerEvent]
  })
}

/** The contract's zero address is nobody. */
export function accountOrNone(account: Hex): Hex | undefined {
  return account === zeroAddress ? undefined : account
}

function parseLogs(logs: Log<bigint, number, false>[]) {
  return parseEventLogs({ abi: experienceRegistryAbi, logs })
}

function decode(log: RegistryLog): EventBody | undefined {
  switch (log.eventName) {
    case 'Submitted': {
      const { id: entryId, cid, merkleRoot, schema, submitter } = log.args
      return { kind: 'submitted', entryId, cid, merkleRoot, schema, submitter }
    }
    case 'Voted': {
      const { id: entryId, voter, score, weight } = log.args
      return { kind: 'voted', entryId, voter, score: Number(score), weight }
    }
    case 'Challenged':
      return { kind: 'challenged', entryId: log.args.id, challenger: log.args.challenger }
    case 'Rolled': {
      const { id: entryId, round, votingStart: votingStartsAt } = log.args
      return { kind: 'rolled', entryId, round: Number(round), votingStartsAt }
    }
    case 'Scored': {
      const { id: entryId, quality, scored, weight } = log.args
      return { kind: 'scored', entryId, quality: scored ? Number(quality) : undefined, weight }
    }
    case 'DisputeOpened':
      return { kind: 'dispute-opened', entryId: log.args.id, deadline: log.args.deadline }
    case 'DisputeClosed':
      return { kind: 'dispute-closed', entryId: log.args.id }
    case 'Finalised': {
      const { id: entryId, quality, schema, epoch, page, setHash } = log.args
      return { kind: 'finalised', entryId, quality: Number(quality), schema, epoch, page, setHash }
    }
    case 'Slashed': {
      const { id: entryId, quality, challenger, fault, burned, bounty, pooled } = log.args
      return {
        kind: 'slashed',
        entryId,
        quality: Number(quality),
        challenger: accountOrNone(challenger),
        fault: faultOf(fault),
        burnedWei: burned,
        bountyWei: bounty,
        pooledWei: pooled,
      }
    }
    case 'Expired':
      return { kind: 'expired', entryId: log.args.id }
    default:
      // Commitments and bonds of voters concern nobody but them; parameters and schemas are read where they are needed.
      return undefined
  }
}
