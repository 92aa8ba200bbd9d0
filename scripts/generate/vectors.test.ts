import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generateVectors } from './vectors.ts'

const committed = join(import.meta.dirname, '../../vectors')

describe('generateVectors', () => {
  let outDir = ''
  let names: string[] = []
  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), 'dso-vectors-'))
    names = await generateVectors(outDir)
  })
  afterAll(async () => {
    await rm(outDir, { recursive: true })
  })

  test('writes the committed files, byte for byte', async () => {
    const stale: string[] = []
    for (const name of names) {
      const [made, kept] = await Promise.all([
        readFile(join(outDir, name)),
        readFile(join(committed, name)),
      ])
      if (!made.equals(kept)) stale.push(name)
    }
    expect(stale).toEqual([])
    const files = (await readdir(committed)).filter((name) => name.endsWith('.json'))
    expect(names.toSorted()).toEqual(files.toSorted())
  })

  test('every file is described in the README', async () => {
    const readme = await readFile(join(committed, 'README.md'), 'utf8')
    for (const name of names) expect(readme).toContain(`\`${name}\``)
    expect(await readdir(outDir)).toEqual(names.toSorted())
  })
})
