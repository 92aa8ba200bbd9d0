import type { Command } from 'commander'
import type { KnownAgent } from '../../node/open-agent-store.ts'
import { DsoError } from '../../protocol/errors.ts'
import { type AgentValues, addAgentOptions } from '../options/agent-options.ts'
import type { ExperienceView } from '../output/experience-view.ts'
import { lookOf, writeData, writeJson } from '../output/terminal.ts'

/** What one agent holds under a CID. */
interface Holding {
  agent: string
  view: ExperienceView
}

const EXAMPLES = `Examples:
  dso show bafyreih5k2m3n4p5
  dso show bafyreih5k2m3n4p5 --agent agent-2 --json
`

/** Registers `dso show`. */
export function addShowCommand(program: Command): void {
  const command = program
    .command('show')
    .argument('<cid>', 'of the experience; its first characters are enough')
    .description('Shows one experience: what it says, its evidence, and which agents use it.')
    .addHelpText('before', EXAMPLES)
  addAgentOptions(command).action(showExperience)
}

async function showExperience(cid: string, values: AgentValues): Promise<void> {
  const { findDataFolder } = await import('../../node/data-folders.ts')
  const { listAgents } = await import('../../node/open-agent-store.ts')
  const dataFolder = findDataFolder(values.dataDir)
  const known = await listAgents(dataFolder)
  const agents = known.filter(({ name }) => values.agent === undefined || name === values.agent)
  if (agents.length === 0) {
    const details = { agent: values.agent ?? 'any', known: known.map(({ name }) => name) }
    throw new DsoError('AGENT_UNKNOWN', { details })
  }
  const holdings = await findHoldings(cid, agents, dataFolder)
  const [first] = holdings
  const matches = new Set(holdings.map(({ view }) => view.cid)).size
  if (first === undefined || matches > 1) {
    throw new DsoError('EXPERIENCE_UNKNOWN', { details: { cid, matches } })
  }
  if (values.json === true) {
    const { status: _status, reason: _reason, ...content } = first.view
    writeJson({ ...content, heldBy: holdings.map(toHeldBy) })
  } else writeData(await layOut(first.view, holdings))
}

function toHeldBy({ agent, view: { status, reason } }: Holding) {
  return { agent, status, reason }
}

async function findHoldings(
  prefix: string,
  agents: readonly KnownAgent[],
  dataFolder: string,
): Promise<Holding[]> {
  const { openAgentStore } = await import('../../node/open-agent-store.ts')
  const { viewExperience } = await import('../output/experience-view.ts')
  const holdings: Holding[] = []
  for (const { name } of agents) {
    const { store } = await openAgentStore(dataFolder, name)
    try {
      const found = (await store.listRecords()).filter(({ cid }) => cid.startsWith(prefix))
      holdings.push(...found.map((record) => ({ agent: name, view: viewExperience(record) })))
    } finally {
      await store.close()
    }
  }
  return holdings
}

async function layOut(view: ExperienceView, holdings: readonly Holding[]): Promise<string> {
  const { describeStatus } = await import('../output/experience-view.ts')
  const { toVisibleText } = await import('../../report/text/to-visible-text.ts')
  const { wrapText } = await import('../../report/text/wrap-text.ts')
  const { paint, width } = lookOf(process.stdout)
  const { evidence, example } = view
  const gain = (evidence.gainLower / 1000).toFixed(2)
  const fields: [name: string, value: string | null][] = [
    ['CID', view.cid],
    ['Held by', holdings.map((held) => `${held.agent} (${describeStatus(held.view)})`).join(', ')],
    ['Domain', view.domain],
    ['Kind', view.kind],
    ['Text', view.text],
    ['Request', example?.input ?? null],
    ['Answer', example?.output ?? null],
    [
      'Evidence',
      `${evidence.wins} better, ${evidence.losses} worse of ${evidence.tasks} held-out tasks; ` +
        `gain at least ${gain}; ${evidence.suite}`,
    ],
    ['Model', view.model],
    ['Entry', view.entry ?? 'not published'],
    ['Size', `${view.bytes} bytes, embedding ${view.profile}`],
  ]
  const label = Math.max(...fields.map(([name]) => name.length)) + 2
  return fields
    .flatMap(([name, value]) => {
      if (value === null) return []
      const lines = wrapText(toVisibleText(value), Math.max(20, width - label))
      return lines.map((line, index) => {
        return `${paint('faint', (index === 0 ? name : '').padEnd(label))}${line}`
      })
    })
    .join('\n')
}
