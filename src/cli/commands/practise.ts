import { type Command, Option } from 'commander'
import type { PractiseLocallyOptions } from '../../node/practise-locally.ts'
import { agentName } from '../options/agent-name.ts'
import { type GateValues, addGateOptions, readGateSettings } from '../options/gate-options.ts'
import { MODES, type ModeName } from '../options/learning-modes.ts'
import { collectTexts, oneSeed, wholeNumber } from '../options/parse-number.ts'
import { readModelSource } from '../options/read-model-source.ts'
import { addDataDir, addJson, addModelOptions } from '../options/shared-options.ts'
import { lookOf, writeData, writeJson, writeMessage } from '../output/terminal.ts'
import { withProgress } from '../output/with-progress.ts'

interface PractiseValues extends GateValues {
  suite?: string
  suites?: boolean
  seed: number
  tools?: number
  tool?: readonly string[]
  list?: boolean
  tasks?: boolean
  pin?: readonly string[]
  guard?: boolean
  mode?: ModeName
  consolidate?: boolean
  agent: string
  threads?: number
  maxCalls?: number
  dataDir?: string
  json?: boolean
}

const EXAMPLES = `Examples:
  dso practise --list
  dso practise --tool room.reserve --tool bank.transfer
  dso practise --suite function-writing --list
  dso practise --tool bank.transfer --gate sequential --guard
  dso practise --tool bank.transfer --pin bank.transfer/validation/3
  dso practise --tool bank.transfer --mode auto --consolidate
  dso practise --tool bank.transfer --max-calls 50
  dso practise --seed 3 --endpoint http://localhost:11434/v1 --endpoint-model qwen2.5:7b
`

/** Registers `dso practise`. */
export function addPractiseCommand(program: Command): void {
  const command = program
    .command('practise')
    .description('One agent practises tools of a suite, without network and chain.')
    .addHelpText('before', EXAMPLES)
    .option('--suite <name>', 'kind of tasks, of --suites (default: api-house-rules)')
    .option('--suites', 'print the names of the suites and stop')
    .addOption(
      new Option('--seed <n>', 'universe of tools and rules').argParser(oneSeed).default(1),
    )
    .addOption(
      new Option(
        '--tools <n>',
        'tools in a universe of the house rules, 1 to 36 (default: 8); each number gives another one',
      ).argParser(wholeNumber({ min: 1, max: 36 })),
    )
    .addOption(
      new Option(
        '--tool <name>',
        'practise this one; may be repeated (default: the first two)',
      ).argParser(collectTexts),
    )
    .option('--list', 'print the names of the tools and stop')
    .option('--tasks', 'print the tasks of the tools that may be pinned and stop')
    .addOption(
      new Option(
        '--pin <task>',
        'a task of --tasks that must be solved with what is kept, and stay solved; may be repeated; guards too',
      ).argParser(collectTexts),
    )
    .option(
      '--guard',
      'try the changed library once more on fresh tasks; keep nothing of it if it loses more than it gains',
    )
    .addOption(
      new Option(
        '--mode <name>',
        'how lessons are got out of attempts (default: contrast-pair); auto: as `dso library modes` ranks them, the ' +
          'next one where nothing of one is proved',
      ).choices(MODES),
    )
    .option(
      '--consolidate',
      'one sentence in the place of several examples, where it loses nothing on 16 held-out tasks; costs calls',
    )
    .addOption(
      new Option('--agent <name>', 'keeps what it learns under this name')
        .argParser(agentName)
        .default('local'),
    )
    .addHelpText(
      'after',
      '\nA run that was stopped resumes without repeating a finished model call.',
    )
  addJson(addDataDir(addModelOptions(addGateOptions(command)))).action(practise)
}

async function practise(values: PractiseValues, command: Command): Promise<void> {
  const { listSuites, listTasks, listTools, practiseLocally } = await import(
    '../../node/practise-locally.ts'
  )
  const {
    suite,
    seed,
    tools: universeTools,
    tool: tools = [],
    pin: pins = [],
    agent,
    threads,
    maxCalls,
    json = false,
  } = values
  const universe = { ...(suite === undefined ? {} : { suite }), seed, universeTools }
  if (values.suites === true) {
    const suites = listSuites()
    if (json) writeJson(suites)
    else writeData(layOutSuites(suites))
    return
  }
  if (values.list === true) {
    const names = listTools(universe)
    if (json) writeJson(names)
    else writeData(names.join('\n'))
    return
  }
  if (values.tasks === true) {
    const tasks = listTasks(universe, tools)
    if (json) writeJson(tasks)
    else writeData(await layOutTasks(tasks))
    return
  }
  const gate = readGateSettings(values)
  const { findDataFolder } = await import('../../node/data-folders.ts')
  const { DEFAULT_MODEL } = await import('../../node/open-model.ts')
  const { settingsOf } = await import('../../demo/settings.ts')
  const dataFolder = findDataFolder(values.dataDir)
  const source = readModelSource(command, process.env, DEFAULT_MODEL)
  let detail = source.kind === 'weights' ? source.name : ''
  const result = await withProgress(
    { json, detail: () => detail },
    async ({ signal, onProgress, progress }) =>
      await practiseLocally({
        source,
        dataFolder,
        agent,
        ...universe,
        tools,
        // The demo's own amounts: what it has asked the model already is not asked again.
        settings: { ...settingsOf('default', seed), ...gate },
        pins,
        guard: values.guard === true || pins.length > 0,
        consolidate: values.consolidate === true,
        ...readMode(values.mode),
        threads,
        maxCalls,
        signal,
        onProgress,
        onStage: (domain, stage) => {
          detail = `${domain}: ${stage}`
        },
        onAccepted: (domain, cid) => progress.note(`Kept an experience about ${domain}: ${cid}`),
      }),
  )
  const { layOutPractice, toJsonPractice } = await import('../output/practise-view.ts')
  if (json) writeJson(toJsonPractice(result))
  else {
    writeData(layOutPractice(result))
    writeMessage(`\nTry next: dso ls --agent ${agent}`)
  }
}

function readMode(mode: ModeName | undefined): Pick<PractiseLocallyOptions, 'modes'> {
  if (mode === undefined) return {}
  return { modes: mode === 'auto' ? mode : [mode] }
}

function layOutSuites(suites: readonly { name: string; about: string }[]): string {
  const { paint } = lookOf(process.stdout)
  const width = Math.max(...suites.map(({ name }) => name.length))
  return suites
    .map(({ name, about }) => `${paint('strong', name.padEnd(width))}  ${about}`)
    .join('\n')
}

async function layOutTasks(tasks: readonly { id: string; request: string }[]): Promise<string> {
  const { toVisibleText } = await import('../../report/text/to-visible-text.ts')
  const { paint } = lookOf(process.stdout)
  const width = Math.max(...tasks.map(({ id }) => id.length))
  return tasks
    .map(({ id, request }) => `${paint('strong', id.padEnd(width))}  ${toVisibleText(request)}`)
    .join('\n')
}
