import { mkdtemp, open, readdir, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Encoder } from '../../src/protocol/ports.ts'
import { loadRealEmbeddings, QUERY_COUNT, type RealEmbeddings } from './real-embeddings.ts'

const ROW_BYTES = 4 * 384

let dataFolder = ''
/** Texts in the order in which the encoder got them. */
let embedded: string[] = []

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'dso-embeddings-'))
  embedded = []
})

afterEach(async () => {
  await rm(dataFolder, { recursive: true })
})

const corpus = Array.from({ length: 1200 }, (_, i) => `text ${i}`)

/** A unit vector that tells its text. */
function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(384)
  const angle = Number(text.split(' ')[1]) / 1000
  vector.set([Math.cos(angle), Math.sin(angle)])
  return vector
}

function makeEncoder(): Encoder {
  return {
    name: 'made up',
    hash: '00',
    dimension: 384,
    embed: async (texts) => {
      embedded.push(...texts)
      return texts.map(vectorOf)
    },
    close: async () => undefined,
  }
}

function load(count: number): Promise<RealEmbeddings> {
  return loadRealEmbeddings({
    count,
    dataFolder,
    readTexts: async () => corpus,
    openModel: async () => makeEncoder(),
  })
}

async function cachePath(): Promise<string> {
  const folder = join(dataFolder, 'bench', 'embeddings')
  const [file] = await readdir(folder)
  return join(folder, file ?? '')
}

describe('loadRealEmbeddings', () => {
  test('the first texts are the queries, the next the collection', async () => {
    const { dimension, vectors, queries, texts, queryTexts } = await load(300)
    expect(dimension).toBe(384)
    expect(queryTexts).toEqual(corpus.slice(0, QUERY_COUNT))
    expect(texts).toEqual(corpus.slice(QUERY_COUNT, QUERY_COUNT + 300))
    expect(queries.subarray(0, 384)).toEqual(vectorOf('text 0'))
    expect(vectors.subarray(0, 384)).toEqual(vectorOf(`text ${QUERY_COUNT}`))
    expect(vectors.length).toBe(300 * 384)
  })

  test('no text is embedded twice, in a larger collection neither', async () => {
    const first = await load(300)
    const known = embedded.length
    expect(await load(300)).toEqual(first)
    expect(embedded.length).toBe(known)
    const larger = await load(700)
    expect(embedded).toEqual(corpus)
    expect(larger.vectors.subarray(0, 300 * 384)).toEqual(first.vectors)
    expect((await load(10)).vectors).toEqual(first.vectors.slice(0, 10 * 384))
  })

  test('goes on from a cache that was cut in the middle of a vector', async () => {
    const whole = await load(300)
    await truncate(await cachePath(), 600 * ROW_BYTES + 7)
    embedded = []
    expect(await load(300)).toEqual(whole)
    expect(embedded).toEqual(corpus.slice(600, 800))
  })

  test('embeds again from the first vector that is none', async () => {
    const whole = await load(300)
    const file = await open(await cachePath(), 'r+')
    await file.write(new Uint8Array(ROW_BYTES), 0, ROW_BYTES, 700 * ROW_BYTES)
    await file.close()
    embedded = []
    expect(await load(300)).toEqual(whole)
    expect(embedded).toEqual(corpus.slice(700, 800))
  })

  test('more texts than there are cannot be had', async () => {
    await expect(load(701)).rejects.toThrow(RangeError)
  })
})
