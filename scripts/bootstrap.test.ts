import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const LOCK = JSON.stringify({
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/other-platform': { version: '2.0.0', optional: true },
  },
})
const INSTALLED = JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } })

/** Stands in for npm: notes its arguments, fails as npm does if told to, else "installs". */
const NPM = `
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs')
appendFileSync('npm.log', process.argv[2] + '\\n')
if (process.env.NPM_FAILS === process.argv[2]) {
  console.error(process.env.NPM_SAYS)
  process.exit(1)
}
mkdirSync('node_modules', { recursive: true })
writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(INSTALLED)})
`

describe('scripts/bootstrap.mjs', () => {
  let root: string

  beforeEach(async () => {
    root = join(await mkdtemp(join(tmpdir(), 'dso-bootstrap-')), 'a folder with spaces')
    await mkdir(join(root, 'scripts'), { recursive: true })
    await mkdir(join(root, 'src/cli'), { recursive: true })
    const source = fileURLToPath(new URL('bootstrap.mjs', import.meta.url))
    await cp(source, join(root, 'scripts/bootstrap.mjs'))
    await writeFile(join(root, 'package.json'), '{"type":"module"}')
    await writeFile(join(root, 'package-lock.json'), LOCK)
    await mkdir(join(root, 'npm'))
    await writeFile(join(root, 'npm/package.json'), '{"type":"commonjs"}')
    await writeFile(join(root, 'npm/npm.js'), NPM)
  })

  afterEach(async () => {
    await rm(join(root, '..'), { recursive: true, force: true })
  })

  async function haveInstalled(record = INSTALLED): Promise<void> {
    await mkdir(join(root, 'node_modules'))
    await writeFile(join(root, 'node_modules/.package-lock.json'), record)
  }

  async function npmCalls(): Promise<string[]> {
    const log = await readFile(join(root, 'npm.log'), 'utf8').catch(() => '')
    return log.split('\n').filter((line) => line !== '')
  }

  function start(args: string[], env: Record<string, string> = {}) {
    const options: SpawnOptions = {
      cwd: tmpdir(),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        npm_execpath: join(root, 'npm/npm.js'),
        npm_node_execpath: process.execPath,
        ...env,
      },
    }
    const child = spawn(process.execPath, [join(root, 'scripts/bootstrap.mjs'), ...args], options)
    const output = { text: '' }
    child.stdout?.on('data', (data: Buffer) => (output.text += data.toString()))
    child.stderr?.on('data', (data: Buffer) => (output.text += data.toString()))
    return { child, output }
  }

  async function run(args: string[], env: Record<string, string> = {}) {
    const { child, output } = start(args, env)
    const [code] = (await once(child, 'close')) as [number | null]
    return { code, text: output.text }
  }

  test('runs the command line with its arguments and passes on the exit code', async () => {
    await haveInstalled()
    await writeFile(
      join(root, 'src/cli/main.ts'),
      'const args: string[] = process.argv.slice(2)\nconsole.log(JSON.stringify(args))\nprocess.exit(7)\n',
    )
    expect(await run(['demo', '--seed', 'a b'])).toEqual({
      code: 7,
      text: '["demo","--seed","a b"]\n',
    })
    expect(await npmCalls()).toEqual([])
  })

  test('runs another program of the repository', async () => {
    await haveInstalled()
    await writeFile(join(root, 'tool.mjs'), 'console.log(process.argv.slice(2).join())\n')
    expect(await run(['--run', 'tool.mjs', 'x', '-y'])).toEqual({ code: 0, text: 'x,-y\n' })
  })

  test.each([
    ['nothing is installed', undefined],
    ['a package is missing', JSON.stringify({ packages: {} })],
    ['a version differs', JSON.stringify({ packages: { 'node_modules/a': { version: '0.9.0' } } })],
  ])('installs by the lockfile when %s', async (_, record) => {
    if (record !== undefined) await haveInstalled(record)
    const { code, text } = await run(['--install'])
    expect(text).toContain('Installing')
    expect(code).toBe(0)
    expect(await npmCalls()).toEqual(['ci'])
    expect((await run(['--install'])).text).toBe('')
  })

  test('installs without the lockfile check when npm takes the lockfile for incomplete', async () => {
    const { code } = await run(['--install'], {
      NPM_FAILS: 'ci',
      NPM_SAYS: 'npm error code EUSAGE',
    })
    expect(code).toBe(0)
    expect(await npmCalls()).toEqual(['ci', 'install'])
  })

  test('says why and exits with 3 when npm fails', async () => {
    const { code, text } = await run(['demo'], { NPM_FAILS: 'ci', NPM_SAYS: 'no network' })
    expect(code).toBe(3)
    expect(text).toContain('no network')
    expect(await npmCalls()).toEqual(['ci'])
  })

  test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'passes %s on once and keeps the exit code of the program',
    async (signal) => {
      await haveInstalled()
      await writeFile(
        join(root, 'src/cli/main.ts'),
        `let got = 0
         process.on('${signal}', () => { got++; setImmediate(() => { console.log('got', got); process.exit(130) }) })
         setInterval(() => {}, 1000)
         console.log('ready')\n`,
      )
      const { child, output } = start(['demo'])
      while (!output.text.includes('ready')) await once(child.stdout!, 'data')
      child.kill(signal)
      const [code] = (await once(child, 'close')) as [number | null]
      expect(code).toBe(130)
      expect(output.text).toBe('ready\ngot 1\n')
    },
  )

  test.skipIf(process.platform === 'win32')(
    'reports death by a signal as 128 + its number',
    async () => {
      await haveInstalled()
      await writeFile(join(root, 'src/cli/main.ts'), "process.kill(process.pid, 'SIGKILL')\n")
      expect((await run(['demo'])).code).toBe(137)
    },
  )
})
