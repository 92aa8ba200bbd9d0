import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import type { DemoOptions } from '../../demo/demo-options.ts'
import { DsoError } from '../../protocol/errors.ts'
import { collectSeeds, wholeNumber } from './parse-number.ts'
import { readModelSource } from './read-model-source.ts'
import { addDataDir, addJson, addModelOptions } from './shared-options.ts'

/** Most tools of a universe. */
const MAX_TOOLS = 36

interface DemoValues {
  full?: boolean
  seed?: readonly number[]
  agents: number
  tools?: number
  threads?: number
  maxCalls?: number
  out: string
  record?: string
}

/** Adds the options of `dso demo`; {@link readDemoOptions} reads them. */
export function addDemoOptions(command: Command): Command {
  command
    .option('--full', 'more tools and tasks, for figures to publish (about 20 minutes)')
    .option(
      '--replay [file]',
      'answers from a recording instead of a model (default: the shipped one)',
    )
  return addJson(addDataDir(addModelOptions(command)))
    .addOption(
      new Option(
        '--seed <n>',
        'universe of tools and rules (default: 1); several: 1,2,3 or repeated',
      ).argParser(collectSeeds),
    )
    .addOption(
      new Option('--agents <n>', 'honest agents, 3 to 8; one poisoner joins them')
        .argParser(wholeNumber({ min: 3, max: 8 }))
        .default(4),
    )
    .addOption(
      new Option(
        '--tools <n>',
        'tools each agent practises on, 1 to 8 (default: 2, with --full 3)',
      ).argParser(wholeNumber({ min: 1, max: 8 })),
    )
    .option('--out <folder>', 'gets a folder with report.html and report.json', 'runs')
    .option('--record <file>', "also writes the model's answers, for --replay")
}

/** What the demo is to do: the command's options with their defaults. */
export function readDemoOptions(
  command: Command,
  settings: {
    environment: Readonly<Record<string, string | undefined>>
    dataFolder: string
    defaultModel: string
  },
): DemoOptions {
  const values = command.opts<DemoValues>()
  const {
    full = false,
    seed = [1],
    agents,
    tools = full ? 3 : 2,
    threads,
    maxCalls,
    out,
    record,
  } = values
  if (agents * tools > MAX_TOOLS) {
    const details = {
      option: '--tools',
      agents,
      tools,
      reason: `a universe has ${MAX_TOOLS} tools`,
    }
    throw new DsoError('OPTION_INVALID', { details })
  }
  return {
    seeds: seed,
    agents,
    toolsPerAgent: tools,
    size: full ? 'full' : 'default',
    source: readModelSource(command, settings.environment, settings.defaultModel),
    dataFolder: settings.dataFolder,
    runsFolder: resolve(out),
    threads,
    maxCalls,
    recordTo: record === undefined ? undefined : resolve(record),
  }
}
