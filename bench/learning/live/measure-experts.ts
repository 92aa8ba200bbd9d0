import {
  type CalibratedAlpha,
  calibrateAlpha,
} from '../../../src/learning/decoding/calibrate-alpha.ts'
import type { MemoryItem } from '../../../src/learning/memory.ts'
import type { CallOptions, Completion, Task } from '../../../src/protocol/ports.ts'
import type { LiveAmounts } from './live-amounts.ts'
import type { LiveAnswers, ProductExpert } from './live-answers.ts'
import type { LiveTool } from './live-tools.ts'
import type { PairedTask } from './paired-points.ts'

/** What {@link measureExperts} needs. */
export interface MeasureExpertsOptions extends Pick<CallOptions, 'signal'> {
  tools: readonly LiveTool[]
  answers: LiveAnswers
  amounts: Pick<LiveAmounts, 'calibrationTasks' | 'evaluations' | 'mostAlpha'>
  onNote?: ((note: string) => void) | undefined
}

/** Lessons as experts against the same lessons in the context. */
export interface MeasuredExperts {
  /** The exponent of all experts of a tool together, and how it was found. */
  calibrated: CalibratedAlpha
  /** `a`: as experts; `b`: in the context. */
  tasks: PairedTask[]
  /** Evaluations of the model a token: 1 + experts, over the tokens of the final test. */
  evaluationsPerToken: number
}

/**
 * Measures product of experts (seed A eq. 1) on held-out tasks. Each item of a tool's lesson is an expert in a context of
 * its own; they share one exponent, which is searched on tasks of the gate, for all tools alike. With one item and an
 * exponent of 1 the product is the lesson in the context, so the search contains what it is compared with.
 *
 * @throws DsoError `SAMPLE_EMPTY` without tools, and what the answers throw
 */
export async function measureExperts({
  tools,
  answers,
  amounts,
  signal,
  onNote,
}: MeasureExpertsOptions): Promise<MeasuredExperts> {
  const asExperts = async (tool: LiveTool, task: Task, alpha: number): Promise<Completion> => {
    signal?.throwIfAborted()
    return alpha === 0
      ? await answers.plain(tool, task, [])
      : await answers.product(task, shareExponent(tool.memory, alpha))
  }
  const isAccepted = async (task: Task, { text }: Completion): Promise<boolean> =>
    (await task.verify(text, { signal })).success

  const held = dealTasks(tools, amounts.calibrationTasks)
  const calibrated = await calibrateAlpha({
    most: amounts.mostAlpha,
    evaluations: amounts.evaluations,
    score: async (alpha) => {
      onNote?.(`product of experts: exponent ${alpha} on ${held.length} held-out tasks`)
      const scores: number[] = []
      for (const { tool, task } of held) {
        scores.push(Number(await isAccepted(task, await asExperts(tool, task, alpha))))
      }
      return scores
    },
  })

  const { alpha } = calibrated
  onNote?.(`product of experts: test with exponent ${alpha} on ${tools.length} tools`)
  const tasks: PairedTask[] = []
  let tokens = 0
  let evaluations = 0
  for (const tool of tools) {
    for (const task of tool.tests) {
      const { universe, domain, memory } = tool
      const context = await answers.plain(tool, task, memory)
      const experts = await asExperts(tool, task, alpha)
      tokens += experts.completionTokens
      evaluations += experts.completionTokens * (1 + (alpha === 0 ? 0 : memory.length))
      tasks.push({
        universe,
        domain,
        task: task.id,
        a: await isAccepted(task, experts),
        b: await isAccepted(task, context),
      })
    }
  }
  return { calibrated, tasks, evaluationsPerToken: tokens === 0 ? 1 : evaluations / tokens }
}

/** The experts of a tool's lesson, each with its part of the exponent. */
export function shareExponent(memory: readonly MemoryItem[], alpha: number): ProductExpert[] {
  return memory.map((item) => ({ kind: 'memory', memory: [item], alpha: alpha / memory.length }))
}

/** The first task of every tool, then the second of every tool, and so on. */
function dealTasks(tools: readonly LiveTool[], count: number): { tool: LiveTool; task: Task }[] {
  const rounds = Math.max(0, ...tools.map(({ validation }) => validation.length))
  return Array.from({ length: rounds }, (_, round) =>
    // Spread over the list where there are more tools than tasks, so that every universe has a say.
    spread(tools, count).flatMap((tool) => {
      const task = tool.validation[round]
      return task === undefined ? [] : [{ tool, task }]
    }),
  )
    .flat()
    .slice(0, count)
}

function spread<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count) return [...list]
  return Array.from(
    { length: count },
    (_, index) => list[Math.floor((index * list.length) / count)]!,
  )
}
