import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DemoOptions } from '../../src/demo/demo-options.ts'
import { runDemo } from '../../src/demo/run-demo.ts'
import { ENCODER_WEIGHTS } from '../../src/node/open-model.ts'
import { parseReport } from '../../src/protocol/report/report-format.ts'
import { liveWeights } from '../live-weights.ts'
import { temporaryFolders } from '../temporary-folders.ts'

/** The smallest there is: too weak to learn much, which is no matter here. */
const MODEL = 'smollm2-135m-instruct-q4_1'

const makeFolder = temporaryFolders()
const weights = await liveWeights(MODEL)
const encoder = weights.kind === 'present' ? await liveWeights(ENCODER_WEIGHTS) : weights

/** A data folder whose weights are those of the live tests. */
function dataFolderWith(paths: Readonly<Record<string, string>>): string {
  const folder = join(makeFolder(), 'data')
  mkdirSync(folder)
  const cache = resolve(dirname(dirname(paths['model.gguf'] ?? '')))
  symlinkSync(cache, join(folder, 'weights'), 'junction')
  return folder
}

describe.skipIf(encoder.kind === 'absent')('a demo on a real model', () => {
  test('it ends with a valid report, and a rerun repeats no call', async () => {
    if (weights.kind === 'absent') throw new Error(weights.reason)
    const options: DemoOptions = {
      seeds: [1],
      agents: 2,
      toolsPerAgent: 1,
      size: 'default',
      source: { kind: 'weights', name: MODEL },
      dataFolder: dataFolderWith(weights.paths),
      runsFolder: makeFolder(),
      threads: undefined,
      recordTo: undefined,
    }
    const { report, timing, files } = await runDemo(options)
    const text = readFileSync(files.reportJson, 'utf8')
    expect(parseReport(text)).toEqual(report)
    expect(report.run.model.name).toBe(MODEL)
    expect(report.arms.find(({ id }) => id === 'oracle')?.n).toBe(4)
    expect(report.poison.length).toBeGreaterThan(0)
    const calls = report.usage.reduce((sum, stage) => sum + stage.calls, 0)
    expect(calls).toBeGreaterThan(20)
    expect(timing).toMatchObject({ callsMade: calls, callsFromEarlierRuns: 0 })

    const again = await runDemo(options)
    expect(again.timing).toMatchObject({ callsMade: 0, callsFromEarlierRuns: calls })
    expect(readFileSync(again.files.reportJson, 'utf8')).toBe(text)
  })
})
