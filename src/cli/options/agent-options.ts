import type { Command } from 'commander'
import type { OpenAgentOptions, OpenedAgent } from '../../node/open-agent-store.ts'
import { lookOf, writeMessage } from '../output/terminal.ts'
import { addDataDir, addJson } from './shared-options.ts'

/** The options of a command that reads an agent's store. */
export interface AgentValues {
  dataDir?: string
  agent?: string
  json?: boolean
}

/** Adds `--agent`, `--data-dir` and `--json`. */
export function addAgentOptions(command: Command): Command {
  command.option('--agent <name>', 'whose store (default: the first agent of the last demo run)')
  return addJson(addDataDir(command))
}

/** Opens the store that the options name, runs `work` on it, and closes it. */
export async function withAgentStore<T>(
  { dataDir, agent }: AgentValues,
  work: (opened: OpenedAgent, dataFolder: string) => Promise<T>,
  options: OpenAgentOptions = {},
): Promise<T> {
  const { findDataFolder } = await import('../../node/data-folders.ts')
  const { openAgentStore } = await import('../../node/open-agent-store.ts')
  const dataFolder = findDataFolder(dataDir)
  const opened = await openAgentStore(dataFolder, agent, options)
  try {
    return await work(opened, dataFolder)
  } finally {
    await opened.store.close()
  }
}

/** Says whose store was read, and who else there is. */
export function tellAgent({ agent, known }: OpenedAgent): void {
  const { paint } = lookOf(process.stderr)
  const others = known.filter(({ name }) => name !== agent.name).map(({ name }) => name)
  const more = others.length === 0 ? '' : `; others by --agent: ${others.join(', ')}`
  writeMessage(paint('faint', `Agent ${agent.name}${more}`))
}
