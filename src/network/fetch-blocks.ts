import type { CID } from 'multiformats/cid'
import { computeCid } from '../protocol/encoding/compute-cid.ts'
import { DsoError } from '../protocol/errors.ts'
import {
  BLOCK_ANSWER_BYTES,
  BLOCKS_PROTOCOL,
  decodeBlockAnswer,
  encodeBlockRequest,
} from './block-frames.ts'
import { codecOf } from './codec-of.ts'
import { exchangeWith } from './exchange-with.ts'
import { NETWORK_LIMITS } from './limits.ts'
import type { PeerNetwork } from './peer-network.ts'

/** Which blocks to ask one peer for. */
export interface FetchBlocksOptions {
  network: PeerNetwork
  peer: string
  /** 1 to 64 distinct supported CIDs. */
  cids: readonly CID[]
  /** Called with each block as soon as it is verified, so that a later failure loses none. */
  onBlock: (cid: CID, bytes: Uint8Array) => Promise<void>
  /** Called with the length of each answered block, verified or not. */
  onBytes: (bytes: number) => void
  /** Longest wait for one frame in milliseconds, ≥ 1. Default 5,000. */
  timeoutMs?: number | undefined
  signal?: AbortSignal | undefined
}

/**
 * Asks one peer for a batch of blocks and verifies each by its hash.
 *
 * @returns the CIDs that did not fit into the response and may be asked for again; never all of them
 * @throws DsoError `BLOCK_CORRUPT` at the first block with other bytes, `PEER_MISBEHAVED`, `PEER_UNREACHABLE`;
 * `details.source` and `details.peer` name the peer
 */
export async function fetchBlocks(options: FetchBlocksOptions): Promise<CID[]> {
  const { network, peer, cids, onBlock, onBytes, timeoutMs, signal } = options
  const exchange = { network, peer, protocol: BLOCKS_PROTOCOL, timeoutMs, signal }
  return await exchangeWith(exchange, async (stream) => {
    await stream.write(encodeBlockRequest(cids))
    const leftOut: CID[] = []
    let total = 0
    for (const cid of cids) {
      const answer = decodeBlockAnswer(await stream.read(BLOCK_ANSWER_BYTES))
      if (answer === 'absent') continue
      if (answer === 'left-out') {
        leftOut.push(cid)
        continue
      }
      onBytes(answer.length)
      total += answer.length
      if (total > NETWORK_LIMITS.blockResponseBytes) throw misbehaved('a response too long')
      if (computeCid(answer, codecOf(cid)).toString() !== cid.toString()) {
        network.penalties.report(peer, 'corrupt-block')
        throw new DsoError('BLOCK_CORRUPT', { details: { cid: cid.toString(), source: peer } })
      }
      // A copy: the frame is a view of a larger buffer.
      await onBlock(cid, answer.slice())
    }
    // Otherwise asking again would never end.
    if (leftOut.length === cids.length) throw misbehaved('a response that leaves out everything')
    return leftOut
  })
}

function misbehaved(reason: string): DsoError {
  return new DsoError('PEER_MISBEHAVED', { details: { reason } })
}
