import { expect, test } from 'vitest'
import { createHashEncoder } from '../../../test/fixtures/hash-encoder.ts'
import { PARCEL, createToyAgent, createToySuite } from '../../../test/fixtures/toy-tools.ts'
import { createScriptedModel } from '../../models/scripted/create-scripted-model.ts'
import { type PractiseDomainsOptions, practiseDomains } from '../../node/practise-domains.ts'
import { DIRECT_384 } from '../../protocol/profiles/profile.ts'
import { createMemoryStore } from '../../storage/create-memory-store.ts'
import { layOutPractice, toJsonPractice } from './practise-view.ts'

const SETTINGS = {
  practiceTasks: 3,
  groupSize: 2,
  attempts: 2,
  temperature: 0.8,
  validationTasks: 4,
  gateThreshold: 0.8,
  seed: 7,
}

async function practise(options: PractiseDomainsOptions, writes?: () => string) {
  const given = { imitates: writes !== undefined, ...(writes === undefined ? {} : { writes }) }
  const agent = createToyAgent([PARCEL], given)
  const model = createScriptedModel({
    answer: (request) =>
      request.format.kind === 'object' && request.format.keys[0] !== 'weight'
        ? '{}'
        : agent(request),
  })
  const ports = { suite: createToySuite([PARCEL]), model, encoder: createHashEncoder() }
  const stored = { store: createMemoryStore(), profile: DIRECT_384 }
  const outcome = await practiseDomains([PARCEL.domain], SETTINGS, { ...ports, ...stored }, options)
  const usage = { callsMade: 1, callsReused: 0, promptTokens: 0, completionTokens: 0, modelMs: 0 }
  return { suite: 'toy/1', model: model.name, outcome, usage }
}

test('the default says nothing about modes', async () => {
  const result = await practise({})
  expect(layOutPractice(result)).toMatch(/^accepted {2}parcel\.ship {2}0 → 4 of 4 held-out tasks/)
  expect(layOutPractice(result)).not.toContain('by mode')
  expect(toJsonPractice(result)).toMatchObject({
    domains: [{ mode: 'contrast-pair', modes: [{ mode: 'contrast-pair', accepted: 1 }] }],
    consolidations: [],
  })
})

test('where several modes were asked each says what it yielded', async () => {
  const result = await practise({ modes: ['contrast-pair', 'stages'] }, () => 'somehow.')
  expect(layOutPractice(result)).toContain(
    'lessons proved, by mode: contrast-pair 0 of 1, stages 0 of 0',
  )
})

test('says what became of examples', async () => {
  const result = await practise({ consolidate: true })
  const told = { domain: PARCEL.domain, tokensBefore: 80, tokensAfter: 30, calls: 33 }
  const withDecision = (decision: 'consolidated' | 'loses') => {
    const outcome = { ...result.outcome, consolidations: [{ ...told, decision }] }
    return layOutPractice({ ...result, outcome })
  }
  expect(withDecision('consolidated')).toContain('examples consolidated: about 80 → 30 tokens')
  expect(withDecision('loses')).toContain('examples kept: a held-out task went worse')
})
