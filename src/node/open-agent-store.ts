import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DsoError } from '../protocol/errors.ts'
import type { Store } from '../protocol/ports.ts'
import { openSqliteStore } from '../storage/open-sqlite-store.ts'
import { demoAgentsFolder, ownAgentsFolder, storePathOf } from './data-folders.ts'

/** An agent that has left data on this machine. */
export interface KnownAgent {
  name: string
  /** Its folder, with `node.sqlite` inside. */
  folder: string
}

/** The agents of a data folder by name: those of the last demo first, then those that practised on their own. */
export async function listAgents(dataFolder: string): Promise<KnownAgent[]> {
  const demo = await listFolder(demoAgentsFolder(dataFolder))
  const own = await listFolder(ownAgentsFolder(dataFolder))
  return [...demo, ...own.filter(({ name }) => !demo.some((agent) => agent.name === name))]
}

/** An agent's store, opened for reading. */
export interface OpenedAgent {
  readonly agent: KnownAgent
  /** Every agent there is, the opened one included. */
  readonly known: readonly KnownAgent[]
  readonly store: Store
}

/**
 * Opens the store of one agent, by default of the first one of the last demo run. The caller closes it.
 *
 * @throws DsoError `AGENT_UNKNOWN` when there is none (of that name), `STORE_CORRUPT`, `STORE_VERSION_NEWER`
 */
export async function openAgentStore(
  dataFolder: string,
  name: string | undefined,
): Promise<OpenedAgent> {
  const known = await listAgents(dataFolder)
  const agent = name === undefined ? known[0] : known.find((each) => each.name === name)
  if (agent === undefined) {
    const details = {
      agent: name ?? 'any',
      folder: dataFolder,
      known: known.map((each) => each.name),
    }
    throw new DsoError('AGENT_UNKNOWN', { details })
  }
  return { agent, known, store: openSqliteStore({ path: storePathOf(agent.folder) }) }
}

async function listFolder(parent: string): Promise<KnownAgent[]> {
  const names = await readdir(parent).catch(() => [])
  const agents: KnownAgent[] = []
  for (const name of names.toSorted((a, b) => (a < b ? -1 : 1))) {
    const folder = join(parent, name)
    const found = await stat(storePathOf(folder)).catch(() => undefined)
    if (found?.isFile() === true) agents.push({ name, folder })
  }
  return agents
}
