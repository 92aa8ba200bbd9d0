import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DemoOptions, DemoProgress } from '../../src/demo/demo-options.ts'
import { type DemoResult, runDemo } from '../../src/demo/run-demo.ts'
import { PACKAGE_RECORDING } from '../../src/node/open-model.ts'
import { formatReport, parseReport } from '../../src/protocol/report/report-format.ts'
import type { Report } from '../../src/protocol/report/report.ts'
import { type RecordedDemo, recordDemo } from '../fixtures/record-demo.ts'
import { temporaryFolders } from '../temporary-folders.ts'

const AI = 10n ** 18n
const ARM_IDS = [
  'none',
  'own',
  'shared',
  'clean',
  'unverified',
  'placebo',
  'raw-errors',
  'template',
  'one-shot',
  'oracle',
]

const makeFolder = temporaryFolders()

/** A run of a recording in folders of its own. */
function replayOf(recording: string, agents: number): DemoOptions {
  const folder = makeFolder()
  return {
    seeds: [1],
    agents,
    toolsPerAgent: 2,
    size: 'default',
    source: { kind: 'replay', recording },
    dataFolder: join(folder, 'data'),
    runsFolder: join(folder, 'runs'),
    threads: undefined,
    recordTo: undefined,
  }
}

const runsIn = ({ runsFolder }: DemoOptions): string[] =>
  existsSync(runsFolder) ? readdirSync(runsFolder) : []

const armOf = (report: Report, id: string) => report.arms.find((arm) => arm.id === id)
const successOf = (report: Report, id: string) => armOf(report, id)?.success.value ?? Number.NaN
const figureOf = (report: Report, id: string) =>
  report.comparisons.find((figure) => figure.id === id)?.value

/** What must hold of every recording: chain, sockets and databases are real, only the model's answers are not. */
function replayChecks(begin: () => DemoOptions): void {
  let options: DemoOptions
  let results: PromiseSettledResult<DemoResult>[]
  let result: DemoResult
  let report: Report
  const progress: DemoProgress[] = []

  beforeAll(async () => {
    options = begin()
    // Two at once on one folder: either may win it, and the other finds it taken before it has told anything.
    const onProgress = (step: DemoProgress) => progress.push(step)
    const begun = [runDemo(options, { onProgress }), runDemo(options, { onProgress })]
    results = await Promise.allSettled(begun)
    const finished = results.find(({ status }) => status === 'fulfilled')
    if (finished?.status !== 'fulfilled') {
      throw new AggregateError(results.map((each) => 'reason' in each && each.reason))
    }
    result = finished.value
    report = result.report
  }, 300_000)

  test('a second run on the same data folder at the same time is refused', async () => {
    const refused = results.flatMap((each) => (each.status === 'rejected' ? [each] : []))
    expect(refused).toHaveLength(1)
    await expect(Promise.reject(refused[0]?.reason)).toRejectDso('DATA_FOLDER_LOCKED')
    expect(runsIn(options)).toHaveLength(1)
  })

  test('the table has every arm in its order', () => {
    expect(report.arms.map(({ id }) => id)).toEqual(ARM_IDS)
    for (const { n, success } of report.arms) {
      expect(n).toBe(2 * 2 * options.agents)
      expect(success.low).toBeLessThanOrEqual(success.value)
      expect(success.high).toBeGreaterThanOrEqual(success.value)
    }
  })

  test('own experience helps, and that of others helps where the own does not reach', () => {
    expect(successOf(report, 'own')).toBeGreaterThan(successOf(report, 'none'))
    expect(successOf(report, 'shared')).toBeGreaterThan(successOf(report, 'own'))
    expect(armOf(report, 'shared')?.foreignTools).toBeGreaterThan(
      armOf(report, 'own')?.foreignTools ?? 1,
    )
    expect(armOf(report, 'shared')?.callsPerEpisode).toBeLessThan(
      armOf(report, 'none')?.callsPerEpisode ?? 0,
    )
  })

  test('what was shared carries the votes and the quality it was judged by', () => {
    const shared = report.experiences.filter(({ status }) => status === 'shared')
    expect(shared.length).toBeGreaterThan(0)
    for (const { author, gate, quality, votes } of report.experiences) {
      expect(gate.wins).toBeGreaterThan(gate.losses)
      expect(gate.probability).toBeGreaterThanOrEqual(report.run.thresholds.gateProbability)
      // Everybody but the author: the other honest agents and the poisoner, which votes against all.
      expect(votes).toHaveLength(options.agents)
      expect(votes.map(({ voter }) => voter)).not.toContain(author)
      expect(votes).toContainEqual({ voter: 'poisoner', score: 0 })
      expect(quality).not.toBeNull()
    }
    for (const { quality } of shared) {
      expect(quality).toBeGreaterThanOrEqual(report.run.thresholds.useQuality)
    }
  })

  test('the poisoner loses its bond of 25 AI, and each of its texts is refused with a reason', () => {
    expect(report.poison).toHaveLength(4)
    for (const { author, quality, reason, promptsReached } of report.poison) {
      expect(author).toBe('poisoner')
      expect(quality).toBeLessThan(report.run.thresholds.slashQuality)
      expect(['slashed', 'instruction', 'failed-own-trial', 'low-quality']).toContain(reason)
      expect(promptsReached).toBe(0)
    }
    const lost = report.poison.reduce((sum, { slashedWei }) => sum + BigInt(slashedWei), 0n)
    expect(lost).toBe(25n * AI)
    expect(report.chain.slashed).toBeGreaterThanOrEqual(1)
    expect(figureOf(report, 'poisoned-texts-in-prompts')).toBe(0)
  })

  test('shards went over the wire and the registry', () => {
    const { network, chain } = report
    expect(chain.entries).toBeGreaterThanOrEqual(3)
    expect(network.messages).toBe(chain.entries)
    expect(network.announcementBytes).toBeGreaterThan(0)
    expect(network.blockBytesFetched).toBeGreaterThan(0)
    expect(chain.gasUsed).toBeGreaterThan(0)
    for (const stage of ['practice', 'sharing', 'review', 'settlement']) {
      expect(report.timeline.map((event) => event.stage)).toContain(stage)
    }
  })

  test('no call was made, and each was told as progress', () => {
    const calls = report.usage.reduce((sum, stage) => sum + stage.calls, 0)
    expect(result.timing).toMatchObject({ callsMade: 0, callsFromEarlierRuns: calls })
    expect(progress.at(-1)).toMatchObject({ callsDone: calls })
    expect(progress.at(-1)?.callsPredicted).toBe(
      report.usage.reduce((sum, stage) => sum + stage.predictedCalls, 0),
    )
  })

  test('the files are the report: valid, self-contained, without a script', () => {
    const { reportJson, reportHtml, timingJson } = result.files
    const json = readFileSync(reportJson, 'utf8')
    expect(parseReport(json)).toEqual(report)
    expect(json).toBe(formatReport(report))
    const html = readFileSync(reportHtml, 'utf8')
    expect(html.startsWith('<!doctype html>')).toBe(true)
    expect(html).not.toMatch(/<script/i)
    expect(html).not.toMatch(/<(?:link|img|iframe)\b|@import|\bsrc=/i)
    expect(JSON.parse(readFileSync(timingJson, 'utf8'))).toEqual(result.timing)
  })

  test('a run that was stopped leaves no files; the next one gives the same bytes as ever', async () => {
    const { source } = options
    const other = { ...options, ...replayOf('', options.agents), source }
    const stop = new AbortController()
    const stopped = runDemo(other, {
      signal: stop.signal,
      onProgress: ({ stage }) => {
        if (stage === 'review') stop.abort(new Error('stopped by hand'))
      },
    })
    await expect(stopped).rejects.toThrow('stopped by hand')
    expect(stop.signal.aborted).toBe(true)
    expect(runsIn(other)).toEqual([])

    const { files } = await runDemo(other)
    for (const name of ['reportJson', 'reportHtml'] as const) {
      expect(readFileSync(files[name], 'utf8')).toBe(readFileSync(result.files[name], 'utf8'))
    }
  })

  test('what was not recorded is a miss, and a run that misses leaves no files', async () => {
    const missing = { ...options, seeds: [2], runsFolder: join(makeFolder(), 'runs') }
    await expect(runDemo(missing)).toRejectDso('RECORDING_MISS')
    expect(runsIn(missing)).toEqual([])
  })
}

describe('a demo replayed from the recording of a scripted agent', () => {
  const path = join(makeFolder(), 'scripted.dso')
  let recorded: RecordedDemo
  let options: DemoOptions

  beforeAll(async () => {
    options = replayOf(path, 3)
    recorded = await recordDemo(path, options)
  }, 300_000)

  replayChecks(() => options)

  test('what it replays is what was recorded', async () => {
    const again = { ...replayOf(path, 3), recordTo: join(makeFolder(), 'again.dso') }
    const { report } = await runDemo(again)
    const learnt = [...recorded.run.outcomes.values()].flatMap(({ accepted }) => accepted)
    expect(report.experiences.map(({ cid }) => cid)).toEqual(learnt.map(({ cid }) => cid))
    expect(readFileSync(again.recordTo).equals(readFileSync(path))).toBe(true)

    // All experience of the honest stood in prompts, quoted; of the poisoner's texts none did.
    const quoted = (text: string | null): boolean =>
      recorded.prompts.some((prompt) => prompt.includes(JSON.stringify(text)))
    expect(report.experiences.filter(({ text }) => !quoted(text))).toEqual([])
    expect(report.poison.filter(({ text }) => quoted(text))).toEqual([])
    expect(successOf(report, 'shared')).toBe(1)
    expect(successOf(report, 'unverified')).toBeLessThan(1)
  })
})

describe("a demo replayed from the package's recording", () => {
  replayChecks(() => replayOf(PACKAGE_RECORDING, 4))
})
