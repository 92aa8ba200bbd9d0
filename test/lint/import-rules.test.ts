import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { repository } from './files.ts'

const SIBLINGS = [
  'models',
  'tasks',
  'learning',
  'sharing',
  'storage',
  'network',
  'chain',
  'report',
  'attestation',
]
const DECISIONS = ['protocol', 'tasks', 'learning', 'sharing']

interface Case {
  /** Path of the small file that is written. */
  file: string
  content: string
  /** The lint rule that refuses it; absent when it is allowed. */
  refusedBy?: string
}

const imports = 'no-restricted-imports'

/** A file in `folder` that imports `specifier`. */
function importing(folder: string, specifier: string, refusedBy?: string): Case {
  const name = specifier.replaceAll(/[^a-z0-9]+/gi, '-')
  return {
    file: `src/${folder}/from${name}.ts`,
    content: `import { x } from '${specifier}'\n\nexport const y = x\n`,
    ...(refusedBy === undefined ? {} : { refusedBy }),
  }
}

function forbidden(folder: string, ...specifiers: string[]): Case[] {
  return specifiers.map((specifier) => importing(folder, specifier, imports))
}

function allowed(folder: string, ...specifiers: string[]): Case[] {
  return specifiers.map((specifier) => importing(folder, specifier))
}

function impure(folder: string, name: string, content: string, refusedBy: string): Case {
  return { file: `src/${folder}/impure-${name}.ts`, content, refusedBy }
}

const cases: Case[] = [
  ...SIBLINGS.flatMap((from) => [
    ...forbidden(from, ...SIBLINGS.filter((to) => to !== from).map((to) => `../${to}/x.ts`)),
    ...forbidden(from, '../node/x.ts', '../cli/x.ts', '../api/x.ts', '../index.ts'),
    ...forbidden(from, '../../test/compliance/store.ts', './own.test.ts'),
    ...allowed(from, '../protocol/x.ts', './own.ts', 'zod'),
    ...forbidden('protocol', `../${from}/x.ts`),
    ...(from === 'report' ? [] : forbidden('cli', `../${from}/x.ts`)),
    ...(from === 'report' ? [] : forbidden('api', `../${from}/x.ts`)),
    ...allowed('node', `../${from}/x.ts`),
  ]),
  ...forbidden('learning/prior', '../../models/x.ts', '../../node/x.ts'),
  ...allowed('learning/prior', '../../protocol/ports.ts', '../own.ts'),
  ...forbidden('learning', 'node:fs/promises', 'node:net', 'node:child_process'),
  ...forbidden('sharing', 'node:fs', 'node:sqlite'),
  ...allowed('storage', 'node:sqlite', 'node:fs/promises'),
  ...forbidden('protocol', 'node:fs', 'node:crypto', 'fs', 'viem', '@libp2p/tcp', '../node/x.ts'),
  ...forbidden('protocol', '@ipld/car', '../../test/setup.ts', '../index.ts'),
  ...allowed('protocol', 'zod', 'multiformats/cid', '@ipld/dag-cbor', '@noble/hashes/sha3.js'),
  ...allowed('protocol', '@noble/curves/ed25519.js', './own.ts'),
  ...allowed('protocol/merkle', '../errors.ts', '../ports/store.ts'),
  ...forbidden('node', '../cli/x.ts', '../api/x.ts', '../../test/setup.ts', '../index.ts'),
  ...allowed('node', '../protocol/x.ts', 'node:fs', 'pino'),
  ...allowed('cli', '../node/x.ts', '../protocol/x.ts', '../sdk/x.ts', 'node:util', 'commander'),
  ...allowed('cli', '../demo/x.ts', '../report/x.ts'),
  ...allowed('api', '../node/x.ts', '../protocol/x.ts'),
  ...forbidden('sdk', '../node/x.ts', '../learning/x.ts', 'node:fs'),
  ...allowed('sdk', '../protocol/x.ts'),
  {
    file: 'src/learning/type-only.ts',
    content: "import type { X } from '../models/x.ts'\n\nexport type Y = X\n",
    refusedBy: imports,
  },
  {
    file: 'src/learning/re-export.ts',
    content: "export { x } from '../models/x.ts'\n",
    refusedBy: imports,
  },
  {
    file: 'src/cli/lazy.ts',
    content: "export const x = await import('../storage/x.ts')\n",
    refusedBy: imports,
  },
  {
    file: 'src/learning/beside.test.ts',
    content: "import { x } from '../../test/compliance/store.ts'\n\nexport const y = x\n",
  },
  ...DECISIONS.flatMap((folder) => [
    impure(folder, 'random', 'export const x = Math.random()\n', 'no-restricted-properties'),
    impure(folder, 'now', 'export const x = Date.now()\n', 'no-restricted-properties'),
    impure(folder, 'timer', 'setTimeout(() => {}, 1)\n', 'no-restricted-globals'),
    impure(folder, 'console', "console.log('x')\n", 'no-console'),
  ]),
  { file: 'src/models/clock.ts', content: 'export const x = Date.now()\n' },
  { file: 'src/cli/print.ts', content: "console.log('x')\n" },
  { file: 'scripts/print.ts', content: "console.log('x')\n" },
  {
    file: 'src/node/default.ts',
    content: 'export default 1\n',
    refusedBy: 'no-default-export',
  },
]

describe('the import rules', () => {
  let root: string
  let refusals: Map<string, string[]>

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'dso-lint-'))
    await copyFile(join(repository, '.oxlintrc.json'), join(root, '.oxlintrc.json'))
    for (const { file, content } of cases) {
      await mkdir(dirname(join(root, file)), { recursive: true })
      await writeFile(join(root, file), content)
    }
    refusals = await lint(root)
  })

  afterAll(async () => {
    await rm(root, { recursive: true, force: true })
  })

  test('no two cases share a file', () => {
    expect(new Set(cases.map(({ file }) => file)).size).toBe(cases.length)
  })

  test.each(cases.filter((each) => each.refusedBy !== undefined))(
    '$file is refused by $refusedBy',
    ({ file, refusedBy }) => {
      expect(refusals.get(file) ?? []).toContainEqual(expect.stringContaining(`(${refusedBy})`))
    },
  )

  test.each(cases.filter((each) => each.refusedBy === undefined))(
    '$file is allowed',
    ({ file }) => {
      expect(refusals.get(file) ?? []).toEqual([])
    },
  )
})

/** The rules that each file breaks, by path relative to `root`. */
async function lint(root: string): Promise<Map<string, string[]>> {
  const program = join(repository, 'node_modules/oxlint/bin/oxlint')
  const run = promisify(execFile)(process.execPath, [program, '--format=json', '.'], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  })
  // The linter exits with 1 because it found something, as it must here.
  const { stdout } = await run.catch((error: unknown) => error as { stdout: string })
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { filename: string; code: string }[]
  }
  const byFile = new Map<string, string[]>()
  for (const { filename, code } of diagnostics) {
    const file = filename.replaceAll('\\', '/').replace(/^\.\//, '')
    byFile.set(file, [...(byFile.get(file) ?? []), code])
  }
  return byFile
}
