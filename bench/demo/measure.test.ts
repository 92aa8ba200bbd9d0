import { existsSync } from 'node:fs'
import { lstat, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readReportFixture } from '../../test/fixtures/read-report.ts'
import { temporaryFolders } from '../../test/temporary-folders.ts'
import type { DemoOptions } from '../../src/demo/demo-options.ts'
import type { DemoResult, runDemo } from '../../src/demo/run-demo.ts'
import { measureDemo, type MeasureOptions, minutesOf } from './measure.ts'
import { formatResults, parseResults } from './results.ts'
import { summarise } from './summarise.ts'

const temporaryFolder = temporaryFolders()

function optionsIn(dataFolder: string): MeasureOptions {
  const source = { kind: 'weights', name: 'a-model' } as const
  return { seeds: [4, 5], source, dataFolder, threads: undefined, sources: 'a' }
}

/**
 * A demo that takes ten minutes a seed in no time. As the real one it keeps its calls in its data folder, and finds
 * them there again. `stopAt` names the run that is killed after its calls.
 */
function fakeDemo(stopAt?: DemoOptions['size']) {
  const ran: DemoOptions[] = []
  const run: typeof runDemo = async (options): Promise<DemoResult> => {
    ran.push(options)
    const calls = join(options.dataFolder, 'calls.sqlite')
    const found = existsSync(calls)
    await writeFile(calls, '')
    if (options.size === stopAt) throw new Error('killed')
    return {
      report: readReportFixture(),
      timing: {
        startedAt: '2026-01-01T00:00:00.000Z',
        stages: [],
        totalSeconds: 600 * options.seeds.length,
        cores: 2,
        callsMade: found ? 0 : 100,
        callsFromEarlierRuns: found ? 100 : 0,
      },
      files: { folder: '', reportJson: '', reportHtml: 'report.html', timingJson: '' },
    }
  }
  return { run, ran }
}

test('runs the full size over all seeds, then the default size over the first, with calls of their own', async () => {
  const dataFolder = temporaryFolder()
  const { run, ran } = fakeDemo()
  const { full, default: single } = await measureDemo(optionsIn(dataFolder), { run })
  expect(ran.map(({ size, seeds, toolsPerAgent }) => ({ size, seeds, toolsPerAgent }))).toEqual([
    { size: 'full', seeds: [4, 5], toolsPerAgent: 3 },
    { size: 'default', seeds: [4], toolsPerAgent: 2 },
  ])
  const folders = ran.map((options) => options.dataFolder)
  expect(new Set([...folders, dataFolder]).size).toBe(3)
  for (const folder of folders)
    expect((await lstat(join(folder, 'weights'))).isSymbolicLink()).toBe(true)
  expect(minutesOf(full)).toBe(10)
  expect(minutesOf(single)).toBe(10)
})

test('what was killed goes on: a finished run is kept, an unfinished one resumes and is not timed', async () => {
  const options = optionsIn(temporaryFolder())
  await expect(measureDemo(options, fakeDemo('default'))).rejects.toThrow('killed')
  const again = fakeDemo()
  const { full, default: single } = await measureDemo(options, again)
  expect(again.ran.map(({ size }) => size)).toEqual(['default'])
  expect(minutesOf(full)).toBe(10)
  expect(minutesOf(single)).toBeNull()
})

test('a finished measurement begins anew, so that it is timed anew', async () => {
  const options = optionsIn(temporaryFolder())
  await measureDemo(options, fakeDemo())
  const again = fakeDemo()
  const { full } = await measureDemo(options, again)
  expect(again.ran).toHaveLength(2)
  expect(minutesOf(full)).toBe(10)
})

test('what was begun with other sources is thrown away', async () => {
  const options = optionsIn(temporaryFolder())
  await expect(measureDemo(options, fakeDemo('default'))).rejects.toThrow('killed')
  const again = fakeDemo()
  const { default: single } = await measureDemo({ ...options, sources: 'b' }, again)
  expect(again.ran.map(({ size }) => size)).toEqual(['full', 'default'])
  expect(minutesOf(single)).toBe(10)
})

test('answers of the demo itself are not found, and the weights stay when the scratch goes', async () => {
  const dataFolder = temporaryFolder()
  await mkdir(join(dataFolder, 'weights'))
  await writeFile(join(dataFolder, 'weights', 'model.gguf'), 'weights')
  await writeFile(join(dataFolder, 'calls.sqlite'), '')
  await measureDemo(optionsIn(dataFolder), fakeDemo())
  const { full } = await measureDemo(optionsIn(dataFolder), fakeDemo())
  expect(minutesOf(full)).toBe(10)
  expect(existsSync(join(dataFolder, 'weights', 'model.gguf'))).toBe(true)
})

test('the results are read back as written, without minutes that were not measured', async () => {
  const options = optionsIn(temporaryFolder())
  await expect(measureDemo(options, fakeDemo('default'))).rejects.toThrow('killed')
  const measurement = await measureDemo(options, fakeDemo())
  const results = summarise(measurement, { cpu: 'a processor', cores: 2, threads: null })
  expect(parseResults(formatResults(results))).toEqual(results)
  expect(results.figures.map(({ id }) => id)).toContain('minutes-full')
  expect(results.figures.map(({ id }) => id)).not.toContain('minutes-default')
  expect(results.notMeasured).toContain('minutes-default')
  expect(results.runs.default.callsFromEarlierRuns).toBe(100)
})
