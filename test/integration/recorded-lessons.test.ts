import { expect, test } from 'vitest'
import { settingsOf } from '../../src/demo/settings.ts'
import { openModel } from '../../src/node/open-model.ts'
import { practiseDomains } from '../../src/node/practise-domains.ts'
import { createLeakGuard } from '../../src/protocol/experience/create-leak-guard.ts'
import { DIRECT_384 } from '../../src/protocol/profiles/profile.ts'
import { createMemoryStore } from '../../src/storage/create-memory-store.ts'
import { createHouseRulesSuite } from '../../src/tasks/house-rules/create-house-rules-suite.ts'
import { temporaryFolders } from '../temporary-folders.ts'

const makeFolder = temporaryFolders()

test('guard, duplicates and caps take nothing away from what the recorded model learnt', async () => {
  const opened = await openModel(
    { kind: 'replay' },
    { dataFolder: makeFolder(), threads: undefined },
  )
  const { model, encoder } = opened
  const suite = createHouseRulesSuite({ seed: 1, tools: 8 })
  const settings = settingsOf('default', 1)
  const store = createMemoryStore()
  const ports = { suite, model, encoder, store, profile: DIRECT_384 }
  const { practices, accepted, withheld } = await practiseDomains(suite.domains, settings, ports)
  expect(withheld).toEqual([])
  const proved = practices.flatMap(({ gate }) =>
    gate.decision === 'accepted' ? gate.chosen.memory : [],
  )
  expect(accepted.length).toBeGreaterThan(4)
  expect(accepted).toHaveLength(proved.length)
  expect((await store.getLibrary())?.experiences).toEqual(accepted.map(({ cid }) => cid))

  // Neither does the guard object to any sentence that was proposed, proved or not.
  for (const { domain, groups, evidence, proposals } of practices) {
    const held = suite.listTasks(domain, 'validation', settings.validationTasks)
    const requests = [...groups.map(({ task }) => task), ...held].map(({ request }) => request)
    const guard = createLeakGuard({ requests, answers: [], allowed: evidence.worked })
    expect(proposals.lessons.filter((lesson) => guard(lesson) !== undefined)).toEqual([])
  }
  await opened.close()
})
