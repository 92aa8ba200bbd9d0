import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { sandboxCommand } from './sandbox-command.ts'
import { completeLimits } from './sandbox-limits.ts'

const thisFile = JSON.stringify(fileURLToPath(import.meta.url))

/** Runs an expression in the process that holds the sandbox, outside the realm of the code. */
async function evaluate(expression: string): Promise<string> {
  const program = `try { console.log(String(${expression})) } catch (error) { console.log(error.code ?? error.message) }`
  const { file, args, cwd, env } = sandboxCommand(completeLimits(), program)
  return await new Promise((resolve) => {
    execFile(file, [...args], { cwd, env: { ...env }, encoding: 'utf8' }, (_, stdout, stderr) => {
      resolve(stdout.trim() || stderr)
    })
  })
}

describe('the process of the sandbox, even where the realm of the code is left behind,', () => {
  test.each([
    ['reads no file', `require('fs').readFileSync(${thisFile}, 'utf8')`],
    ['reads no folder', "require('fs').readdirSync('/')"],
    ['writes no file', `require('fs').writeFileSync(${thisFile} + '.new', 'x')`],
    ['starts no process', "require('child_process').execSync('id')"],
    ['starts no thread', "new (require('worker_threads').Worker)('1', { eval: true })"],
    ['loads no addon', `process.dlopen({ exports: {} }, ${thisFile})`],
    ['opens no inspector', "new (require('inspector').Session)().connect()"],
    ['starts no WASI', "new (require('wasi').WASI)({ version: 'preview1' })"],
  ])('%s', async (_, expression) => {
    expect(await evaluate(expression)).toMatch(/^ERR_(ACCESS_DENIED|DLOPEN_DISABLED)$/)
  })

  test.each([
    [
      'makes no code from text',
      "Function('return 1')()",
      /Code generation from strings disallowed/,
    ],
    ['has no WebAssembly', 'typeof WebAssembly', /^undefined$/],
    [
      'changes no built-in',
      'Object.isFrozen(Object.prototype) && Object.isFrozen(Error)',
      /^true$/,
    ],
    ['knows nothing of its caller', 'Object.keys(process.env)', /^TZ(,_)?$/],
    [
      'reckons in one time zone',
      'new Date(2026, 6, 1).toISOString()',
      /^2026-07-01T00:00:00.000Z$/,
    ],
    ['stands in no folder of its caller', 'process.cwd().length < 4', /^true$/],
  ])('%s', async (_, expression, outcome) => {
    expect(await evaluate(expression)).toMatch(outcome)
  })

  test('without anything taken away, the same expressions do work', async () => {
    const program = `console.log(require('fs').readFileSync(${thisFile}, 'utf8').length > 0, Function('return 1')())`
    const { stdout } = await new Promise<{ stdout: string }>((resolve) => {
      execFile(process.execPath, ['--eval', program], (_, out) => resolve({ stdout: out }))
    })
    expect(stdout.trim()).toBe('true 1')
    expect(existsSync(fileURLToPath(import.meta.url))).toBe(true)
  })

  test.runIf(existsSync('/bin/sh'))('is bound by its limits from outside too', () => {
    const { file, args } = sandboxCommand(completeLimits({ cpuSeconds: 3, dataMiB: 200 }))
    expect(file).toBe('/bin/sh')
    expect(args[1]).toMatch(/ulimit -c 0 .*ulimit -f 0 .*-t 3 .*-t 4 .*-d 204800 /)
  })
})
