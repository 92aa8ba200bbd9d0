import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readDemoBenchOptions } from './demo.ts'
import { runBench } from './run-bench.ts'

const written = { stdout: '', stderr: '' }

beforeEach(() => {
  Object.assign(written, { stdout: '', stderr: '' })
  for (const name of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      written[name] += String(text)
      return true
    })
  }
})

afterEach(() => {
  vi.restoreAllMocks()
})

describe('npm run bench', () => {
  test.each([[[]], [['--help']]])('%j lists the benches', async (args) => {
    expect(await runBench(args)).toBe(0)
    expect(written.stdout).toMatch(/^ {2}demo /m)
  })

  test('an unknown bench is refused with the list', async () => {
    expect(await runBench(['toString'])).toBe(2)
    expect(written.stderr).toContain('"toString"')
    expect(written.stderr).toMatch(/^ {2}demo /m)
  })

  test('demo --help says what is measured', async () => {
    expect(await runBench(['demo', '--help'])).toBe(0)
    expect(written.stdout).toContain('--seeds 5,6,7')
  })

  test.each([
    [['--seed', '1']],
    [['--seeds', '1,x']],
    [['--seeds', '']],
    [['--threads', '0']],
    [['surplus']],
  ])('demo %j is wrong usage', async (args) => {
    expect(await runBench(['demo', ...args])).toBe(2)
    expect(written.stderr).toContain('Usage: npm run bench -- demo')
  })
})

describe('readDemoBenchOptions', () => {
  test('measures three seeds unless told otherwise', () => {
    expect(readDemoBenchOptions([])).toMatchObject({ seeds: [5, 6, 7], threads: undefined })
  })

  test('takes each seed once', () => {
    const args = ['--seeds', '7,8,7', '--threads', '2', '--data-dir', 'x']
    const expected = { seeds: [7, 8], threads: 2, dataFolder: 'x' }
    expect(readDemoBenchOptions(args)).toMatchObject(expected)
  })
})
