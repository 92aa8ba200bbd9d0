import { medianOf } from '../../common/compare-speeds.ts'
import type { CallOptions, LogitsModel } from '../../../src/protocol/ports.ts'
import { promptOf } from './live-answers.ts'
import { shareExponent } from './measure-experts.ts'
import type { LiveTool } from './live-tools.ts'
import { writeWithExperts } from './write-with-experts.ts'

/** What a token of the product costs beside one of the model alone, on one task. */
export interface TimedTask {
  domain: string
  /** Experts in contexts of their own. */
  experts: number
  /** Milliseconds a token, with the lesson in the context. */
  plainMs: number
  /** Milliseconds a token, with the lesson as experts. */
  productMs: number
}

/** What {@link timeTokens} needs. */
export interface TimeTokensOptions extends CallOptions {
  tools: readonly LiveTool[]
  /** Exponent of all experts of a tool together, not 0. */
  alpha: number
  /** Tasks to time, of as many tools. */
  count: number
}

/**
 * Times tokens drawn from the product against tokens drawn from the model alone, with the same lessons. Both are answered
 * once before they are timed, so that all prompts are evaluated and only tokens are paid for.
 *
 * @returns the median of the ratios, undefined without tasks, and what it rests on
 */
export async function timeTokens(
  model: LogitsModel,
  { tools, alpha, count, ...call }: TimeTokensOptions,
): Promise<{ ratio: number | undefined; tasks: TimedTask[] }> {
  const tasks: TimedTask[] = []
  for (const { domain, memory, tests } of tools.slice(0, count)) {
    const [task] = tests
    if (task === undefined) continue
    const plain = async (): Promise<number> => {
      const { durationMs, completionTokens } = await model.complete(promptOf(task, memory), call)
      return durationMs / Math.max(1, completionTokens)
    }
    const product = async (): Promise<number> => {
      const { durationMs, completionTokens } = await writeWithExperts(model, {
        base: promptOf(task, []),
        experts: shareExponent(memory, alpha).flatMap((expert) =>
          expert.kind === 'memory'
            ? [{ kind: 'context', context: promptOf(task, expert.memory), alpha: expert.alpha }]
            : [],
        ),
        keys: task.keys,
        maxTokens: promptOf(task, []).maxTokens,
        ...call,
      })
      return durationMs / Math.max(1, completionTokens)
    }
    // Each twice in a row: in between the other one takes the sequences away.
    await plain()
    const plainMs = await plain()
    await product()
    const productMs = await product()
    tasks.push({ domain, experts: memory.length, plainMs, productMs })
  }
  const ratios = tasks.map(({ plainMs, productMs }) => productMs / plainMs)
  return { ratio: ratios.length === 0 ? undefined : medianOf(ratios), tasks }
}
