import { join } from 'node:path'
import { resolveDataFolder } from '../storage/resolve-data-folder.ts'

/**
 * The data folder of this user: the given one, else the environment's DSO_DATA_DIR, else the platform's place.
 * @throws DsoError `OPTION_INVALID`
 */
export function findDataFolder(override: string | undefined): string {
  return resolveDataFolder({ override, environment: process.env })
}

/** Where the agents of the last demo run keep their nodes, one folder each. */
export function demoAgentsFolder(dataFolder: string): string {
  return join(dataFolder, 'demo', 'agents')
}

/** Where the agents that practise on their own keep their nodes, one folder each. */
export function ownAgentsFolder(dataFolder: string): string {
  return join(dataFolder, 'agents')
}

/** The database inside an agent's folder. */
export function storePathOf(agentFolder: string): string {
  return join(agentFolder, 'node.sqlite')
}
