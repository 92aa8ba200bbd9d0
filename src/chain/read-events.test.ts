import { createPublicClient, createTestClient, http, keccak256, stringToBytes } from 'viem'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LedgerCursor } from '../protocol/ports.ts'
import { createDevChain, type DevChain } from './create-dev-chain.ts'
import { createLedger } from './create-ledger.ts'
import { followEvents } from './follow-events.ts'
import type { ChainClient } from './open-session.ts'
import { readEvents } from './read-events.ts'

let chain: DevChain
beforeEach(async () => {
  chain = await createDevChain({ seed: new Uint8Array([3]), accounts: [{ name: 'alice' }] })
})
afterEach(async () => {
  await chain.stop()
})

const cid = 'bafyreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy'

function ledgerWith(confirmations: number) {
  const { rpcUrl, chainId, addresses } = chain
  const account = chain.accounts.get('alice')?.privateKey ?? '0x'
  return createLedger({ rpcUrl, chainId, ...addresses, account, confirmations, pollMs: 5 })
}

async function submit(text: string) {
  const merkleRoot = keccak256(stringToBytes(text))
  return await ledgerWith(0).submit({ merkleRoot, cid, schema: 1n })
}

function anvil() {
  return createTestClient({ mode: 'anvil', transport: http(chain.rpcUrl) })
}

/** What the follower would know: roots by entry, kept in order. */
async function follow(
  confirmations: number,
  state: { cursor: LedgerCursor | undefined; roots: string[] },
): Promise<void> {
  const abort = new AbortController()
  await followEvents({
    ledger: ledgerWith(confirmations),
    loadCursor: async () => state.cursor,
    saveCursor: async (cursor) => void (state.cursor = cursor),
    onEvent: async (event) => {
      if (event.kind === 'submitted') state.roots.push(event.merkleRoot)
    },
    pollMs: 1,
    clock: { sleep: async () => abort.abort() },
    signal: abort.signal,
  })
}

const rootsOf = (...texts: string[]) => texts.map((text) => keccak256(stringToBytes(text)))

describe('readEvents', () => {
  test('blocks that are replaced before the confirmations never show', async () => {
    const state = { cursor: undefined, roots: [] as string[] }
    await submit('kept')
    await anvil().mine({ blocks: 3 })
    await follow(3, state)
    const before = await anvil().snapshot()
    await submit('replaced')
    await anvil().mine({ blocks: 1 })
    await follow(3, state)
    await anvil().revert({ id: before })
    await submit('instead')
    await submit('after it')
    await anvil().mine({ blocks: 3 })
    await follow(3, state)
    await follow(3, state)
    expect(state.roots).toEqual(rootsOf('kept', 'instead', 'after it'))
  })

  test('blocks that are replaced after they were handled are noticed, also after a restart', async () => {
    const state = { cursor: undefined, roots: [] as string[] }
    const before = await anvil().snapshot()
    await submit('replaced')
    await follow(0, state)
    expect(state.roots).toEqual(rootsOf('replaced'))
    await anvil().revert({ id: before })
    // Nothing is known as long as the other chain is the shorter one.
    await follow(0, state)
    await submit('instead')
    await anvil().mine({ blocks: 2 })
    await expect(follow(0, state)).toRejectDso('CHAIN_REORGANISED')
    await expect(ledgerWith(0).readEvents(state.cursor)).toRejectDso('CHAIN_REORGANISED')
    const { events } = await ledgerWith(0).readEvents(undefined)
    expect(events.map((event) => event.kind === 'submitted' && event.merkleRoot)).toEqual(
      rootsOf('instead'),
    )
  })

  describe('of an endpoint that forgets logs', () => {
    const read = async (
      cursor: LedgerCursor | undefined,
      lost: (place: number, count: number) => boolean,
    ) => {
      const client = createPublicClient({ transport: http(chain.rpcUrl), cacheTime: 0 })
      const forgetful = {
        ...client,
        getLogs: async (filter: Parameters<ChainClient['getLogs']>[0]) => {
          const logs = await client.getLogs(filter)
          return logs.filter((_, place) => !lost(place, logs.length))
        },
      } as unknown as ChainClient
      const { registry } = chain.addresses
      return await readEvents(forgetful, { registry, deployedBlock: 0n, cursor, confirmations: 0 })
    }

    test.each([
      ['all', () => true],
      ['the first', (place: number) => place === 0],
      ['the middle one', (place: number, count: number) => place === count - 2],
      ['the last', (place: number, count: number) => place === count - 1],
    ] as const)('%s are missed', async (_, lost) => {
      for (const text of ['one', 'two', 'three']) await submit(text)
      const isEntry = (place: number, count: number) => lost(place - (count - 3), 3)
      await expect(read(undefined, isEntry)).toRejectDso('CHAIN_UNREACHABLE')
      expect((await read(undefined, () => false)).events).toHaveLength(3)
    })

    test('after a cursor they are missed as well', async () => {
      await submit('one')
      const { cursor } = await read(undefined, () => false)
      await submit('two')
      await expect(read(cursor, () => true)).toRejectDso('CHAIN_UNREACHABLE')
      expect((await read(cursor, () => false)).events).toHaveLength(1)
    })
  })
})
