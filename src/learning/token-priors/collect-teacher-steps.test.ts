import { describe, expect, test } from 'vitest'
import { ToyLogitsModel, TOY_PIECES } from '../../../test/fixtures/toy-logits-model.ts'
import type { PromptContext } from '../../protocol/ports.ts'
import { collectTeacherSteps } from './collect-teacher-steps.ts'
import { fitRowScale, type TeacherStep } from './fit-row-scale.ts'

const context = (system: string): PromptContext => ({
  system,
  turns: [{ role: 'user', text: 'Which colour?' }],
})
const [PLAIN, HELPED] = [context(''), context('blue')]
const BLUE = TOY_PIECES.indexOf('blue')

async function gather(steps: AsyncIterable<TeacherStep>): Promise<TeacherStep[]> {
  const all: TeacherStep[] = []
  for await (const step of steps) all.push(step)
  return all
}

describe('collectTeacherSteps', () => {
  test('asks both at every token of an answer and at its end', async () => {
    const model = new ToyLogitsModel()
    const rollouts = [
      { student: PLAIN, teacher: HELPED, answer: [BLUE, 1] },
      { student: HELPED, teacher: PLAIN, answer: [] },
    ]
    const steps = await gather(collectTeacherSteps(model, rollouts))
    expect(steps).toHaveLength(4)
    expect(model.asked).toBe(8)
    const ask = async (answer: number[]) =>
      await model.nextLogits({ contexts: [PLAIN, HELPED], answer })
    const [student, teacher] = await ask([BLUE])
    expect(steps[1]).toEqual({ student, teacher })
    const [last, first] = await ask([])
    expect(steps[3]).toEqual({ student: first, teacher: last })
  })

  test('feeds the fit of a scale: a teacher that favours one token by 3 nats', async () => {
    const model = new ToyLogitsModel(({ system }) => {
      const logits = Float32Array.from(TOY_PIECES, (_, token) => token / 4)
      if (system === 'blue') logits[BLUE]! += 3
      return logits
    })
    const rollouts = [{ student: PLAIN, teacher: HELPED, answer: [BLUE] }]
    const signs = { tokens: Uint32Array.of(BLUE), values: Float32Array.of(1) }
    const { scale } = await fitRowScale({ signs, steps: collectTeacherSteps(model, rollouts) })
    expect(scale).toBeCloseTo(3, 5)
  })

  test('hands on what the model throws', async () => {
    const model = new ToyLogitsModel()
    await model.close()
    const rollouts = [{ student: PLAIN, teacher: HELPED, answer: [] }]
    await expect(gather(collectTeacherSteps(model, rollouts))).toRejectDso('MODEL_FAILED')
  })
})
