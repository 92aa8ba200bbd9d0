import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DsoError } from '../protocol/errors.ts'
import type { Store } from '../protocol/ports.ts'
import { lockFolder } from '../storage/lock-folder.ts'
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

/** An agent's store. */
export interface OpenedAgent {
  readonly agent: KnownAgent
  /** Every agent there is, the opened one included. */
  readonly known: readonly KnownAgent[]
  readonly store: Store
}

/** How a store is opened. */
export interface OpenAgentOptions {
  /** Whether it is going to be changed: nobody else may have it open meanwhile. Default false. */
  write?: boolean
}

/**
 * Opens the store of one agent, by default of the first one of the last demo run. The caller closes it.
 *
 * @throws DsoError `AGENT_UNKNOWN` when there is none (of that name), `DATA_FOLDER_LOCKED` when it is to be changed and
 *   somebody else uses it, `STORE_CORRUPT`, `STORE_VERSION_NEWER`
 */
export async function openAgentStore(
  dataFolder: string,
  name: string | undefined,
  { write = false }: OpenAgentOptions = {},
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
  return { agent, known, store: write ? openLocked(agent.folder) : openStore(agent.folder) }
}

function openStore(folder: string): Store {
  return openSqliteStore({ path: storePathOf(folder) })
}

/** Closing the store lets the folder go. */
function openLocked(folder: string): Store {
  const lock = lockFolder(folder)
  try {
    const store = openStore(folder)
    const close = async (): Promise<void> => {
      await store.close()
      lock.release()
    }
    return { ...store, close }
  } catch (error) {
    lock.release()
    throw error
  }
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
