import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BenchPackage, installPackage } from './install-package.ts'
import { startNumpy } from './numpy.ts'
import type { runCommand } from './run-command.ts'

let folder = ''
let commands: string[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dso-packages-'))
  commands = []
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

const wanted: BenchPackage = { name: 'thing', version: '1.2.3', from: 'npm', integrity: 'sha512-x' }

/** Does what npm does, with a tarball of this hash. */
function npmWith(integrity: string): typeof runCommand {
  return async (command, args, { cwd }) => {
    commands.push([command, ...args].join(' '))
    await mkdir(join(cwd, 'node_modules', 'thing'), { recursive: true })
    const packages = { 'node_modules/thing': { integrity } }
    await writeFile(join(cwd, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }))
  }
}

describe('installPackage', () => {
  test('installs once, without scripts and optional packages', async () => {
    const run = npmWith('sha512-x')
    const path = await installPackage(wanted, { folder, run })
    expect(await installPackage(wanted, { folder, run })).toBe(path)
    expect(await readdir(join(path, 'node_modules'))).toContain('thing')
    expect(commands).toHaveLength(1)
    expect(commands[0]).toMatch(/^npm install .*--ignore-scripts --omit=optional .*thing@1\.2\.3$/)
    expect(await readdir(folder)).toEqual(['thing-1.2.3'])
  })

  test('another tarball than the pinned one is refused, and nothing of it stays', async () => {
    const run = npmWith('sha512-y')
    await expect(installPackage(wanted, { folder, run })).toRejectDso('RUNTIME_MISSING')
    expect(await readdir(folder)).toEqual([])
  })

  test('says by which command it can be had by hand', async () => {
    const run = async (): Promise<void> => {
      throw new Error('no route to host')
    }
    const numpy: BenchPackage = { name: 'numpy', version: '2.4.6', from: 'pip' }
    const failed = installPackage(numpy, { folder, run })
    await expect(failed).toRejectDso('RUNTIME_MISSING')
    const target = join(folder, 'numpy-2.4.6')
    await expect(failed).rejects.toMatchObject({
      details: {
        reason: 'no route to host',
        command: expect.stringMatching(/^python3 -m pip install .* numpy==2\.4\.6$/),
      },
    })
    await expect(failed).rejects.toMatchObject({
      details: { command: expect.stringContaining(`--target ${target}`) },
    })
    expect(await readdir(folder)).toEqual([])
  })

  test('an interrupted install ends with the reason of the interruption', async () => {
    const controller = new AbortController()
    const run = async (): Promise<void> => {
      controller.abort(new Error('enough'))
      throw new Error('killed')
    }
    const { signal } = controller
    await expect(installPackage(wanted, { folder, run, signal })).rejects.toThrow('enough')
  })
})

test('Python without the right numpy is no rival', async () => {
  await expect(startNumpy({ modules: folder, version: '0.0.0' })).toRejectDso('RUNTIME_MISSING')
})
