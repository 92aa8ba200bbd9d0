import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ROOT } from './find-forge.ts'
import type { Profile } from './report.ts'

/** Names of the test files that compare TypeScript with the contracts, or play the model. */
const TESTS = ['differential', 'registry-model']

/**
 * Runs the TypeScript tests of the contracts and adds up the cases that they count.
 *
 * @returns cases by name; undefined when a test fails
 */
export async function countCases(profile: Profile): Promise<Record<string, number> | undefined> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dso-cases-'))
  const file = path.join(folder, 'cases.jsonl')
  writeFileSync(file, '')
  try {
    const status = await runVitest({ DSO_TEST_PROFILE: profile, DSO_CASE_COUNTS: file })
    return status === 0 ? sumCases(readFileSync(file, 'utf8')) : undefined
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Adds up the lines that the tests wrote, by name. */
export function sumCases(text: string): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const { name, cases } = JSON.parse(line) as { name: string; cases: number }
    sums[name] = (sums[name] ?? 0) + cases
  }
  return sums
}

async function runVitest(env: Readonly<Record<string, string>>): Promise<number | null> {
  const vitest = path.join(ROOT, 'node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', ...TESTS], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    // Data go to stdout, and what the tests print is none.
    stdio: ['ignore', 2, 2],
  })
  return await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code))
  })
}
