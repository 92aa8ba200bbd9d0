import { DsoError } from '../protocol/errors.ts'
import type { CallOptions } from '../protocol/ports/call-options.ts'
import type { MessageValidator } from '../protocol/ports/gossip.ts'
import type { Store } from '../protocol/ports/store.ts'
import { exchangeWith } from './exchange-with.ts'
import { HEADS_PROTOCOL } from './head-frames.ts'
import type { PeerNetwork } from './peer-network.ts'
import { pullOperations } from './pull-operations.ts'
import { serveExchange } from './serve-exchange.ts'
import { receiveHeads, sendHeads, serveOperations } from './serve-operations.ts'

/** What is exchanged, and who takes what comes. */
export interface HeadExchangeOptions {
  network: PeerNetwork
  /** This node's feeds. */
  source: Pick<Store, 'listHeads' | 'listOperations'>
  /**
   * Takes one operation that this node may lack; called in the order of its feed, one at a time per peer. `accept` goes
   * on, `ignore` leaves the rest of this feed for another time, `reject` ends the exchange and lowers the peer's score.
   */
  onOperation: MessageValidator
  /** Milliseconds between exchanges with one connected peer after another. None unless given. */
  everyMs?: number | undefined
  /** Longest wait for one frame in milliseconds, ≥ 1. Default 5,000. */
  timeoutMs?: number | undefined
}

/** A running head exchange. */
export interface HeadExchange {
  /**
   * Exchanges with one connected peer now; joins the exchange that is under way, if any.
   * @returns how many operations were accepted from the peer
   * @throws DsoError `PEER_UNREACHABLE`, `PEER_MISBEHAVED`
   */
  exchange(peer: string, options?: CallOptions): Promise<number>
  /** Stops answering and asking. Idempotent. */
  stop(): Promise<void>
}

/**
 * Keeps feeds complete where gossip lost something: at every connection, and every `everyMs`, both sides tell their
 * heads and fetch from each other what they lack, over `/dso/heads/1`. Whoever opened the connection opens the exchange.
 */
export async function createHeadExchange(options: HeadExchangeOptions): Promise<HeadExchange> {
  const { network, source, onOperation, everyMs, timeoutMs } = options
  const { log, clock } = network
  const underWay = new Map<string, Promise<number>>()
  const stopping = new AbortController()

  const run = async (peer: string, signal: AbortSignal): Promise<number> =>
    await exchangeWith(
      { network, peer, protocol: HEADS_PROTOCOL, timeoutMs, signal },
      async (stream) => {
        const own = await source.listHeads()
        await sendHeads(stream, own)
        const theirs = await receiveHeads(stream)
        const accepted = await pullOperations({ stream, peer, own, theirs, onOperation })
        await serveOperations(stream, source)
        return accepted
      },
    )

  const exchange = (peer: string, { signal }: CallOptions = {}): Promise<number> => {
    const present = underWay.get(peer)
    if (present !== undefined) return present
    const both = signal === undefined ? stopping.signal : AbortSignal.any([signal, stopping.signal])
    const exchanged = run(peer, both).finally(() => underWay.delete(peer))
    underWay.set(peer, exchanged)
    return exchanged
  }

  /** Nobody waits for these: what fails now is tried again at the next occasion. */
  const exchangeQuietly = async (peer: string) => {
    try {
      const accepted = await exchange(peer)
      log.debug({ peer, accepted }, 'feed heads were exchanged')
    } catch (error) {
      if (!stopping.signal.aborted) log.debug({ peer, error }, 'feed heads were not exchanged')
    }
  }

  const serve = { network, protocol: HEADS_PROTOCOL, timeoutMs }
  const stopServing = await serveExchange(serve, async (stream, from) => {
    const theirs = await receiveHeads(stream)
    const own = await source.listHeads()
    await sendHeads(stream, own)
    await serveOperations(stream, source)
    await pullOperations({ stream, peer: from, own, theirs, onOperation })
  })

  const stopListening = network.onConnect((peer, opened) => {
    if (opened === 'here') void exchangeQuietly(peer)
  })

  const repeat = async (intervalMs: number) => {
    for (let turn = 0; ; turn++) {
      await clock.sleep(intervalMs, stopping.signal)
      const peers = network.peers()
      const peer = peers[turn % Math.max(1, peers.length)]
      if (peer !== undefined) await exchangeQuietly(peer)
    }
  }
  if (everyMs !== undefined) repeat(everyMs).catch(() => {}) // sleep rejects once, when stopped

  return {
    exchange,
    async stop() {
      stopListening()
      stopping.abort(new DsoError('NETWORK_STOPPED'))
      await stopServing()
      await Promise.allSettled(underWay.values())
    },
  }
}
