import { afterEach, describe, expect, test } from 'vitest'
import {
  type Gossip,
  MAX_MESSAGE_BYTES,
  type MessageVerdict,
} from '../../src/protocol/ports/gossip.ts'

/** Nodes of one network, linked as asked for. */
export interface GossipNodes {
  nodes: { id: string; gossip: Gossip }[]
  /** A topic of this network. */
  topic: string
  /** Lets the network work for a while. */
  advance(): Promise<void>
  close(): Promise<void>
}

/** Starts `count` nodes and links each pair of indices. */
export type CreateGossipNodes = (
  count: number,
  links: readonly (readonly [number, number])[],
) => Promise<GossipNodes>

const LINE = [
  [0, 1],
  [1, 2],
] as const
const TRIANGLE = [...LINE, [2, 0]] as const
/** Node 0 reaches the others by no way but its own. */
const STAR = [
  [0, 1],
  [0, 2],
] as const
const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** What every {@link Gossip} must do. Validators of these tests judge a message by its first word. */
export function testGossip(name: string, create: CreateGossipNodes): void {
  describe(`gossip: ${name}`, () => {
    let network: GossipNodes | undefined
    afterEach(async () => {
      await network?.close()
      network = undefined
    })

    /** Starts nodes, subscribes the given ones, and waits until messages of node 0 reach them all. */
    const start = async (
      count: number,
      links: readonly (readonly [number, number])[],
      subscribers: readonly number[],
    ) => {
      const started = await create(count, links)
      network = started
      const { nodes, topic } = started
      const eventually = async (isTrue: () => boolean) => {
        for (let i = 0; i < 1_000 && !isTrue(); i++) await started.advance()
        expect(isTrue()).toBe(true)
      }
      const inboxes = nodes.map((): { text: string; from: string }[] => [])
      const judged = nodes.map((): { text: string; from: string }[] => [])
      const judge = (text: string): MessageVerdict => {
        if (text.startsWith('throw')) throw new Error('a validator with a fault')
        return text.startsWith('reject')
          ? 'reject'
          : text.startsWith('ignore')
            ? 'ignore'
            : 'accept'
      }
      const subscribe = (index: number) =>
        nodes[index]!.gossip.subscribe(
          topic,
          async (bytes, from) => {
            judged[index]!.push({ text: decode(bytes), from })
            await Promise.resolve()
            return judge(decode(bytes))
          },
          (bytes, from) => inboxes[index]!.push({ text: decode(bytes), from }),
        )
      const unsubscribes = new Map(subscribers.map((index) => [index, subscribe(index)]))
      const publish = (index: number, text: string) =>
        nodes[index]!.gossip.publish(topic, encode(text))
      const received = (index: number, text: string) =>
        inboxes[index]!.filter((message) => message.text === text)
      const wasJudged = (index: number, text: string) =>
        judged[index]!.some((message) => message.text === text)

      const others = subscribers.filter((index) => index !== 0)
      let probes = 0
      while (!others.every((index) => inboxes[index]!.length > 0)) {
        expect(probes).toBeLessThan(500)
        await publish(0, `probe ${probes++}`)
        await started.advance()
      }
      return { nodes, topic, eventually, publish, received, wasJudged, unsubscribes }
    }

    test('a message reaches every other subscriber, over neighbours too, and not its sender', async () => {
      const { eventually, publish, received } = await start(3, LINE, [0, 1, 2])
      await publish(0, 'hello')
      await eventually(() => received(1, 'hello').length > 0 && received(2, 'hello').length > 0)
      expect(received(0, 'hello')).toEqual([])
    })

    test('handler and validator are told which neighbour a message came from', async () => {
      const { nodes, eventually, publish, received } = await start(3, LINE, [0, 1, 2])
      await publish(0, 'hello')
      await eventually(() => received(2, 'hello').length > 0)
      expect(received(1, 'hello')[0]?.from).toBe(nodes[0]!.id)
      expect(received(2, 'hello')[0]?.from).toBe(nodes[1]!.id)
    })

    test('a message that comes over two paths, or is published twice, is delivered once', async () => {
      const { eventually, publish, received } = await start(3, TRIANGLE, [0, 1, 2])
      await publish(0, 'once')
      await publish(0, 'once')
      await eventually(() => received(1, 'once').length > 0 && received(2, 'once').length > 0)
      await publish(2, 'once') // the same bytes from another node
      await publish(0, 'after')
      await eventually(() => received(1, 'after').length > 0 && received(2, 'after').length > 0)
      expect(received(1, 'once')).toHaveLength(1)
      expect(received(2, 'once')).toHaveLength(1)
    })

    test.each(['reject', 'ignore', 'throw'])(
      'a message whose validator says %s is neither delivered nor relayed',
      async (word) => {
        const { eventually, publish, received, wasJudged } = await start(3, LINE, [0, 1, 2])
        await publish(0, `${word} this`)
        await eventually(() => wasJudged(1, `${word} this`))
        await publish(0, 'after')
        await eventually(() => received(2, 'after').length > 0)
        expect(received(1, `${word} this`)).toEqual([])
        expect(wasJudged(2, `${word} this`)).toBe(false)
      },
    )

    test('a message of the largest size passes, one byte more is refused at once', async () => {
      const { nodes, topic, eventually, publish, received } = await start(2, [[0, 1]], [1])
      const largest = 'x'.repeat(MAX_MESSAGE_BYTES)
      await expect(nodes[0]!.gossip.publish(topic, encode(`${largest}x`))).toRejectDso(
        'MESSAGE_TOO_LARGE',
      )
      await publish(0, largest)
      await eventually(() => received(1, largest).length > 0)
    })

    test('after unsubscribing nothing is delivered, and others still receive', async () => {
      const { eventually, publish, received, unsubscribes } = await start(3, STAR, [1, 2])
      unsubscribes.get(1)?.()
      unsubscribes.get(1)?.() // harmless
      await publish(0, 'late')
      await eventually(() => received(2, 'late').length > 0)
      await publish(0, 'later')
      await eventually(() => received(2, 'later').length > 0)
      expect(received(1, 'late')).toEqual([])
    })

    test('a topic outside the allow-list is refused', async () => {
      const { nodes } = await start(2, [[0, 1]], [1])
      const { gossip } = nodes[0]!
      await expect(gossip.publish('/other', encode('hello'))).toRejectDso('TOPIC_UNKNOWN')
      expect(() =>
        gossip.subscribe(
          '/other',
          () => 'accept',
          () => {},
        ),
      ).toThrowDso('TOPIC_UNKNOWN')
    })
  })
}
