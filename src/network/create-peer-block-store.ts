import type { CID } from 'multiformats/cid'
import { DsoError } from '../protocol/errors.ts'
import type { BlockStore } from '../protocol/ports/block-store.ts'
import type { CallOptions } from '../protocol/ports/call-options.ts'
import { codecOf } from './codec-of.ts'
import { fetchBlocks } from './fetch-blocks.ts'
import { NETWORK_LIMITS } from './limits.ts'
import type { PeerNetwork } from './peer-network.ts'

/** Where blocks are kept, and whom to ask for others. */
export interface PeerBlockStoreOptions {
  network: PeerNetwork
  /** Answers first, and keeps every verified block. */
  local: BlockStore
  /** Longest wait for one frame of a peer in milliseconds, ≥ 1. Default 5,000. */
  timeoutMs?: number | undefined
}

/** What one peer, or all together, has sent. */
export interface FetchStats {
  /** Verified blocks. */
  blocksFetched: number
  /** Block bytes received, refused ones included. */
  bytesFetched: number
  /** Times a peer was given up: corrupt block, broken protocol, silence. Absent blocks do not count. */
  refused: number
}

/** A block store that fetches what it lacks from connected peers. */
export interface PeerBlockStore extends BlockStore {
  /**
   * Makes many blocks local, in batches of up to 64.
   * @returns the CIDs that no peer could give
   */
  prefetch(cids: readonly CID[], options?: CallOptions): Promise<CID[]>
  /** Totals since the start, and the same for each of the last 4,096 peers asked. */
  stats(): FetchStats & { peers: Record<string, FetchStats> }
}

interface Failure {
  peer: string
  /** Error code, and the reason where there is one. */
  code: string
  reason: unknown
}

/**
 * A block store of two levels: local first, then the connected peers one after another. A peer that lies, stalls or
 * truncates is skipped and the next one asked; what verifies is stored locally. `has` speaks of the local store only.
 *
 * When no peer could give a block, `get` throws `BLOCK_CORRUPT` if one of them, or the local store, held other bytes
 * (`details.source` names it), else `BLOCK_NOT_FOUND`; `details.failures` names each peer that failed, `details.asked`
 * counts all.
 */
export function createPeerBlockStore(options: PeerBlockStoreOptions): PeerBlockStore {
  const { network, local, timeoutMs } = options
  const total: FetchStats = { blocksFetched: 0, bytesFetched: 0, refused: 0 }
  const byPeer = new Map<string, FetchStats>()
  let turn = 0

  const statsOf = (peer: string): FetchStats => {
    const known = byPeer.get(peer)
    if (known !== undefined) return known
    const [oldest] = byPeer.keys()
    if (byPeer.size >= NETWORK_LIMITS.rememberedPeers && oldest !== undefined) byPeer.delete(oldest)
    const fresh: FetchStats = { blocksFetched: 0, bytesFetched: 0, refused: 0 }
    byPeer.set(peer, fresh)
    return fresh
  }

  const add = (peer: string, field: keyof FetchStats, amount: number) => {
    total[field] += amount
    statsOf(peer)[field] += amount
  }

  /** Least guilty first, then least often given up; equals take turns, so that no peer bears all the load. */
  const inOrder = (): string[] => {
    const peers = network.peers()
    const first = peers.length === 0 ? 0 : turn++ % peers.length
    return [...peers.slice(first), ...peers.slice(0, first)]
      .map((peer) => ({
        peer,
        points: network.penalties.points(peer),
        refused: byPeer.get(peer)?.refused ?? 0,
      }))
      .sort((a, b) => a.points - b.points || a.refused - b.refused)
      .map(({ peer }) => peer)
  }

  /** Fetches what one peer has of `missing`, removing it from there. */
  const fetchFrom = async (peer: string, missing: Map<string, CID>, call: FetchCall) => {
    let queue = [...missing.values()]
    while (queue.length > 0) {
      const cids = queue.slice(0, NETWORK_LIMITS.blocksPerRequest)
      const leftOut = await fetchBlocks({
        network,
        peer,
        cids,
        timeoutMs,
        signal: call.signal,
        onBytes: (bytes) => add(peer, 'bytesFetched', bytes),
        onBlock: async (cid, bytes) => {
          await local.put(bytes, { codec: codecOf(cid), signal: call.signal })
          add(peer, 'blocksFetched', 1)
          missing.delete(cid.toString())
          call.onBlock(cid, bytes)
        },
      })
      queue = [...leftOut, ...queue.slice(cids.length)]
    }
  }

  const fetchMissing = async (cids: readonly CID[], call: FetchCall) => {
    const missing = new Map(cids.map((cid) => [cid.toString(), cid]))
    const failures: Failure[] = []
    let asked = 0
    for (const peer of inOrder()) {
      if (missing.size === 0) break
      asked++
      try {
        await fetchFrom(peer, missing, call)
      } catch (error) {
        if (call.signal?.aborted === true) throw call.signal.reason
        // A local fault, a full disk for example, is not the peer's: another peer would not help.
        if (!isPeerFailure(error)) throw error
        add(peer, 'refused', 1)
        failures.push({ peer, code: error.code, reason: error.details['reason'] })
        network.log.warn({ peer, error }, 'a peer was given up while fetching blocks')
      }
    }
    return { missing: [...missing.values()], failures, asked }
  }

  return {
    put: (bytes, putOptions) => local.put(bytes, putOptions),
    has: (cid) => local.has(cid),
    async get(cid, { signal } = {}) {
      codecOf(cid)
      let localFault: DsoError
      try {
        return await local.get(cid, { signal })
      } catch (error) {
        if (!isLocalMiss(error)) throw error
        localFault = error
      }
      let found: Uint8Array | undefined
      const onBlock = (_: CID, bytes: Uint8Array) => void (found = bytes)
      const { failures, asked } = await fetchMissing([cid], { signal, onBlock })
      if (found !== undefined) return found
      const liar = failures.find(({ code }) => code === 'BLOCK_CORRUPT')?.peer
      const source = localFault.code === 'BLOCK_CORRUPT' ? localFault.details['source'] : liar
      const details = { cid: cid.toString(), asked, failures }
      if (source === undefined) {
        throw new DsoError('BLOCK_NOT_FOUND', { details, cause: localFault })
      }
      throw new DsoError('BLOCK_CORRUPT', { details: { ...details, source }, cause: localFault })
    },
    async prefetch(cids, { signal, onProgress } = {}) {
      const wanted: CID[] = []
      for (const cid of cids) {
        codecOf(cid)
        if (!(await local.has(cid))) wanted.push(cid)
      }
      let done = cids.length - wanted.length
      const onBlock = () =>
        onProgress?.({ stage: 'blocks', done: ++done, total: cids.length, unit: 'blocks' })
      return (await fetchMissing(wanted, { signal, onBlock })).missing
    },
    stats: () => ({
      ...total,
      peers: Object.fromEntries([...byPeer].map(([peer, stats]) => [peer, { ...stats }])),
    }),
  }
}

interface FetchCall {
  signal: AbortSignal | undefined
  onBlock: (cid: CID, bytes: Uint8Array) => void
}

function isPeerFailure(error: unknown): error is DsoError {
  return (
    DsoError.is(error, 'BLOCK_CORRUPT') ||
    DsoError.is(error, 'PEER_MISBEHAVED') ||
    DsoError.is(error, 'PEER_UNREACHABLE')
  )
}

function isLocalMiss(error: unknown): error is DsoError {
  return DsoError.is(error, 'BLOCK_NOT_FOUND') || DsoError.is(error, 'BLOCK_CORRUPT')
}
