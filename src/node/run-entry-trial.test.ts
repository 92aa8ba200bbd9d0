import { describe, expect, test } from 'vitest'
import { createDateModel, createDateSuite } from '../../test/fixtures/date-suite.ts'
import { makeExperience } from '../../test/fixtures/sharing.ts'
import { DsoError } from '../protocol/errors.ts'
import type { LanguageModel, TaskSuite } from '../protocol/ports.ts'
import { createTrialRunner } from './run-entry-trial.ts'

const suite = createDateSuite({ 'shop.order': 'DD-MM-YYYY', 'plain.log': 'ISO' })
const right = await makeExperience()
const wrong = await makeExperience({ text: 'When calling plain.log, write date as YYYY.MM.DD.' })

const tryOut = async (
  domain: string,
  experience: Awaited<ReturnType<typeof makeExperience>>,
  {
    tasks = 3,
    model = createDateModel(),
    entryId = 1n,
  }: {
    tasks?: number
    model?: LanguageModel
    entryId?: bigint
  } = {},
) => await createTrialRunner({ suite, model, tasks })(domain, [experience], entryId, {})

describe('createTrialRunner', () => {
  test('an experience that helps wins every task', async () => {
    expect(await tryOut('shop.order', right)).toEqual({ n: 3, wins: 3, losses: 0, both: 0 })
  })

  test('one that spoils easy tasks loses them', async () => {
    expect(await tryOut('plain.log', wrong)).toEqual({ n: 3, wins: 0, losses: 3, both: 0 })
  })

  test('one that changes nothing is told from one that helps', async () => {
    const idle = await makeExperience({ text: 'When calling plain.log, be polite.' })
    expect(await tryOut('plain.log', idle)).toEqual({ n: 3, wins: 0, losses: 0, both: 3 })
    expect(await tryOut('shop.order', idle)).toEqual({ n: 3, wins: 0, losses: 0, both: 0 })
  })

  test('a part that comes right is a win, and no task that needed no help', async () => {
    const half: TaskSuite = {
      id: 'halves/1',
      domains: ['shop.order'],
      listTasks: (domain, split, count) =>
        suite.listTasks(domain, split, count).map((task) => ({
          ...task,
          verify: async (answer) => {
            const { success } = await task.verify(answer)
            return { success: false, fields: { date: success, place: false }, message: 'place' }
          },
        })),
    }
    const runTrial = createTrialRunner({ suite: half, model: createDateModel(), tasks: 3 })
    expect(await runTrial('shop.order', [right], 1n, {})).toEqual({
      n: 3,
      wins: 3,
      losses: 0,
      both: 0,
    })
  })

  test('a domain that the suite lacks cannot be tried', async () => {
    expect(await tryOut('other.tool', right)).toBeNull()
    expect(await tryOut('shop.order', right, { tasks: 0 })).toBeNull()
  })

  test('every reviewer of an entry repeats the same trial, another entry gets another', async () => {
    const promptsOf = async (entryId: bigint) => {
      const model = createDateModel()
      await tryOut('shop.order', right, { model, entryId })
      return model.prompts
    }
    expect(await promptsOf(1n)).toEqual(await promptsOf(1n))
    expect(await promptsOf(2n)).not.toEqual(await promptsOf(1n))
    expect(await promptsOf(10n ** 30n)).toHaveLength(6)
  })

  test('only practice tasks are used', async () => {
    const model = createDateModel()
    for (let id = 0n; id < 20n; id++) await tryOut('shop.order', right, { model, entryId: id })
    expect(model.prompts.filter((prompt) => !prompt.includes('month 03'))).toEqual([])
  })

  test('what does not fit into a prompt solves nothing and spoils what was solved', async () => {
    const model = createDateModel()
    const short: LanguageModel = {
      ...model,
      complete: async (request, options) => {
        const isLong = request.turns.some(({ text }) => text.includes('Notes from earlier calls'))
        if (isLong) throw new DsoError('PROMPT_TOO_LONG')
        return await model.complete(request, options)
      },
    }
    const found = await tryOut('plain.log', wrong, { model: short })
    expect(found).toEqual({ n: 3, wins: 0, losses: 3, both: 0 })
  })

  test('another fault of the model is thrown', async () => {
    const complete = async () => {
      throw new DsoError('MODEL_FAILED')
    }
    const broken = tryOut('shop.order', right, { model: { ...createDateModel(), complete } })
    await expect(broken).toRejectDso('MODEL_FAILED')
  })
})
