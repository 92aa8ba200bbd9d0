import { type Command, Option } from 'commander'
import type { PractiseLocallyResult } from '../../node/practise-locally.ts'
import { agentName } from '../options/agent-name.ts'
import { type GateValues, addGateOptions, readGateSettings } from '../options/gate-options.ts'
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
  agent: string
  threads?: number
  dataDir?: string
  json?: boolean
}

const EXAMPLES = `Examples:
  dso practise --list
  dso practise --tool room.reserve --tool bank.transfer
  dso practise --suite function-writing --list
  dso practise --tool bank.transfer --gate sequential --guard
  dso practise --tool bank.transfer --pin bank.transfer/validation/3
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
        threads,
        signal,
        onProgress,
        onStage: (domain, stage) => {
          detail = `${domain}: ${stage}`
        },
        onAccepted: (domain, cid) => progress.note(`Kept an experience about ${domain}: ${cid}`),
      }),
  )
  if (json) writeJson(toJson(result))
  else {
    writeData(await layOut(result))
    writeMessage(`\nTry next: dso ls --agent ${agent}`)
  }
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

function toJson({ suite, model, outcome, usage }: PractiseLocallyResult) {
  return {
    suite,
    model,
    domains: outcome.practices.map(({ domain, gate, evidence }) => ({
      domain,
      decision: gate.decision,
      reason: gate.decision === 'refused' ? gate.reason : null,
      ...(hasFailedPins(gate) ? { failedPins: listFailedPins(gate) } : {}),
      form: gate.decision === 'accepted' ? gate.chosen.form : null,
      firstAttemptRate: evidence.firstAttemptRate,
      holdout: { tasks: gate.n, without: gate.baselineSolved, with: solvedWith(gate) },
      accepted: outcome.accepted
        .filter(({ experience }) => experience.domain === domain)
        .map(({ cid }) => cid),
      withheld: outcome.withheld
        .filter((each) => each.domain === domain)
        .map(({ reason }) => reason),
    })),
    ...(outcome.guard === undefined ? {} : { guard: outcome.guard }),
    usage,
  }
}

type Guard = NonNullable<PractiseLocallyResult['outcome']['guard']>

const OBJECTIONS = {
  'nothing-tried': 'there are no fresh tasks to try it on',
  'not-proved': 'it gained too little on fresh tasks',
  'more-lost': 'it lost more than it gained on fresh tasks',
  'pinned-lost': 'it lost pinned tasks',
} as const

function describeGuard({ decision, reason, result, lostPins = [] }: Guard): string {
  const figures = `${result.wins} better, ${result.losses} worse of ${result.n} fresh tasks`
  if (decision === 'kept') return `the library with it: ${figures}`
  const pins = lostPins.length === 0 ? '' : ` (${lostPins.join(', ')})`
  const why = reason === undefined ? '' : `${OBJECTIONS[reason]}${pins}; `
  return `nothing of it is kept: ${why}${figures}`
}

type Gate = PractiseLocallyResult['outcome']['practices'][number]['gate']

function hasFailedPins(gate: Gate): boolean {
  return gate.decision === 'refused' && gate.reason === 'pinned-failed'
}

function listFailedPins(gate: Gate): string[] {
  return [...new Set(gate.tried.flatMap(({ failedPins = [] }) => failedPins))]
}

function solvedWith(gate: Gate): number | null {
  return gate.decision === 'accepted' ? gate.chosen.solved : null
}

const REFUSALS = {
  'nothing-to-gain': 'it solves every held-out task without help',
  'nothing-proposed': 'no attempt worked, so there was nothing to learn from',
  'not-proved': 'no form helped enough on held-out tasks',
  'pinned-failed': 'a pinned task failed with every form that helped',
} as const

async function layOut({ outcome, usage, suite }: PractiseLocallyResult): Promise<string> {
  const { toVisibleText } = await import('../../report/text/to-visible-text.ts')
  const { formatCount, formatSeconds } = await import('../../report/text/format-number.ts')
  const { paint } = lookOf(process.stdout)
  const lines = outcome.practices.flatMap(({ domain, gate }) => {
    if (gate.decision === 'refused') {
      const pins = hasFailedPins(gate) ? `: ${listFailedPins(gate).join(', ')}` : ''
      const why = toVisibleText(`${REFUSALS[gate.reason]}${pins}`)
      return [`${paint('bad', 'refused ')}  ${paint('strong', domain)}  ${why}`]
    }
    const { form, solved } = gate.chosen
    const gain = `${gate.baselineSolved} → ${solved} of ${gate.n} held-out tasks, as ${form}`
    const kept = outcome.accepted.filter(({ experience }) => experience.domain === domain)
    const withheld = outcome.withheld.filter((each) => each.domain === domain)
    return [
      `${paint('good', 'accepted')}  ${paint('strong', domain)}  ${gain}`,
      ...kept.flatMap(({ experience }) => [
        ...(experience.kind === 'example' ? [] : [experience.text]),
        ...(experience.kind === 'sentence'
          ? []
          : [`${experience.example.input} → ${experience.example.output}`]),
      ]),
      ...withheld.map(({ reason }) => `withheld: ${reason}`),
    ].map((line, index) => (index === 0 ? line : `          ${toVisibleText(line)}`))
  })
  const { guard } = outcome
  if (guard !== undefined) {
    const style = guard.decision === 'kept' ? 'good' : 'bad'
    lines.push(`${paint(style, 'guard   ')}  ${toVisibleText(describeGuard(guard))}`)
  }
  const cost =
    `${formatCount(usage.callsMade)} model calls, ${formatCount(usage.callsReused)} answered ` +
    `from before, ${formatSeconds(usage.modelMs / 1000)} of model time; ${suite}`
  return [...lines, '', paint('faint', cost)].join('\n')
}
