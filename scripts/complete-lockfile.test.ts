import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

type Packages = Record<string, Record<string, unknown>>

describe('scripts/complete-lockfile.mjs', () => {
  let root: string

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'dso-lockfile-'))
    mkdirSync(join(root, 'scripts'))
    const source = fileURLToPath(new URL('complete-lockfile.mjs', import.meta.url))
    cpSync(source, join(root, 'scripts/complete-lockfile.mjs'))
  })

  afterEach(() => rmSync(root, { recursive: true, force: true }))

  function complete(packages: Packages): { status: number | null; packages: Packages } {
    const lockfile = join(root, 'package-lock.json')
    writeFileSync(lockfile, JSON.stringify({ packages }))
    const { status } = spawnSync(process.execPath, [join(root, 'scripts/complete-lockfile.mjs')])
    return { status, packages: JSON.parse(readFileSync(lockfile, 'utf8')).packages }
  }

  const tool = (optionalDependencies: Record<string, string>) => ({
    '': { name: 'x' },
    'node_modules/tool': {
      version: '1.0.0',
      integrity: 'sha512-x',
      dev: true,
      optionalDependencies,
    },
  })

  test.each([
    ['@tool/darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['tool-win32-amd64', { os: ['win32'], cpu: ['x64'] }],
    ['@tool/mac-arm64-metal', { os: ['darwin'], cpu: ['arm64'] }],
    ['tool-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['tool-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
  ])('adds %s with its platform', (name, platform) => {
    const { packages } = complete(tool({ [name]: '1.2.3' }))
    expect(packages[`node_modules/${name}`]).toEqual({
      version: '1.2.3',
      ...platform,
      dev: true,
      optional: true,
    })
  })

  test('leaves a complete lockfile as it is', () => {
    const packages = {
      ...tool({ 'tool-darwin-arm64': '1.2.3' }),
      'node_modules/tool-darwin-arm64': { version: '1.2.3', os: ['darwin'], cpu: ['arm64'] },
    }
    expect(complete(packages).packages).toEqual(packages)
  })

  test('guesses neither a version nor a platform', () => {
    const { packages } = complete(tool({ 'tool-darwin-x64': '^1.2.3', fsevents: '2.3.3' }))
    expect(Object.keys(packages)).toEqual(['', 'node_modules/tool'])
  })

  test('fails when a package of this platform has no integrity', () => {
    expect(complete({ 'node_modules/a': { version: '1.0.0' } }).status).toBe(1)
    expect(complete({ 'node_modules/a': { version: '1.0.0', integrity: 'x' } }).status).toBe(0)
  })

  test('the committed lockfile is complete', () => {
    const committed = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')
    const { packages } = JSON.parse(committed) as { packages: Packages }
    expect(complete(packages)).toEqual({ status: 0, packages })
  })
})
