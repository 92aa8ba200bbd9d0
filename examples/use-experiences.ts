/**
 * What an agent's store knows about a tool, as lines for your own prompt.
 *
 *   node examples/use-experiences.ts DATA/demo/agents/agent-1/node.sqlite TOOL
 */
import { openSqliteStore, renderMemory, toMemoryItem } from '../src/index.ts'
import { decodeExperience } from '../src/protocol/index.ts'

const [path = '', domain = ''] = process.argv.slice(2)
const store = openSqliteStore({ path })
const learnt = await store.listRecords({ status: 'own', domain })
const checked = await store.listRecords({ status: 'usable', domain })
await store.close()

const experiences = [...learnt, ...checked].map(({ bytes }) => decodeExperience(bytes))
// Quoted lines for a fixed place in a user message, never for the system prompt.
process.stdout.write(renderMemory(experiences.map(toMemoryItem)))
