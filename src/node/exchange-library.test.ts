import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createHashEncoder } from '../../test/fixtures/hash-encoder.ts'
import { temporaryFolders } from '../../test/temporary-folders.ts'
import { LIBRARY_FORMATS, type LibraryFormat } from '../learning/library/formats/library-format.ts'
import { rollBackLibrary } from '../learning/library/roll-back-library.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import { encodeEmbedding } from '../protocol/profiles/encode-embedding.ts'
import { DIRECT_384 } from '../protocol/profiles/profile.ts'
import { openSqliteStore } from '../storage/open-sqlite-store.ts'
import { ownAgentsFolder, storePathOf } from './data-folders.ts'
import { exportLibrary } from './export-library.ts'
import { importLibrary } from './import-library.ts'
import { keepExperience } from './keep-experience.ts'
import { listOwn, searchOwn } from './list-own.ts'
import { recallDomain } from './recall.ts'

const makeFolder = temporaryFolders()
const encoder = createHashEncoder()
const RULES = {
  'bank.transfer': 'When calling bank.transfer, write amount in cents.',
  'room.reserve': 'When calling room.reserve, write start as minutes after midnight.',
}

async function makeExperience(domain: string, text: string, wins = 5): Promise<Experience> {
  const [vector] = await encoder.embed([text])
  return {
    v: 1,
    kind: 'sentence',
    text,
    domain,
    code: { profile: DIRECT_384.id, bytes: encodeEmbedding(DIRECT_384, vector!) },
    evidence: { suite: 'toy/1', tasks: 8, wins, losses: 1, gainLower: wins * 20 },
    model: 'a-model',
  }
}

function openAgent(dataFolder: string, agent = 'local') {
  return openSqliteStore({ path: storePathOf(join(ownAgentsFolder(dataFolder), agent)) })
}

const why = { profile: DIRECT_384, run: 'r', why: 'gate sentence' }

/** A data folder whose agent `local` has learnt {@link RULES}. */
async function makeLearnt(): Promise<string> {
  const dataFolder = makeFolder()
  const store = openAgent(dataFolder)
  for (const [domain, text] of Object.entries(RULES)) {
    await keepExperience(await makeExperience(domain, text), store, why)
  }
  await store.close()
  return dataFolder
}

const exporting = (dataFolder: string, format: LibraryFormat, more = {}) =>
  exportLibrary({
    dataFolder,
    agent: 'local',
    format,
    domain: undefined,
    to: undefined,
    force: false,
    ...more,
  })
const importing = (dataFolder: string, file: string, more = {}) =>
  importLibrary({ dataFolder, agent: 'other', file, format: undefined, domain: undefined, ...more })

describe('what is kept', () => {
  test('is recorded with its reason, and again changes nothing', async () => {
    const store = openAgent(makeFolder())
    const experience = await makeExperience('bank.transfer', RULES['bank.transfer'])
    const kept = await keepExperience(experience, store, why)
    const library = await store.getLibrary()
    expect(await keepExperience(experience, store, why)).toEqual(kept)
    expect(await store.getLibrary()).toEqual(library)
    expect(await store.listJournal()).toEqual([
      {
        version: library?.id,
        op: 'add',
        cid: kept.cid,
        from: [],
        why: 'gate sentence',
        evidence: experience.evidence,
        run: 'r',
      },
    ])
    await store.close()
  })

  test('another wording is kept once: nothing uses or shares the worse proved one', async () => {
    const store = openAgent(makeFolder())
    const weak = await makeExperience(
      'bank.transfer',
      'When calling bank.transfer, give amount in cents.',
      2,
    )
    const strong = await makeExperience('bank.transfer', RULES['bank.transfer'], 5)
    const first = await keepExperience(weak, store, why)
    const second = await keepExperience(strong, store, why)
    expect(await keepExperience(weak, store, why)).toMatchObject({
      kept: false,
      reason: 'duplicate',
    })
    expect((await listOwn(store)).map(({ cid }) => cid)).toEqual([second.cid])
    expect(await recallDomain('bank.transfer', store)).toEqual([strong])
    const [vector] = await encoder.embed(['amount in cents'])
    expect((await searchOwn(vector!, 1, store)).map(({ record }) => record.cid)).toEqual([
      second.cid,
    ])
    expect((await store.listRecords({ status: 'own' })).map(({ cid }) => cid)).toContain(first.cid)
    await store.close()
  })

  test('a roll-back reaches every prompt in one call', async () => {
    const store = openAgent(await makeLearnt())
    const newest = await store.getLibrary()
    await rollBackLibrary(store, newest?.parent ?? '', { why: 'it harmed', run: 'owner' })
    expect(await recallDomain('room.reserve', store)).toEqual([])
    expect(await recallDomain('bank.transfer', store)).toHaveLength(1)
    await rollBackLibrary(store, newest?.id ?? '', { why: 'it did not', run: 'owner' })
    expect(await recallDomain('room.reserve', store)).toHaveLength(1)
    await store.close()
  })
})

describe('exportLibrary and importLibrary', () => {
  test.each(LIBRARY_FORMATS)(
    'what is written as %s can be taken in by another agent',
    async (format) => {
      const dataFolder = await makeLearnt()
      const to = join(
        makeFolder(),
        format === 'skill' ? 'SKILL.md' : `file${format === 'youtu' ? '.yaml' : ''}`,
      )
      expect(await exporting(dataFolder, format, { to })).toMatchObject({
        items: 2,
        withheld: 0,
        to,
      })
      const result = await importing(dataFolder, to)
      expect(result).toMatchObject({ format, added: 2, known: 0, refused: [], unread: [] })
      const store = openAgent(dataFolder, 'other')
      const candidates = await store.listCandidates()
      expect(new Set(candidates.map(({ text }) => text))).toEqual(new Set(Object.values(RULES)))
      expect(result.withoutDomain).toBe(format === 'youtu' ? 2 : 0)
      // Data, not experience: no prompt and no shard sees any of it.
      expect(await store.listRecords()).toEqual([])
      expect(await store.getLibrary()).toBeUndefined()
      await store.close()
      expect(await importing(dataFolder, to)).toMatchObject({ added: 0, known: 2 })
    },
  )

  test('of experiences at odds the better proved one is written, and no secret', async () => {
    const dataFolder = await makeLearnt()
    const store = openAgent(dataFolder)
    for (const text of [
      'When calling bank.transfer, write amount in euros.',
      'Say the password is hunter22x.',
    ]) {
      await keepExperience(await makeExperience('bank.transfer', text, 3), store, why)
    }
    await store.close()
    const { text, items, withheld } = await exporting(dataFolder, 'ace', {
      domain: 'bank.transfer',
    })
    expect([items, withheld]).toEqual([1, 1])
    expect(text).toMatch(
      /^## bank\.transfer\n\[dso-\w{10}\] helpful=5 harmful=1 :: When .* in cents\.\n$/,
    )
  })

  test('a file that is there is replaced only on demand, a block always', async () => {
    const dataFolder = await makeLearnt()
    const to = join(makeFolder(), 'AGENTS.md')
    writeFileSync(to, '# Mine\n')
    await expect(exporting(dataFolder, 'ace', { to })).toRejectDso('OPTION_INVALID')
    expect(readFileSync(to, 'utf8')).toBe('# Mine\n')
    await exporting(dataFolder, 'agents', { to })
    const once = readFileSync(to, 'utf8')
    await exporting(dataFolder, 'agents', { to })
    expect(readFileSync(to, 'utf8')).toBe(once)
    expect(once.startsWith('# Mine\n\n<!-- dso:begin -->')).toBe(true)
    await exporting(dataFolder, 'ace', { to, force: true })
    expect(readFileSync(to, 'utf8').startsWith('## ')).toBe(true)
  })

  test('a file that cannot be taken in leaves no agent behind', async () => {
    const dataFolder = makeFolder()
    const file = (name: string, bytes: string | Uint8Array) => {
      const path = join(makeFolder(), name)
      writeFileSync(path, bytes)
      return path
    }
    await expect(importing(dataFolder, join(dataFolder, 'none'))).toRejectDso('OPTION_INVALID')
    await expect(importing(dataFolder, dataFolder)).toRejectDso('OPTION_INVALID')
    await expect(importing(dataFolder, file('a', 'Just words.'))).toRejectDso('OPTION_INVALID')
    await expect(importing(dataFolder, file('a.yaml', 'a: &b [*b]'))).toRejectDso('IMPORT_INVALID')
    await expect(importing(dataFolder, file('a', Uint8Array.of(0x7b, 0xff)))).toRejectDso(
      'IMPORT_INVALID',
    )
    await expect(importing(dataFolder, file('a', 'x'.repeat(2 ** 22 + 1)))).toRejectDso(
      'IMPORT_TOO_LARGE',
    )
    expect(existsSync(ownAgentsFolder(dataFolder))).toBe(false)
  })
})
