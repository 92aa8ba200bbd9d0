import { type Command, Option } from 'commander'
import type { ExportLibraryResult } from '../../node/export-library.ts'
import { type AgentValues, addAgentOptions } from '../options/agent-options.ts'
import { FORMATS, type FormatName } from '../options/library-formats.ts'
import { writeData, writeJson, writeMessage } from '../output/terminal.ts'

interface ExportValues extends AgentValues {
  format: FormatName
  domain?: string
  to?: string
  force?: boolean
}

const EXAMPLES = `Examples:
  dso export
  dso export --format agents --to AGENTS.md
  dso export --agent local --format ace --to playbook.md
  dso export --domain bank.transfer --format skill --to bank/SKILL.md
`

/** Registers `dso export`. */
export function addExportCommand(program: Command): void {
  const command = program
    .command('export')
    .description('Writes what an agent has learnt and checked, for other programs to read.')
    .addHelpText('before', EXAMPLES)
    .addOption(new Option('--format <format>', 'of the file').choices(FORMATS).default('jsonl'))
    .option('--to <file>', 'writes this file (default: stdout)')
    .option('--domain <name>', 'only what is about this tool')
    .option('--force', 'replaces a file that is there')
    .addHelpText(
      'after',
      '\n--format agents replaces its own block in the file and leaves the rest as it is.',
    )
  addAgentOptions(command).action(runExport)
}

async function runExport(values: ExportValues): Promise<void> {
  const { findDataFolder } = await import('../../node/data-folders.ts')
  const { exportLibrary } = await import('../../node/export-library.ts')
  const { dataDir, agent, format, domain, to, force = false, json } = values
  const dataFolder = findDataFolder(dataDir)
  const result = await exportLibrary({ dataFolder, agent, format, domain, to, force })
  if (json === true) writeJson(result)
  else {
    if (result.to === null) writeData(result.text)
    writeMessage(describe(result))
  }
}

function describe({ agent, items, withheld, to }: ExportLibraryResult): string {
  const kept = withheld === 0 ? '' : `; ${withheld} withheld, they hold what must not be shared`
  return `${items} experiences of agent ${agent}${to === null ? '' : ` written to ${to}`}${kept}`
}
