import { EventEmitter } from 'node:events'
import { createTestClient, http } from 'viem'
import { expect, test } from 'vitest'
import { createDevChain, type DevChain } from '../../src/chain/create-dev-chain.ts'
import { createLedger } from '../../src/chain/create-ledger.ts'
import { createPublisher } from '../../src/node/create-publisher.ts'
import { keepExperience } from '../../src/node/keep-experience.ts'
import type { NodeEvents } from '../../src/node/node-events.ts'
import { createRegistrySync } from '../../src/node/sync-registry.ts'
import { DIRECT_384 } from '../../src/protocol/profiles/profile.ts'
import {
  createParticipant,
  createSharingChain,
  makeExperience,
  type Participant,
  TOPIC,
} from '../fixtures/sharing.ts'

/** A participant whose ledger is an account of a real chain. */
async function join(chain: DevChain, name: string, index: number): Promise<Participant> {
  const { rpcUrl, chainId, addresses } = chain
  const account = chain.accounts.get(name)?.privateKey ?? '0x'
  const ledger = createLedger({ rpcUrl, chainId, ...addresses, account, pollMs: 5 })
  return { ...(await createParticipant(createSharingChain(), index)), ledger }
}

test('after a chain replaced what was handled, everybody publishes and finds everything again', async () => {
  const accounts = [{ name: 'ann' }, { name: 'bob' }]
  await using chain = await createDevChain({ seed: new Uint8Array([7]), accounts })
  const anvil = createTestClient({ mode: 'anvil', transport: http(chain.rpcUrl) })
  const [ann, bob] = [await join(chain, 'ann', 0), await join(chain, 'bob', 1)]
  const told: string[] = []
  const follow = ({ store, ledger, encoder }: Participant) => {
    const events = new EventEmitter<NodeEvents>()
    events.on('registry-replaced', ({ records }) => told.push(`replaced ${records}`))
    return createRegistrySync({ ledger, store, blocks: ann.blocks, encoder, events, useFrom: 500 })
  }
  const publisher = createPublisher({
    author: ann.author,
    profile: DIRECT_384,
    topic: TOPIC,
    events: new EventEmitter<NodeEvents>(),
  })
  const learn = async (text: string) => {
    const options = { profile: DIRECT_384, run: 'any', why: 'proved' }
    const { cid } = await keepExperience(await makeExperience({ text }), ann.store, options)
    await publisher.publishOwn(ann, {})
    return cid
  }
  const stateOf = async ({ store }: Participant, cid: string) => {
    const record = await store.getRecord(cid)
    return `${record?.status} ${record?.entryId}`
  }

  const before = await anvil.snapshot()
  const first = await learn('When calling shop.order, write date as DD-MM-YYYY.')
  const second = await learn('When calling shop.order, write size as S, M or L.')
  const nodes = [follow(ann), follow(bob)]
  for (const node of nodes) await node.sync()
  expect(await stateOf(bob, first)).toBe('quarantined 1')
  expect(await stateOf(bob, second)).toBe('quarantined 2')

  await anvil.revert({ id: before })
  await anvil.mine({ blocks: 10 })
  for (const node of nodes) await node.sync()
  expect(told).toEqual(['replaced 2', 'replaced 2'])
  expect(await stateOf(ann, first)).toBe('own undefined')
  expect(await stateOf(bob, first)).toBe('refused undefined')

  // The newest place of the feed is registered as it was signed; what stood before it goes into a new one.
  await publisher.publishOwn(ann, {})
  for (const node of nodes) await node.sync()
  expect(await stateOf(ann, second)).toBe('own 1')
  expect(await stateOf(ann, first)).toBe('own 2')
  expect(await stateOf(bob, second)).toBe('quarantined 1')
  expect(await stateOf(bob, first)).toBe('quarantined 2')
  expect(told).toHaveLength(2)
})
