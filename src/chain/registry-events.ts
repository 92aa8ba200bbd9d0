import { parseEventLogs, zeroAddress, type Log } from 'viem'
import type { Hex, LedgerEvent } from '../protocol/ports.ts'
import { experienceRegistryAbi } from './generated/experience-registry.ts'

/** The registry's logs as ledger events, in the order given. Logs of other kinds are left out. */
export function decodeRegistryEvents(logs: Log<bigint, number, false>[]): LedgerEvent[] {
  const events: LedgerEvent[] = []
  for (const log of parseEventLogs({ abi: experienceRegistryAbi, logs })) {
    const place = { block: log.blockNumber, logIndex: log.logIndex }
    switch (log.eventName) {
      case 'Submitted': {
        const { id, cid, merkleRoot, schema, submitter } = log.args
        events.push({
          kind: 'submitted',
          entryId: id,
          cid,
          merkleRoot,
          schema,
          submitter,
          ...place,
        })
        break
      }
      case 'Voted': {
        const { id, voter, score, weight } = log.args
        events.push({
          kind: 'voted',
          entryId: id,
          voter,
          score: Number(score),
          weight,
          ...place,
        })
        break
      }
      case 'Challenged': {
        const { id, challenger } = log.args
        events.push({ kind: 'challenged', entryId: id, challenger, ...place })
        break
      }
      case 'Finalised': {
        const { id, quality, scored } = log.args
        const known = scored ? Number(quality) : undefined
        events.push({ kind: 'finalised', entryId: id, quality: known, ...place })
        break
      }
      case 'Slashed': {
        const { id, quality, challenger, burned, bounty } = log.args
        events.push({
          kind: 'slashed',
          entryId: id,
          quality: Number(quality),
          challenger: accountOrNone(challenger),
          burnedWei: burned,
          bountyWei: bounty,
          ...place,
        })
        break
      }
      case 'Staked':
      case 'UnstakeRequested':
      case 'Withdrawn':
      case 'Claimed':
        break // stakes, withdrawals and claims concern nobody but their account
    }
  }
  return events
}

/** The contract's zero address is nobody. */
export function accountOrNone(account: Hex): Hex | undefined {
  return account === zeroAddress ? undefined : account
}
