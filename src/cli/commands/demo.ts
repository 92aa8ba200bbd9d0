import type { Command } from 'commander'
import type { DemoProgress } from '../../demo/demo-options.ts'
import type { DemoResult } from '../../demo/run-demo.ts'
import { addDemoOptions, readDemoOptions } from '../options/read-demo-options.ts'
import type { ProgressStep } from '../output/describe-step.ts'
import { lookOf, writeData, writeJson, writeMessage } from '../output/terminal.ts'
import { withProgress } from '../output/with-progress.ts'

const EXAMPLES = `Examples:
  dso demo                                   six minutes on two cores, once the weights are here
  dso demo --replay                          recorded answers: no weights, under a minute
  dso demo --full --seed 1,2,3               the published figures
  dso demo --endpoint http://localhost:11434/v1 --endpoint-model qwen2.5:7b
`

const AFTER = `
A key for --endpoint is read from DSO_ENDPOINT_KEY only.
Ctrl-C stops cleanly; the same command resumes without repeating a finished model call.`

/** Registers `dso demo`. */
export function addDemoCommand(program: Command): void {
  const command = program
    .command('demo')
    .description('Agents practise, share what helped, check each other, and are tested.')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', AFTER)
  addDemoOptions(command).action(runDemoCommand)
}

async function runDemoCommand(
  values: { dataDir?: string; json?: boolean },
  command: Command,
): Promise<void> {
  const { findDataFolder } = await import('../../node/data-folders.ts')
  const { DEFAULT_MODEL } = await import('../../node/open-model.ts')
  const options = readDemoOptions(command, {
    environment: process.env,
    dataFolder: findDataFolder(values.dataDir),
    defaultModel: DEFAULT_MODEL,
  })
  const { runDemo } = await import('../../demo/run-demo.ts')
  const result = await withProgress(
    { json: values.json === true, detail: () => '' },
    async ({ signal, progress }) =>
      await runDemo(options, {
        signal,
        onProgress: (step) => progress.update(toStep(step)),
        onEvent: (line) => progress.note(line),
      }),
  )
  if (values.json === true) showJson(result)
  else await showTable(result, options)
}

function toStep({ stage, detail, callsDone, callsPredicted, units }: DemoProgress): ProgressStep {
  const total = callsPredicted === 0 ? undefined : callsPredicted
  const counted = units ?? { done: callsDone, total, unit: 'calls' }
  return { stage, detail, ...counted }
}

function showJson({ report, timing, files }: DemoResult): void {
  writeJson(report)
  writeMessage(JSON.stringify({ event: 'finished', files, timing }))
}

async function showTable(
  { report, files }: DemoResult,
  { seeds, size }: { seeds: readonly number[]; size: string },
): Promise<void> {
  const { renderTable } = await import('../../report/render-table.ts')
  writeData(renderTable(report, lookOf(process.stdout)))
  const other = Math.max(...seeds) + 1
  const next = [
    ['dso ls', 'what the first agent holds now, its own and what others shared'],
    ['dso show CID', 'one experience, with its evidence and who uses it'],
    ['dso recall "TEXT"', 'what is known about a task'],
    [`dso demo --seed ${other}`, 'other tools with other rules'],
    ...(size === 'full' ? [] : [['dso demo --full', 'more tools and tasks: narrower intervals']]),
  ] as const
  const { paint } = lookOf(process.stderr)
  const lines = [
    '',
    `${paint('strong', 'Report')}  ${files.reportHtml}`,
    `${paint('strong', 'Data')}    ${files.reportJson}`,
    '',
    paint('strong', 'Try next'),
    ...next.map(([what, why]) => `  ${what.padEnd(22)}${paint('faint', why)}`),
  ]
  writeMessage(lines.join('\n'))
}
