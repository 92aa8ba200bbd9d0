import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolders } from '../../test/temporary-folders.ts'
import { openSqliteStore } from '../storage/open-sqlite-store.ts'
import { demoAgentsFolder, ownAgentsFolder, storePathOf } from './data-folders.ts'
import { listAgents, openAgentStore } from './open-agent-store.ts'

const makeFolder = temporaryFolders()

async function addAgent(parent: string, name: string): Promise<void> {
  await openSqliteStore({ path: storePathOf(join(parent, name)) }).close()
}

describe('the agents of a data folder', () => {
  test('are those of the demo first, each once, and only those with a store', async () => {
    const data = makeFolder()
    await addAgent(ownAgentsFolder(data), 'local')
    await addAgent(ownAgentsFolder(data), 'agent-1')
    await addAgent(demoAgentsFolder(data), 'agent-2')
    await addAgent(demoAgentsFolder(data), 'agent-1')
    mkdirSync(join(demoAgentsFolder(data), 'agent-0'))
    const agents = await listAgents(data)
    expect(agents.map(({ name }) => name)).toEqual(['agent-1', 'agent-2', 'local'])
    expect(agents[0]?.folder).toBe(join(demoAgentsFolder(data), 'agent-1'))
  })

  test('open by name, the first one without', async () => {
    const data = makeFolder()
    await addAgent(demoAgentsFolder(data), 'agent-1')
    await addAgent(ownAgentsFolder(data), 'local')
    for (const [name, expected] of [
      [undefined, 'agent-1'],
      ['local', 'local'],
    ] as const) {
      const { agent, known, store } = await openAgentStore(data, name)
      expect(agent.name).toBe(expected)
      expect(known).toHaveLength(2)
      expect(await store.listRecords()).toEqual([])
      await store.close()
    }
  })

  test.each([undefined, 'nobody', '../agents/local'])(
    '%s is refused where it is not there',
    async (name) => {
      const data = makeFolder()
      await expect(openAgentStore(data, name)).toRejectDso('AGENT_UNKNOWN')
      expect(await listAgents(data)).toEqual([])
    },
  )
})

test('a store that is to be changed is one process’s alone, until it is closed', async () => {
  const data = makeFolder()
  await addAgent(demoAgentsFolder(data), 'agent-1')
  const { store } = await openAgentStore(data, undefined, { write: true })
  await expect(openAgentStore(data, undefined, { write: true })).toRejectDso('DATA_FOLDER_LOCKED')
  await (await openAgentStore(data, undefined)).store.close()
  await store.close()
  await (await openAgentStore(data, undefined, { write: true })).store.close()
})
