import { existsSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Escape,
  FORGING_ESCAPES,
  GREEDY_ESCAPES,
  type Loot,
  REACHING_ESCAPES,
  REALM_ESCAPES,
} from '../../../test/fixtures/sandbox-escapes.ts'
import { temporaryFolders } from '../../../test/temporary-folders.ts'
import { runInSandbox } from './run-in-sandbox.ts'
import type { SandboxResult } from './sandbox-result.ts'

const SECRET = 'correct-horse-battery-staple'
const makeFolder = temporaryFolders()
let server: Server
let loot: Loot
let connections = 0

beforeAll(async () => {
  const folder = makeFolder()
  writeFileSync(join(folder, 'secret.txt'), SECRET)
  server = createServer((socket) => {
    connections++
    socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${SECRET.length}\r\n\r\n${SECRET}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  loot = { file: join(folder, 'secret.txt'), forbidden: join(folder, 'made.txt'), port }
  process.env['DSO_TEST_SECRET'] = SECRET
})
afterAll(() => {
  delete process.env['DSO_TEST_SECRET']
  server.close()
})

const limits = { cpuSeconds: 1 }

async function attack(escape: Escape): Promise<SandboxResult> {
  return await runInSandbox({
    code: escape.code(loot),
    calls: [{ name: 'attack', args: ['argument'] }],
    limits,
  })
}

function reasonOf(result: SandboxResult): string {
  return result.ok ? 'ok' : result.reason
}

/** Nothing got out, nothing was left behind, and the next run is as good as new. */
async function expectHeld(result: SandboxResult): Promise<void> {
  const text = JSON.stringify(result)
  expect(text).not.toContain(SECRET)
  expect(text).not.toContain('got-out')
  expect(text).not.toContain(process.cwd())
  expect(existsSync(loot.forbidden)).toBe(false)
  expect(connections).toBe(0)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  const code =
    'function attack(a) { return [a, typeof forged, Object.keys(globalThis).length, JSON.stringify({ a })] }'
  const next = await runInSandbox({ code, calls: [{ name: 'attack', args: [7] }], limits })
  const value = [7, 'undefined', 1, '{"a":7}']
  expect(next).toEqual({ ok: true, results: [{ kind: 'value', value }] })
}

describe('no way out of the sandbox:', () => {
  test.each(REACHING_ESCAPES)('$name', async (escape) => {
    await expectHeld(await attack(escape))
  })

  test.each(REALM_ESCAPES)('$name', async (escape) => {
    await expectHeld(await attack(escape))
  })

  test.each(FORGING_ESCAPES)('$name is data or a failure', async (escape) => {
    const result = await attack(escape)
    const outcomes = result.ok ? result.results : []
    const values = outcomes.flatMap((each) => (each.kind === 'value' ? [each.value] : []))
    expect(outcomes.length).toBeLessThan(2)
    expect(values).not.toContain('forged')
    expect(values).not.toContainEqual(['forged'])
    await expectHeld(result)
  })

  test.each(GREEDY_ESCAPES)('$name is bounded', async ({ ends, ...escape }) => {
    const result = await attack(escape)
    expect(ends === undefined ? undefined : reasonOf(result)).toBe(ends)
    await expectHeld(result)
  })

  test('there are at least 50 attacks, and several of them work where nothing holds them', async () => {
    const all = [...REACHING_ESCAPES, ...REALM_ESCAPES, ...FORGING_ESCAPES, ...GREEDY_ESCAPES]
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(50)
    const { createRequire } = await import('node:module')
    const open = { require: createRequire(import.meta.url), process }
    const stolen = REACHING_ESCAPES.filter((escape) => {
      if (!/require of fs|getBuiltinModule|environment|direct eval|^Function/.test(escape.name))
        return false
      const got: unknown = runInNewContext(`${escape.code(loot)}; attack.call(this)`, { ...open })
      return /correct-horse|got-out/.test(String(got))
    })
    expect(stolen.length).toBeGreaterThanOrEqual(5)
  })
})

describe('runInSandbox', () => {
  const run = async (code: string, ...calls: [name: string, ...args: never[]][]) =>
    await runInSandbox({ code, calls: calls.map(([name, ...args]) => ({ name, args })) })

  test('calls functions with values of JSON and returns theirs', async () => {
    const code = `
      function echo(value) { return value }
      const add = (a, b) => a + b
      class List { }
      let hidden = function (list) { return { sum: list.reduce((a, b) => a + b, 0), text: 'ü\\u2028"\\\\', minus: -0 } }`
    const value = { list: [1, null, true, 'a\nb', { deep: [[]] }], 'odd key\u2028': 1e21 }
    const result = await runInSandbox({
      code,
      calls: [
        { name: 'echo', args: [value] },
        { name: 'add', args: [0.1, 0.2] },
        { name: 'hidden', args: [[1, 2, 3]] },
      ],
    })
    expect(result).toEqual({
      ok: true,
      results: [
        { kind: 'value', value },
        { kind: 'value', value: 0.1 + 0.2 },
        { kind: 'value', value: { sum: 6, text: 'ü\u2028"\\', minus: 0 } },
      ],
    })
  })

  test('a call that throws, or returns what JSON cannot say, spoils no other', async () => {
    const code = `
      const throws = () => { throw new TypeError('no') }
      const nothing = () => {}, nan = () => 0 / 0, map = () => new Map(), holes = () => [1, , 2], day = () => new Date(0)
      const fine = () => 1`
    const names = ['throws', 'nothing', 'nan', 'map', 'holes', 'day', 'fine'] as const
    const result = await run(code, ...names.map((name): [string] => [name]))
    expect(result).toEqual({
      ok: true,
      results: [
        { kind: 'threw', message: 'no' },
        { kind: 'not-json', message: 'undefined' },
        { kind: 'not-json', message: 'NaN' },
        { kind: 'not-json', message: 'an object that is not plain' },
        { kind: 'not-json', message: 'undefined' },
        { kind: 'not-json', message: 'an object that is not plain' },
        { kind: 'value', value: 1 },
      ],
    })
  })

  test.each([
    ['syntax', 'function attack( {'],
    ['syntax', 'return 1'],
    ['syntax', 'await 1'],
    ['syntax', 'export function attack() {}'],
    ['syntax', `${' '.repeat(20_000)}1`],
    ['threw', 'null.x'],
    ['malformed', 'function other() {}'],
    ['malformed', 'const attack = 1'],
  ])('%s: %j', async (reason, code) => {
    expect(await run(code, ['attack'])).toMatchObject({ ok: false, reason })
  })

  test('no calls only load the code', async () => {
    expect(await run('const a = 1')).toEqual({ ok: true, results: [] })
  })

  test('what a call leaves is seen by the next call of the same run only', async () => {
    const code = 'let n = 0; function attack() { globalThis.forged = true; return ++n }'
    const twice = await run(code, ['attack'], ['attack'])
    const values = [1, 2].map((value) => ({ kind: 'value', value }))
    expect(twice).toEqual({ ok: true, results: values })
    expect(await run(code, ['attack'])).toEqual({ ok: true, results: values.slice(0, 1) })
  })

  test('many runs at once do not disturb one another', async () => {
    const runs = Array.from({ length: 6 }, async (_, n) =>
      runInSandbox({ code: `const give = () => ${n}`, calls: [{ name: 'give', args: [] }] }),
    )
    expect(await Promise.all(runs)).toEqual(
      runs.map((_, value) => ({ ok: true, results: [{ kind: 'value', value }] })),
    )
  })

  test.each(['a b', '', '1a', 'a.b', 'a;', 'ä', 'a'.repeat(65)])(
    'a function cannot be called %j',
    async (name) => {
      await expect(runInSandbox({ code: '', calls: [{ name, args: [] }] })).toRejectDso(
        'OPTION_INVALID',
      )
    },
  )

  test('a reserved word is a name that no function has', async () => {
    expect(await run('', ['class'])).toMatchObject({ ok: false, reason: 'malformed' })
  })

  test('an aborted run rejects with the reason of its signal, before and during', async () => {
    const reason = new Error('enough')
    const loop = { code: 'for (;;);', calls: [] }
    await expect(runInSandbox(loop, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    const controller = new AbortController()
    const running = runInSandbox(loop, { signal: controller.signal })
    setTimeout(() => controller.abort(reason), 50)
    await expect(running).rejects.toBe(reason)
  })
})
