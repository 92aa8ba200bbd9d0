import { type Command, Option } from 'commander'
import type { RecordStatus } from '../../protocol/ports.ts'
import {
  type AgentValues,
  addAgentOptions,
  tellAgent,
  withAgentStore,
} from '../options/agent-options.ts'
import type { ExperienceView } from '../output/experience-view.ts'
import { lookOf, writeData, writeJson, writeMessage } from '../output/terminal.ts'

interface LsValues extends AgentValues {
  status?: RecordStatus
  domain?: string
}

const STATUSES: readonly RecordStatus[] = ['own', 'quarantined', 'usable', 'refused']

const EXAMPLES = `Examples:
  dso ls
  dso ls --agent agent-2 --status usable
  dso ls --domain bank.transfer --json
`

/** Registers `dso ls`. */
export function addLsCommand(program: Command): void {
  const command = program
    .command('ls')
    .description('Lists the experiences that an agent holds.')
    .addHelpText('before', EXAMPLES)
    .addOption(new Option('--status <status>', 'only these').choices(STATUSES))
    .option('--domain <name>', 'only those about this tool')
  addAgentOptions(command).action(listExperiences)
}

async function listExperiences(values: LsValues): Promise<void> {
  const { status, domain, json } = values
  await withAgentStore(values, async (opened) => {
    const { viewExperience } = await import('../output/experience-view.ts')
    const records = await opened.store.listRecords({
      ...(status === undefined ? {} : { status }),
      ...(domain === undefined ? {} : { domain }),
    })
    const views = records
      .map(viewExperience)
      .sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status))
    if (json) {
      writeJson(views)
      return
    }
    tellAgent(opened)
    if (views.length === 0) writeMessage('It holds no such experience.')
    else {
      writeData(await layOut(views))
      writeMessage('\nOne in full: dso show CID')
    }
  })
}

async function layOut(views: readonly ExperienceView[]): Promise<string> {
  const { layoutTable } = await import('../../report/text/layout-table.ts')
  const { describeContent, describeEvidence, describeStatus, shortCid } = await import(
    '../output/experience-view.ts'
  )
  const { paint, tableWidth } = lookOf(process.stdout)
  const styles = { own: 'accent', usable: 'good', quarantined: 'plain', refused: 'bad' } as const
  return layoutTable({
    columns: [
      { header: 'cid', align: 'left', rank: 0 },
      { header: 'domain', align: 'left', rank: 1 },
      { header: 'kind', align: 'left', rank: 3 },
      { header: 'status', align: 'left', rank: 0 },
      { header: 'evidence', align: 'left', rank: 2 },
      { header: 'text', align: 'left', rank: 0, minimum: 24 },
    ],
    rows: views.map((view) => [
      { text: shortCid(view.cid) },
      { text: view.domain, style: 'strong' },
      { text: view.kind },
      { text: describeStatus(view), style: styles[view.status] },
      { text: describeEvidence(view) },
      { text: describeContent(view) },
    ]),
    width: tableWidth,
    paint,
  }).join('\n')
}
