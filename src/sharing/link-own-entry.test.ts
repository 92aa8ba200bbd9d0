import { beforeEach, describe, expect, test } from 'vitest'
import {
  announcedEntry,
  createParticipant,
  createSharingChain,
  makeExperience,
  type Participant,
  TOPIC,
} from '../../test/fixtures/sharing.ts'
import { DIRECT_384 } from '../protocol/profiles/profile.ts'
import type { AnnouncedEntry } from './receive-entry.ts'
import { forgetRegistry } from './forget-registry.ts'
import { linkOwnEntry } from './link-own-entry.ts'
import { publishExperiences } from './publish-experiences.ts'

let ann: Participant
let entry: AnnouncedEntry
let cid: string

beforeEach(async () => {
  ann = await createParticipant(createSharingChain(), 0)
  const options = { author: ann.author, profile: DIRECT_384, topic: TOPIC }
  const { entryId, records } = await publishExperiences([await makeExperience()], ann, options)
  entry = { ...(await announcedEntry(ann, entryId)), entryId: 7n }
  cid = records[0]!
})

const entryOf = async () => (await ann.store.getRecord(cid))?.entryId

describe('linkOwnEntry', () => {
  test('marks what the entry lists and has none', async () => {
    await forgetRegistry(ann.store)
    await linkOwnEntry(entry, ann)
    expect(await entryOf()).toBe(7n)
  })

  test('leaves alone what has an entry', async () => {
    await linkOwnEntry(entry, ann)
    expect(await entryOf()).toBe(1n)
  })

  test.each([
    ['lost', () => ann.held.clear()],
    ['another', () => ann.held.set(entry.cid, new Uint8Array([1]))],
    ['no shard', () => (entry = { ...entry, cid })],
    ['not named by a CID', () => (entry = { ...entry, cid: 'ipfs://x' })],
  ])('links nothing where the operation is %s', async (_, spoil) => {
    await forgetRegistry(ann.store)
    spoil()
    await linkOwnEntry(entry, ann)
    expect(await entryOf()).toBeUndefined()
  })
})
