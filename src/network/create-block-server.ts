import type { CID } from 'multiformats/cid'
import { DsoError } from '../protocol/errors.ts'
import type { BlockStore } from '../protocol/ports/block-store.ts'
import {
  type BlockAnswer,
  BLOCKS_PROTOCOL,
  decodeBlockRequest,
  encodeBlockAnswer,
} from './block-frames.ts'
import { NETWORK_LIMITS } from './limits.ts'
import type { PeerNetwork } from './peer-network.ts'
import { serveExchange } from './serve-exchange.ts'

/** What a block server serves, to whom. */
export interface BlockServerOptions {
  network: PeerNetwork
  /** Blocks to serve. Pass the local store, never one that asks peers itself. */
  blocks: Pick<BlockStore, 'get'>
  /** Longest wait for one frame in milliseconds, ≥ 1. Default 5,000. */
  timeoutMs?: number | undefined
}

/** Answers that were sent since the start. */
export interface BlockServerStats {
  blocksServed: number
  /** Block bytes sent. */
  bytesServed: number
}

/** A running block server. */
export interface BlockServer {
  stats(): BlockServerStats
  /** Stops answering. Idempotent. */
  stop(): Promise<void>
}

/** Answers `/dso/blocks/1` from a store: each requested block, in order, or that it is absent or left out. */
export async function createBlockServer(options: BlockServerOptions): Promise<BlockServer> {
  const { network, blocks, timeoutMs } = options
  const stats: BlockServerStats = { blocksServed: 0, bytesServed: 0 }

  const findBlock = async (cid: CID): Promise<BlockAnswer> => {
    try {
      return await blocks.get(cid)
    } catch (error) {
      if (!DsoError.is(error)) throw error
      if (error.code !== 'BLOCK_NOT_FOUND') {
        network.log.warn({ cid: cid.toString(), error }, 'a block cannot be served')
      }
      return 'absent'
    }
  }

  const serve = { network, protocol: BLOCKS_PROTOCOL, timeoutMs }
  const stop = await serveExchange(serve, async (stream) => {
    const cids = decodeBlockRequest(await stream.read(NETWORK_LIMITS.blockRequestBytes))
    let budget: number = NETWORK_LIMITS.blockResponseBytes
    for (const cid of cids) {
      // Once the response is full, blocks are no longer even read.
      let answer = budget === 0 ? 'left-out' : await findBlock(cid)
      if (typeof answer !== 'string' && answer.length > budget) {
        answer = 'left-out'
        budget = 0
      }
      await stream.write(encodeBlockAnswer(answer))
      if (typeof answer === 'string') continue
      budget -= answer.length
      stats.blocksServed++
      stats.bytesServed += answer.length
    }
  })
  return { stats: () => ({ ...stats }), stop }
}
