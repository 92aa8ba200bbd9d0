import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { hashInputs } from '../../scripts/contracts/hash-inputs.ts'
import { readReport } from '../../scripts/contracts/report.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MINUTES = 60_000

test(
  'the contracts pass their short profile: tests, attacks, gas, coverage',
  async () => {
    if (wasTested()) return
    const lines: string[] = []
    const status = await run((text) => lines.push(text))
    const output = status === 0 ? '' : lines.join('').slice(-4000)
    expect({ status, output }).toEqual({ status: 0, output: '' })
  },
  30 * MINUTES,
)

/** Whether the same has just been run by hand, or by the check before this one. */
function wasTested(): boolean {
  const last = readReport('short')
  if (last === undefined || last.inputs !== hashInputs()) return false
  return last.passed && last.gas !== undefined && last.coverage !== undefined
}

async function run(write: (text: string) => void): Promise<number | null> {
  const script = path.join(ROOT, 'scripts/test-contracts.ts')
  const child = spawn(process.execPath, [script], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.stderr.setEncoding('utf8').on('data', write)
  return await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
}
