import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { fc, test as propertyTest } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { makeCompletion } from '../../test/compliance/cassette.ts'
import { temporaryFolders } from '../../test/temporary-folders.ts'
import type { CassetteEntry } from './cassette-entry.ts'
import { openRecording } from './open-recording.ts'
import { MAX_RECORDING_BYTES, MAX_UNPACKED_BYTES } from './recording-format.ts'
import { writeRecording } from './write-recording.ts'

const makeFolder = temporaryFolders()
const makePath = () => join(makeFolder(), 'run.recording')

const entries: CassetteEntry[] = [
  { kind: 'embedding', key: 'b', vector: Float32Array.of(0.25, -1e-40) },
  { kind: 'completion', key: 'b', completion: makeCompletion('text \ud83d\n') },
  { kind: 'completion', key: 'a', completion: makeCompletion('☃') },
]

function pack(text: string): Uint8Array {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
}

/** A recording file whose header fits its lines, whatever they are. */
function packLines(lines: string[], header: object = {}): Uint8Array {
  const body = lines.map((line) => `${line}\n`).join('')
  const sha256 = createHash('sha256').update(body).digest('hex')
  const first = { format: 'dso-recording', version: 1, entries: lines.length, sha256, ...header }
  return pack(`${JSON.stringify(first)}\n${body}`)
}

describe('writeRecording and openRecording', () => {
  test('every entry comes back as it was', async () => {
    const path = makePath()
    const written = await writeRecording({ path, entries })
    expect(written).toEqual({ bytes: readFileSync(path).length, entries: 3 })
    const recording = await openRecording({ path })
    expect(recording.size).toBe(3)
    expect(await recording.get('a')).toEqual(makeCompletion('☃'))
    expect(await recording.get('b')).toEqual(makeCompletion('text \ud83d\n'))
    expect(await recording.get('c')).toBeUndefined()
    expect(await recording.embeddings.get('b')).toEqual(Float32Array.of(0.25, -1e-40))
    expect(await recording.embeddings.get('a')).toBeUndefined()
  })

  test('a recording of nothing is a recording', async () => {
    const path = makePath()
    await writeRecording({ path, entries: [] })
    expect((await openRecording({ path })).size).toBe(0)
  })

  propertyTest.prop([fc.shuffledSubarray(entries, { minLength: 3 })], { numRuns: 6 })(
    'equal entries give an equal file, in whatever order they come',
    async (shuffled) => {
      const [first, second] = [makePath(), makePath()]
      await writeRecording({ path: first, entries })
      await writeRecording({ path: second, entries: new Set(shuffled) })
      expect(readFileSync(second).equals(readFileSync(first))).toBe(true)
    },
  )

  test('of two completions with one key the first is kept', async () => {
    const path = makePath()
    const texts = ['first', 'second']
    const twice = texts.map(
      (text): CassetteEntry => ({ kind: 'completion', key: 'k', completion: makeCompletion(text) }),
    )
    expect(await writeRecording({ path, entries: twice })).toMatchObject({ entries: 1 })
    expect((await (await openRecording({ path })).get('k'))?.text).toBe('first')
  })

  test('a recording only answers, and its answers cannot be changed', async () => {
    const path = makePath()
    await writeRecording({ path, entries })
    const recording = await openRecording({ path })
    await expect(recording.put('x', makeCompletion('x'))).toRejectDso('RECORDING_READ_ONLY')
    await expect(recording.embeddings.put('x', Float32Array.of(1))).toRejectDso(
      'RECORDING_READ_ONLY',
    )
    const vector = await recording.embeddings.get('b')
    vector?.fill(9)
    expect(await recording.embeddings.get('b')).toEqual(Float32Array.of(0.25, -1e-40))
  })

  test('an entry that cannot be kept, or too many, leave the old file', async () => {
    const path = makePath()
    await writeRecording({ path, entries })
    const before = readFileSync(path)
    const completion = makeCompletion('x', { durationMs: Number.NaN })
    await expect(
      writeRecording({ path, entries: [{ kind: 'completion', key: 'k', completion }] }),
    ).toRejectDso('FORMAT_INVALID')
    const text = 'x'.repeat(MAX_UNPACKED_BYTES)
    const huge: CassetteEntry = { kind: 'completion', key: 'k', completion: makeCompletion(text) }
    await expect(writeRecording({ path, entries: [huge] })).toRejectDso('BYTES_TOO_LONG')
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readdirSync(dirname(path))).toEqual(['run.recording'])
  })

  test('a place that cannot be written is a failure of the storage', async () => {
    const path = makePath()
    mkdirSync(path)
    await expect(writeRecording({ path, entries })).toRejectDso('STORE_FAILED')
    expect(readdirSync(dirname(path))).toEqual(['run.recording'])
  })
})

describe('openRecording refuses', () => {
  const completion = JSON.stringify(makeCompletion('x'))
  const good = `{"key":"a","completion":${completion}}`

  test('nothing of what it would accept', async () => {
    const path = makePath()
    writeFileSync(path, packLines([good, '{"key":"a","vector":"AACAPw=="}']))
    expect((await openRecording({ path })).size).toBe(2)
  })

  test('a missing file and a folder', async () => {
    const path = makePath()
    await expect(openRecording({ path })).toRejectDso('RECORDING_CORRUPT')
    mkdirSync(path)
    await expect(openRecording({ path })).toRejectDso('RECORDING_CORRUPT')
    expect(existsSync(path)).toBe(true)
  })

  test.each([
    ['an empty file', new Uint8Array(0)],
    ['what is not packed', Buffer.from('{"format":"dso-recording"}\n')],
    ['too large a file', new Uint8Array(MAX_RECORDING_BYTES + 1)],
    ['too much in a small file', pack(' '.repeat(MAX_UNPACKED_BYTES + 1))],
    ['nothing in the package', pack('')],
    ['bytes that are no text', brotliCompressSync(Uint8Array.of(0xff, 0xfe, 0x0a))],
    ['another format', packLines([], { format: 'other' })],
    ['another version', packLines([], { version: 2 })],
    ['an unknown header field', packLines([], { more: 1 })],
    ['another hash', packLines([good], { sha256: '0'.repeat(64) })],
    ['a missing entry', packLines([good], { entries: 2 })],
    ['a line that is no JSON', packLines(['{'])],
    ['a line that is no entry', packLines(['{"key":"a"}'])],
    ['an unknown field', packLines([`{"key":"a","completion":${completion},"more":1}`])],
    ['an entry of both kinds', packLines([`{"key":"a","completion":${completion},"vector":""}`])],
    ['a key with a space', packLines([`{"key":"a b","completion":${completion}}`])],
    ['another spelling of an entry', packLines([good.replace('{"key"', '{ "key"')])],
    ['an empty vector', packLines(['{"key":"a","vector":""}'])],
    ['half a number', packLines(['{"key":"a","vector":"AAA="}'])],
    ['a vector with NaN', packLines(['{"key":"a","vector":"AADAfw=="}'])],
    ['another spelling of a vector', packLines(['{"key":"a","vector":"AACAPx=="}'])],
    ['an entry twice', packLines([good, good])],
    ['entries out of order', packLines(['{"key":"b","vector":"AACAPw=="}', good])],
  ])('%s', async (_, bytes) => {
    const path = makePath()
    writeFileSync(path, bytes)
    await expect(openRecording({ path })).toRejectDso('RECORDING_CORRUPT')
  })

  test('a file cut anywhere, and one with any byte changed', async () => {
    const path = makePath()
    await writeRecording({ path, entries })
    const whole = readFileSync(path)
    const unpacked = brotliDecompressSync(whole)
    for (let at = 0; at < whole.length; at++) {
      writeFileSync(path, whole.subarray(0, at))
      await expect(openRecording({ path })).toRejectDso('RECORDING_CORRUPT')
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 0x10
      writeFileSync(path, changed)
      const opened = await openRecording({ path }).then(
        () => 'opened',
        (error: { code: string }) => error.code,
      )
      // A bit that the packing does not use may change; a bit of the content may not.
      const expected = unpacksTo(changed, unpacked) ? 'opened' : 'RECORDING_CORRUPT'
      expect(opened).toBe(expected)
    }
  })
})

function unpacksTo(bytes: Uint8Array, expected: Buffer): boolean {
  try {
    return brotliDecompressSync(bytes).equals(expected)
  } catch {
    return false
  }
}
