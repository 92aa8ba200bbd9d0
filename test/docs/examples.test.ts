import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { computeCid } from '../../src/protocol/encoding/compute-cid.ts'
import { encodeExperience } from '../../src/protocol/experience/encode-experience.ts'
import type { Experience } from '../../src/protocol/experience/experience.ts'
import type { ExperienceRecord } from '../../src/protocol/ports.ts'
import { encodeEmbedding } from '../../src/protocol/profiles/encode-embedding.ts'
import { DIRECT_384 } from '../../src/protocol/profiles/profile.ts'
import { openSqliteStore } from '../../src/storage/open-sqlite-store.ts'
import { repository } from '../lint/files.ts'
import { temporaryFolders } from '../temporary-folders.ts'

const temporaryFolder = temporaryFolders()

describe('examples/use-experiences.ts', () => {
  test('quotes what was learnt and what was checked, and nothing else', async () => {
    const path = join(temporaryFolder(), 'node.sqlite')
    const store = openSqliteStore({ path })
    await store.saveRecords([
      makeRecord('When calling room.book, write day as DD.MM.', 'own'),
      makeRecord('When calling room.book, write "hours" in quarters.', 'usable'),
      makeRecord('When calling room.book, write day as you like.', 'quarantined'),
      makeRecord('When calling room.book, write nothing.', 'refused'),
    ])
    await store.close()
    expect(await runExample('use-experiences.ts', path, 'room.book')).toBe(
      'Notes from earlier calls:\n' +
        '- "When calling room.book, write day as DD.MM."\n' +
        '- "When calling room.book, write \\"hours\\" in quarters."\n',
    )
    expect(await runExample('use-experiences.ts', path, 'another.tool')).toBe('')
  })

  test('is what the README shows, under the names of the package', () => {
    const example = readFileSync(join(repository, 'examples/use-experiences.ts'), 'utf8')
    const shown = example
      .replace(/^\/\*\*.*?\*\/\n/s, '')
      .replace("'../src/index.ts'", "'dso'")
      .replace("'../src/protocol/index.ts'", "'dso/protocol'")
    const readme = readFileSync(join(repository, 'README.md'), 'utf8')
    expect(readme).toContain(`\`\`\`ts\n${shown}\`\`\``)
  })
})

async function runExample(name: string, ...args: string[]): Promise<string> {
  const file = join(repository, 'examples', name)
  const { stdout } = await promisify(execFile)(process.execPath, [file, ...args])
  return stdout
}

function makeRecord(text: string, status: ExperienceRecord['status']): ExperienceRecord {
  const embedding = new Float32Array(DIRECT_384.dimension).fill(1)
  const experience: Experience = {
    v: 1,
    kind: 'sentence',
    text,
    domain: 'room.book',
    code: { profile: DIRECT_384.id, bytes: encodeEmbedding(DIRECT_384, embedding) },
    evidence: { suite: 'a suite', tasks: 4, wins: 3, losses: 0, gainLower: 200 },
    model: 'a model',
  }
  const bytes = encodeExperience(experience)
  const cid = computeCid(bytes, 'dag-cbor').toString()
  return {
    cid,
    bytes,
    domain: 'room.book',
    entryId: undefined,
    status,
    reason: undefined,
    embedding,
  }
}
