import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createScriptedModel } from '../../src/models/scripted/create-scripted-model.ts'
import { requestKey } from '../../src/models/recording/request-key.ts'
import type { CompletionRequest } from '../../src/protocol/ports.ts'
import { openRecording } from '../../src/storage/open-recording.ts'
import { openSqliteCassette } from '../../src/storage/open-sqlite-cassette.ts'
import { transcriptOf } from './create-runner.ts'
import { loadTranscript, recordCalls } from './transcripts.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dso-transcripts-'))
})
afterAll(async () => await rm(folder, { recursive: true, force: true }))

const ask = (text: string): CompletionRequest => ({
  system: 'You call tools.',
  turns: [{ role: 'user', text }],
  format: { kind: 'object', keys: ['a'] },
  maxTokens: 8,
  temperature: 0,
  seed: 0,
})

describe('recordCalls', () => {
  test('what was used is written once, under the hash of what was asked, and found again', async () => {
    const model = createScriptedModel({ name: 'echo', answer: () => '{"a":"b"}' })
    const recorder = recordCalls(model)
    await recorder.model.complete(ask('one'))
    await recorder.model.complete(ask('one'))
    await recorder.model.complete(ask('two'))
    const path = transcriptOf(folder, 'api-house-rules-1')
    expect(await recorder.write(path)).toMatchObject({ entries: 2 })

    const recording = await openRecording({ path })
    const found = await recording.get(requestKey(model.hash, ask('two')))
    expect(found?.text).toBe('{"a":"b"}')
    expect(await recording.get(requestKey(model.hash, ask('three')))).toBeUndefined()

    const calls = join(folder, 'calls.sqlite')
    await loadTranscript(path, calls)
    using cassette = openSqliteCassette({ path: calls })
    expect((await cassette.get(requestKey(model.hash, ask('one'))))?.text).toBe('{"a":"b"}')
  })
})
