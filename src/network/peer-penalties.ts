import type { Clock } from '../protocol/ports/clock.ts'
import { NETWORK_LIMITS } from './limits.ts'

/** What a peer can do that no honest peer does, whatever it has or has not received yet. */
export type PeerFault = 'invalid-message' | 'corrupt-block' | 'protocol-violation'

/** Points per fault. Slowness costs none: an overloaded peer is not a hostile one. */
const FAULT_POINTS = {
  'invalid-message': 10,
  'corrupt-block': 50,
  'protocol-violation': 50,
} as const satisfies Record<PeerFault, number>

/**
 * Points at which a peer is graylisted: two lies, or ten invalid messages. Below the round number, because points decay
 * from the first moment.
 */
export const GRAYLIST_POINTS = 95

/** Points at which a graylisted peer is let in again. */
export const RELEASE_POINTS = 25

/** Time in which half of the points are forgiven, in milliseconds. */
const HALF_LIFE_MS = 10 * 60_000

/** A memory of faults by peer, kept across reconnects, forgiven with time. */
export interface PeerPenalties {
  report(peer: string, fault: PeerFault): void
  /** Points now, ≥ 0, halved every ten minutes. */
  points(peer: string): number
  /** From 95 points until they have decayed below 25: about twenty minutes. */
  isGraylisted(peer: string): boolean
  /** Called once each time a peer becomes graylisted. */
  onGraylisted(listener: (peer: string) => void): void
}

interface Entry {
  points: number
  atMs: number
  graylisted: boolean
}

/** Creates an empty memory of faults; at most 4,096 peers, the least guilty forgotten first. */
export function createPeerPenalties({ clock }: { clock: Clock }): PeerPenalties {
  const entries = new Map<string, Entry>()
  const listeners: ((peer: string) => void)[] = []

  const refresh = (peer: string): Entry | undefined => {
    const entry = entries.get(peer)
    if (entry === undefined) return undefined
    const nowMs = clock.nowMs()
    entry.points *= 0.5 ** (Math.max(0, nowMs - entry.atMs) / HALF_LIFE_MS)
    entry.atMs = nowMs
    if (entry.points < RELEASE_POINTS) entry.graylisted = false
    return entry
  }

  const forgetLeastGuilty = () => {
    let least: { peer: string; points: number } | undefined
    for (const peer of entries.keys()) {
      const points = refresh(peer)?.points ?? 0
      if (least === undefined || points < least.points) least = { peer, points }
    }
    if (least !== undefined) entries.delete(least.peer)
  }

  return {
    report(peer, fault) {
      let entry = refresh(peer)
      if (entry === undefined) {
        if (entries.size >= NETWORK_LIMITS.rememberedPeers) forgetLeastGuilty()
        entry = { points: 0, atMs: clock.nowMs(), graylisted: false }
        entries.set(peer, entry)
      }
      entry.points += FAULT_POINTS[fault]
      if (entry.graylisted || entry.points < GRAYLIST_POINTS) return
      entry.graylisted = true
      for (const listener of listeners) listener(peer)
    },
    points: (peer) => refresh(peer)?.points ?? 0,
    isGraylisted: (peer) => refresh(peer)?.graylisted ?? false,
    onGraylisted: (listener) => void listeners.push(listener),
  }
}
