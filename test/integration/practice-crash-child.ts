import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createRecordingEncoder } from '../../src/models/recording/create-recording-encoder.ts'
import { createRecordingModel } from '../../src/models/recording/create-recording-model.ts'
import { requestKey } from '../../src/models/recording/request-key.ts'
import { practiseDomains } from '../../src/node/practise-domains.ts'
import type { LanguageModel } from '../../src/protocol/ports.ts'
import { DIRECT_384 } from '../../src/protocol/profiles/profile.ts'
import { lockFolder } from '../../src/storage/lock-folder.ts'
import { openSqliteCassette } from '../../src/storage/open-sqlite-cassette.ts'
import { openSqliteStore } from '../../src/storage/open-sqlite-store.ts'
import { createHouseRulesSuite } from '../../src/tasks/house-rules/create-house-rules-suite.ts'
import { createHashEncoder } from '../fixtures/hash-encoder.ts'
import { createHouseRulesAgent } from '../fixtures/house-rules-agent.ts'

/*
 * The process that practice-crash.test.ts kills. It practises all tools of a universe and says on stdout, a line each,
 * which calls reached the model (`made`), which were answered and kept (`kept`), and at the end its library.
 * After as many answers as its second argument says the model answers no more, so that there is something to kill.
 */
const [folder = '', answers = ''] = process.argv.slice(2)
const SEED = 5
const suite = createHouseRulesSuite({ seed: SEED, tools: 4 })
const agent = createHouseRulesAgent(SEED, suite)

/** Synchronous, so that nothing said waits in this process when it is killed. */
function say(what: string, detail: string): void {
  writeSync(1, `${what} ${detail}\n`)
}

let left = Number(answers)
const slow: LanguageModel = {
  ...agent,
  complete: async (request, call) => {
    say('made', requestKey(agent.hash, request))
    if (left-- <= 0) await new Promise<never>(() => undefined)
    return await agent.complete(request, call)
  },
}

lockFolder(folder)
const store = openSqliteStore({ path: join(folder, 'store.sqlite') })
const cassette = openSqliteCassette({ path: join(folder, 'calls.sqlite') })
const recording = createRecordingModel(slow, cassette)
const model: LanguageModel = {
  ...recording,
  complete: async (request, call) => {
    const completion = await recording.complete(request, call)
    say('kept', requestKey(agent.hash, request))
    return completion
  },
}
const encoder = createRecordingEncoder(createHashEncoder(), cassette.embeddings)

// Keeps a process whose model is silent alive until it is killed, and no longer than its parent lives.
process.stdin.resume()
await practiseDomains(
  suite.domains,
  {
    practiceTasks: 3,
    groupSize: 2,
    attempts: 3,
    temperature: 0.8,
    validationTasks: 3,
    gateThreshold: 0.8,
    seed: 1,
  },
  { suite, model, encoder, store, profile: DIRECT_384 },
)
say('library', (await store.getLibrary())?.id ?? 'none')
await store.close()
cassette.close()
process.stdin.destroy()
