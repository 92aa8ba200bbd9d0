import { type Command, Option } from 'commander'
import type { ImportLibraryResult } from '../../node/import-library.ts'
import { agentName } from '../options/agent-name.ts'
import { FORMATS, type FormatName } from '../options/library-formats.ts'
import { addDataDir, addJson } from '../options/shared-options.ts'
import { writeData, writeJson, writeMessage } from '../output/terminal.ts'

interface ImportValues {
  format?: FormatName
  agent: string
  domain?: string
  dataDir?: string
  json?: boolean
}

const EXAMPLES = `Examples:
  dso import playbook.md
  dso import AGENTS.md --agent local
  dso import rules.yaml --format youtu --domain bank.transfer
`

/** Registers `dso import`. */
export function addImportCommand(program: Command): void {
  const command = program
    .command('import')
    .argument('<file>', 'a library: JSON lines, YAML, a playbook, SKILL.md, AGENTS.md')
    .description('Takes in what other programs wrote down, to be tried before it is used.')
    .addHelpText('before', EXAMPLES)
    .addOption(
      new Option('--format <format>', 'of the file (default: what it looks like)').choices(FORMATS),
    )
    .addOption(new Option('--agent <name>', 'who may try it').argParser(agentName).default('local'))
    .option('--domain <name>', 'the tool that all of it is about')
    .addHelpText(
      'after',
      '\nNothing of it enters a prompt or reaches a peer before `dso practise` has proved it on held-out tasks.',
    )
  addJson(addDataDir(command)).action(runImport)
}

async function runImport(file: string, values: ImportValues): Promise<void> {
  const { findDataFolder } = await import('../../node/data-folders.ts')
  const { importLibrary } = await import('../../node/import-library.ts')
  const { format, agent, domain, dataDir, json } = values
  const dataFolder = findDataFolder(dataDir)
  const result = await importLibrary({ dataFolder, agent, file, format, domain })
  if (json === true) writeJson(result)
  else await tell(result)
}

async function tell(result: ImportLibraryResult): Promise<void> {
  const { toVisibleText } = await import('../../report/text/to-visible-text.ts')
  const { added, known, shortened, withoutDomain, refused, unread, format, agent } = result
  const more = [
    ...(known === 0 ? [] : [`${known} known already`]),
    ...(shortened === 0 ? [] : [`${shortened} cut to their first sentences`]),
  ]
  writeData([`${added} candidates for agent ${agent}, read as ${format}`, ...more].join('; '))
  for (const { id, reason } of refused) writeMessage(`Refused ${toVisibleText(id)}: ${reason}`)
  for (const { where, reason } of unread)
    writeMessage(`Not read, ${toVisibleText(where)}: ${reason}`)
  if (withoutDomain > 0) {
    writeMessage(
      `${withoutDomain} are about no tool: import again with --domain TOOL to have them tried.`,
    )
  }
  if (added > withoutDomain) writeMessage(`\nTry them: dso practise --agent ${agent} --tool TOOL`)
}
