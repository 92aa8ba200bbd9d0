import { type Command, Option } from 'commander'
import type { PractiseLocallyResult } from '../../node/practise-locally.ts'
import { agentName } from '../options/agent-name.ts'
import { collectTexts, oneSeed, wholeNumber } from '../options/parse-number.ts'
import { readModelSource } from '../options/read-model-source.ts'
import { addDataDir, addJson, addModelOptions } from '../options/shared-options.ts'
import { lookOf, writeData, writeJson, writeMessage } from '../output/terminal.ts'
import { withProgress } from '../output/with-progress.ts'

interface PractiseValues {
  suite?: string
  suites?: boolean
  seed: number
  tools?: number
  tool?: readonly string[]
  list?: boolean
  agent: string
  threads?: number
  dataDir?: string
  json?: boolean
}

const EXAMPLES = `Examples:
  dso practise --list
  dso practise --tool room.reserve --tool bank.transfer
  dso practise --suite function-writing --list
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
    .addOption(
      new Option('--agent <name>', 'keeps what it learns under this name')
        .argParser(agentName)
        .default('local'),
    )
    .addHelpText(
      'after',
      '\nA run that was stopped resumes without repeating a finished model call.',
    )
  addJson(addDataDir(addModelOptions(command))).action(practise)
}

async function practise(values: PractiseValues, command: Command): Promise<void> {
  const { listSuites, listTools, practiseLocally } = await import('../../node/practise-locally.ts')
  const {
    suite,
    seed,
    tools: universeTools,
    tool: tools = [],
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
        settings: settingsOf('default', seed),
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

function toJson({ suite, model, outcome, usage }: PractiseLocallyResult) {
  return {
    suite,
    model,
    domains: outcome.practices.map(({ domain, gate, evidence }) => ({
      domain,
      decision: gate.decision,
      reason: gate.decision === 'refused' ? gate.reason : null,
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
    usage,
  }
}

type Gate = PractiseLocallyResult['outcome']['practices'][number]['gate']

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
      return [`${paint('bad', 'refused ')}  ${paint('strong', domain)}  ${REFUSALS[gate.reason]}`]
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
  const cost =
    `${formatCount(usage.callsMade)} model calls, ${formatCount(usage.callsReused)} answered ` +
    `from before, ${formatSeconds(usage.modelMs / 1000)} of model time; ${suite}`
  return [...lines, '', paint('faint', cost)].join('\n')
}
